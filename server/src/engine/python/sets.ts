import { isUncertain, itemsIn } from './certainty'
import { positionOf } from './identity'
import { isObject, unknown, type Obj } from './object'

/** `a - b` and `a & b` of two sets; undefined where it is another operator or either is no set. */
export function combineSets(operator: string, left: Obj, right: Obj, branch: number): Obj | undefined {
  const wanted = operator === '&' ? true : operator === '-' ? false : undefined
  if (wanted === undefined || !isSet(left) || !isSet(right)) return undefined
  const kept: Obj[] = []
  if (isUncertain(left) || isUncertain(right)) return unknown
  for (const item of itemsIn(left) ?? []) {
    const position = positionOf(right, item)
    if (position === undefined) return unknown
    if (position >= 0 === wanted) kept.push(item)
  }
  return { kind: 'set', items: kept, branch, uncertain: false }
}

function isSet(value: Obj): boolean {
  return isObject(value) && value.kind === 'set'
}
