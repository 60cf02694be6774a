import { meet } from '../engine/index'
import type { Fix, Range } from '../engine/index'

/**
 * The fixes that can be applied together: each one whole or not at all, earlier ones first, and none that touches an
 * edit already taken. What is left out is found again, and fixed, the next time.
 */
export function compatibleFixes(fixes: readonly Fix[]): readonly Fix[] {
  const taken: Range[] = []
  return fixes.filter(fix => {
    const ranges = fix.edits.map(edit => edit.range)
    if (ranges.some(range => taken.some(other => meet(range, other)))) return false
    taken.push(...ranges)
    return true
  })
}
