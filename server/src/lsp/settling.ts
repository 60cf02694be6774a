/** When work that follows on many small events is done, in milliseconds. */
export interface Pace {
  /** Between two runs, at least. */
  readonly interval: number
  /** Without another event before a run, so that it does not get in the way of what goes on. */
  readonly quiet: number
  /** After the first event, at most: events that never cease do not put a run off for ever. */
  readonly patience: number
  /** After something in passing, which nobody waits for. */
  readonly leisure: number
}

/** Gathers events into few runs of one action, never two at a time, and none is lost. */
export class Settling {
  private timer: ReturnType<typeof setTimeout> | undefined
  private running = false
  private hasEnded = false
  private firstEvent: number | undefined
  private isUrgent = false
  private lastRun = -Infinity

  constructor(
    private readonly pace: Pace,
    private readonly now: () => number,
    private readonly action: () => Promise<void>,
  ) {}

  /**
   * Something happened that a run has to follow: `soon`, when events have ceased `for a while`, or `in passing`, with
   * leisure. What was asked for sooner is not put off.
   */
  request(when: 'soon' | 'for a while' | 'in passing'): void {
    if (this.hasEnded) return
    const now = this.now()
    this.firstEvent ??= now
    this.isUrgent ||= when === 'soon'
    const due = this.isUrgent ? now : this.dueAt(when, now, this.firstEvent)
    clearTimeout(this.timer)
    this.timer = setTimeout(() => void this.run(), Math.max(0, due - now, this.lastRun + this.pace.interval - now))
  }

  private dueAt(when: 'soon' | 'for a while' | 'in passing', now: number, firstEvent: number): number {
    const { quiet, patience, leisure } = this.pace
    return when === 'in passing' ? firstEvent + leisure : Math.min(now + quiet, firstEvent + patience)
  }

  /** Ends it: nothing runs any more, whatever is asked for. */
  end(): void {
    this.hasEnded = true
    clearTimeout(this.timer)
    this.timer = undefined
  }

  private async run(): Promise<void> {
    this.timer = undefined
    // A run that is under way asks again when it ends, for what came meanwhile.
    if (this.running) return
    this.firstEvent = undefined
    this.isUrgent = false
    this.running = true
    await this.action()
    this.running = false
    this.lastRun = this.now()
    if (this.isOwed()) this.request('soon')
  }

  private isOwed(): boolean {
    return this.firstEvent !== undefined && this.timer === undefined
  }
}
