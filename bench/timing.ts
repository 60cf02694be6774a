/** How many milliseconds an action takes. */
export function timed(action: () => unknown): number {
  const start = performance.now()
  action()
  return performance.now() - start
}

export function median(values: readonly number[]): number {
  return percentile(values, 0.5)
}

/** The value that a share of all (0 to 1) does not exceed; NaN of none. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? NaN
}
