/** Numbers that look random and are the same for the same seed: mulberry32, by its published constants. */
export class Random {
  constructor(private state: number) {}

  /** A whole number from 0 up to, not including, `end`. */
  below(end: number): number {
    this.state = (this.state + 0x6d2b79f5) | 0
    let mixed = Math.imul(this.state ^ (this.state >>> 15), this.state | 1)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)) ^ mixed
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * end)
  }

  /** One of them; undefined of none. */
  oneOf<T>(all: readonly T[]): T | undefined {
    return all[this.below(all.length)]
  }

  /** One of them, each as often as its weight says. */
  weighted<T>(all: readonly (readonly [weight: number, value: T])[]): T {
    let left = this.below(all.reduce((sum, [weight]) => sum + weight, 0))
    for (const [weight, value] of all) if ((left -= weight) < 0) return value
    throw new Error('nothing to choose from')
  }
}
