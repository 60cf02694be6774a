import { isUncertain, itemsIn } from './certainty'
import { difference, intersection } from './identity'
import { isObject, unknown, type Obj } from './object'

/** `a - b` and `a & b` of two sets; undefined where it is another operator or either is no set. */
export function combineSets(operator: string, left: Obj, right: Obj, branch: number): Obj | undefined {
  const combine = operator === '&' ? intersection : operator === '-' ? difference : undefined
  if (combine === undefined || !isSet(left) || !isSet(right)) return undefined
  if (isUncertain(left) || isUncertain(right)) return unknown
  const items = combine(itemsIn(left) ?? [], itemsIn(right) ?? [])
  return items ? { kind: 'set', items, branch, uncertain: false } : unknown
}

function isSet(value: Obj): boolean {
  return isObject(value) && value.kind === 'set'
}
