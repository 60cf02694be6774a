import type { Fix, FixEdit } from '../rules/rule'
import { comparePositions, isSameRange } from '../text'
import type { Range } from '../text'

/**
 * The edits of several fixes that can be made together: each fix whole or not at all, earlier ones first. Insertions at
 * one place follow on one another, what two fixes both want is done once, and a fix that would change what another
 * changes is left out: it is found again the next time.
 */
export function combineFixes(fixes: readonly Fix[]): readonly FixEdit[] {
  const taken: FixEdit[] = []
  for (const { edits } of fixes) {
    const fresh = edits.filter(edit => !taken.some(other => isSameEdit(edit, other)))
    if (fresh.length === 0 || fresh.some(({ range }) => taken.some(other => overlap(range, other.range)))) continue
    taken.push(...fresh)
  }
  return taken
}

function isSameEdit(a: FixEdit, b: FixEdit): boolean {
  return a.newText === b.newText && isSameRange(a.range, b.range)
}

/** Whether two ranges have more in common than an edge. */
function overlap(a: Range, b: Range): boolean {
  return comparePositions(a.start, b.end) < 0 && comparePositions(b.start, a.end) < 0
}
