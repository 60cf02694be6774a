import { membersOf } from './enums'
import { deepestValue, heaviest } from './limits'
import { isObject, type Obj } from './object'

/**
 * How sure a value is. Three questions, each asked of the value alone: may its contents be others than those that are
 * noted (`isUncertain`), may going through it give other items or another order (`isUnsteady`), and is all of it known,
 * whatever lies in it included (`isCertain`)? Only what is certain may become a fact; what is uncertain keeps what is known
 * of its contents, since the options among them are worth having. Truth, numbers and items are undefined where the answer
 * depends on something that is not known.
 */

/** An int or float as a JavaScript number; undefined for anything else. */
export function toNumber(value: Obj): number | undefined {
  if (typeof value === 'number') return value
  if (typeof value === 'bigint') return Number(value)
  if (typeof value === 'boolean') return value ? 1 : 0
  return isObject(value) && value.kind === 'float' ? value.value : undefined
}

/** What going through it gives; undefined where that is not known. */
export function itemsIn(value: Obj): readonly Obj[] | undefined {
  // Python counts characters, of which some are two of JavaScript's units.
  if (typeof value === 'string') return [...value]
  if (!isObject(value)) return undefined
  if (value.kind === 'dict') return value.entries.map(([key]) => key)
  if (value.kind === 'class') return membersOf(value)
  return 'items' in value ? value.items : undefined
}

/** Whether it is a container of which something may have been added or taken away. */
export function isUncertain(value: Obj): boolean {
  if (!isObject(value) || !('uncertain' in value)) return false
  return value.uncertain || (value.kind === 'iterator' && value.source?.uncertain === true)
}

/** Whether going through it may give other items, or in another order: a set has none that can be relied on. */
export function isUnsteady(value: Obj): boolean {
  return isUncertain(value) || (isObject(value) && value.kind === 'set' && value.items.length > 1)
}

/** The items of what surely gives these and no others, in this order. */
export function steadyItems(value: Obj | undefined): readonly Obj[] | undefined {
  return value === undefined || isUnsteady(value) ? undefined : itemsIn(value)
}

/** Whether all of it is certain, its contents included. What is larger than anyone writes is not. */
export function isCertain(value: Obj): boolean {
  return weighs(value, 0, { left: heaviest })
}

function weighs(value: Obj, depth: number, budget: { left: number }): boolean {
  budget.left -= typeof value === 'string' ? 1 + (value.length >> 6) : 1
  if (!isObject(value)) return budget.left > 0
  if (depth > deepestValue || budget.left <= 0 || isUncertain(value)) return false
  if (value.kind === 'float' || value.kind === 'bytes') return true
  if (value.kind === 'dict') return value.entries.flat().every(item => weighs(item, depth + 1, budget))
  const holds = value.kind === 'tuple' || value.kind === 'list' || value.kind === 'set'
  return holds && value.items.every(item => weighs(item, depth + 1, budget))
}

/** Python's truth of a value; undefined where it cannot be told. */
export function truth(value: Obj): boolean | undefined {
  if (!isObject(value)) return Boolean(value)
  switch (value.kind) {
    case 'float':
    case 'bytes':
      return Boolean(value.value)
    case 'tuple':
    case 'list':
    case 'set':
    case 'dict':
      return isUncertain(value) ? undefined : itemsIn(value)!.length > 0
    case 'module':
    case 'function':
    case 'class':
    case 'bound':
      return true
    default:
      return undefined
  }
}
