/** The longest stretch of milliseconds without a look at the editor's requests. */
const longestStretch = 8

/** How long work stands back at most while messages keep coming, in milliseconds. */
const longestBreak = 120

/** Counts what the client asks and tells, and lets long work take turns with it. */
export class Traffic {
  private messages = 0
  /** Resolves when the work that stood back last goes on. */
  private turn: Promise<void> = Promise.resolve()

  constructor(readonly now: () => number) {}

  /** A message of the client is being taken in. */
  note(): void {
    this.messages += 1
  }

  /**
   * Resolves when no more messages come in one upon the other, or have done so for long. Several that wait go on one after
   * the other, with a look at the messages between any two.
   */
  ebb(): Promise<void> {
    this.turn = this.turn.then(() => this.quiet())
    return this.turn
  }

  private async quiet(): Promise<void> {
    const end = this.now() + longestBreak
    let seen
    do {
      seen = this.messages
      await new Promise(resolve => setTimeout(resolve, 0))
    } while (this.messages !== seen && this.now() < end)
  }
}

/** Lets long work be interrupted: between two of its steps, requests that have come meanwhile are answered. */
export class Breathing {
  private since: number

  constructor(private readonly traffic: Traffic) {
    this.since = traffic.now()
  }

  /** To be awaited between steps; costs nothing until the work has taken long. */
  async pause(): Promise<void> {
    if (this.traffic.now() - this.since < longestStretch) return
    await this.traffic.ebb()
    this.since = this.traffic.now()
  }
}
