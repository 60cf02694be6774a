/**
 * Numbers what happens to files, so that answers that were overtaken are known as such: of two readings of a file, the one
 * asked later has the newer text, whichever is answered first, and a file that went stays gone.
 */
export class FileEvents {
  private count = 0
  private underWay = 0
  /** The reading that a file's text comes from, or its going. */
  private readonly texts = new Map<string, number>()
  /** When a file last came, changed or went. */
  private readonly changes = new Map<string, number>()

  /** A question is put to the client; its number is needed to take the answer. */
  ask(): number {
    this.underWay += 1
    return (this.count += 1)
  }

  /** A question is done with: its answer has been taken, or nobody waits for it. */
  done(): void {
    this.underWay -= 1
    if (this.underWay > 0) return
    // Nothing can be overtaken any more.
    this.texts.clear()
    this.changes.clear()
  }

  changed(uri: string): void {
    this.changes.set(uri, (this.count += 1))
  }

  went(uri: string): void {
    this.changed(uri)
    this.texts.set(uri, this.count)
  }

  hasChangedSince(asked: number, uri: string): boolean {
    return (this.changes.get(uri) ?? 0) > asked
  }

  /** Whether the text that this question was answered with is news; it counts as taken then. */
  takes(asked: number, uri: string): boolean {
    if ((this.texts.get(uri) ?? 0) > asked) return false
    this.texts.set(uri, asked)
    return true
  }
}
