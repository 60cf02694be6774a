import type { Ledger } from '../protocol/ledger'

/** The client's disk: reads that are answered at once, late, or not at all. */
export class Reads {
  rejecting = 0
  delaying = 0
  private readonly held: (() => void)[] = []

  constructor(ledger: Ledger, files: ReadonlyMap<string, string | null>) {
    ledger.read = async uris => {
      const texts = uris.map(uri => files.get(uri) ?? null)
      if (this.rejecting > 0) {
        this.rejecting -= 1
        throw new Error('the disk is busy')
      }
      if (this.delaying > 0) {
        this.delaying -= 1
        await new Promise<void>(resolve => this.held.push(resolve))
      }
      return texts
    }
  }

  /** Whether some are late, or will be. */
  get areLate(): boolean {
    return this.delaying > 0 || this.held.length > 0
  }

  /** Answers what is late, the last first, and is again as a disk should be. */
  release(): void {
    this.rejecting = 0
    this.delaying = 0
    for (const answer of this.held.splice(0).reverse()) answer()
  }
}
