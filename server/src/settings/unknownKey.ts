/** Longer names are no slip of the pen, and comparing them would take long. */
const longestName = 100

/** Names the key, and the known one that is most like it. */
export function unknownKey(key: string, known: readonly string[]): string {
  const closest = key.length > longestName ? undefined : closestTo(key.toLowerCase(), known)
  return `${shown(key)} is not known here.${closest === undefined ? '' : ` Did you mean "${closest}"?`}`
}

/** A value as it is quoted to people. */
export function shown(value: unknown): string {
  const text = JSON.stringify(value)
  return text.length > 60 ? `${text.slice(0, 60)}…` : text
}

function closestTo(key: string, known: readonly string[]): string | undefined {
  let closest: string | undefined
  let most = Math.max(2, Math.floor(key.length / 4))
  for (const name of known) {
    if (Math.abs(name.length - key.length) > most) continue
    const found = distance(key, name.toLowerCase(), most)
    if (found > most) continue
    closest = name
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
