/** Longer names are no slip of the pen, and comparing them would take long. */
const longestName = 100

/** The known name that is most like a misspelt one, whatever its case; undefined where none is near. */
export function closestTo(name: string, known: readonly string[]): string | undefined {
  if (name.length > longestName) return undefined
  const wanted = name.toLowerCase()
  let closest: string | undefined
  let most = Math.max(2, Math.floor(name.length / 4))
  for (const candidate of known) {
    if (Math.abs(candidate.length - wanted.length) > most) continue
    const found = distance(wanted, candidate.toLowerCase(), most)
    if (found > most) continue
    closest = candidate
    // From now on, only those that are closer.
    most = found - 1
  }
  return closest
}

/** How many letters have to be added, taken away or changed to make one word of another; more than `most` is not counted on. */
function distance(a: string, b: string, most: number): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++) {
      const changed = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1)
      next.push(Math.min(changed, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1))
    }
    if (Math.min(...next) > most) return most + 1
    row = next
  }
  return row[b.length] ?? 0
}
