/** The longest stretch of milliseconds without a look at the editor's requests. */
const longestStretch = 12

/** Lets long work be interrupted: between two of its steps, requests that have come meanwhile are answered. */
export class Breathing {
  private since: number

  constructor(private readonly now: () => number) {
    this.since = now()
  }

  /** To be awaited between steps; costs nothing until the work has taken long. */
  async pause(): Promise<void> {
    if (this.now() - this.since < longestStretch) return
    await new Promise(resolve => setTimeout(resolve, 0))
    this.since = this.now()
  }
}
