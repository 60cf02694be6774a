/** Calls that are too many, made few: runs `action` at most once per `interval` milliseconds, the last call never lost. */
export class Throttle {
  private timer: ReturnType<typeof setTimeout> | undefined
  private lastRun = -Infinity

  constructor(
    private readonly interval: number,
    private readonly now: () => number,
    private readonly action: () => unknown,
  ) {}

  /** Asks for a run: at once after a quiet time, else when the interval is over. */
  request(): void {
    if (this.timer !== undefined) return
    const wait = Math.max(0, this.lastRun + this.interval - this.now())
    this.timer = setTimeout(() => {
      this.timer = undefined
      this.lastRun = this.now()
      this.action()
    }, wait)
  }

  /** Drops a run that was asked for. */
  cancel(): void {
    clearTimeout(this.timer)
    this.timer = undefined
  }
}
