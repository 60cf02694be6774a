/**
 * The line of a text beside which a line of an earlier state of it stands in a comparison of the two: that line itself, or
 * the one behind the nearest line before it that is still there. Lines count from 0.
 */
export function lineBeside(before: readonly string[], now: readonly string[], line: number): number {
  const places = new Map<string, number | undefined>()
  for (const [at, text] of now.entries()) places.set(text, places.has(text) ? undefined : at)
  for (let at = Math.min(line, before.length - 1); at >= 0; at--) {
    const found = places.get(before[at]!)
    if (found !== undefined) return Math.min(found + (at === line ? 0 : 1), now.length - 1)
  }
  return 0
}
