import { charactersOf } from './characters'
import { membersOf } from './enums'
import { deepestValue, heaviest } from './limits'
import { isObject, isUnknown, kindOf, type Obj } from './object'

/** What is certain of a value: its truth, its items, whether it equals another. */

/** An int or float as a JavaScript number; undefined for anything else. */
export function toNumber(value: Obj): number | undefined {
  if (typeof value === 'number') return value
  if (typeof value === 'bigint') return Number(value)
  if (typeof value === 'boolean') return value ? 1 : 0
  return isObject(value) && value.kind === 'float' ? value.value : undefined
}

/** Any Python number as JavaScript compares it exactly; undefined for anything else. */
function exactNumber(value: Obj): number | bigint | undefined {
  return typeof value === 'bigint' ? value : toNumber(value)
}

/** Python's order of two numbers: negative, zero, positive; undefined when one is none. */
export function numberOrder(left: Obj, right: Obj): number | undefined {
  const a = exactNumber(left)
  const b = exactNumber(right)
  if (a === undefined || b === undefined) return undefined
  return a < b ? -1 : a > b ? 1 : 0
}

/** What iterating over it gives; undefined where that is not known. */
export function itemsIn(value: Obj): readonly Obj[] | undefined {
  if (typeof value === 'string') return charactersOf(value)
  if (!isObject(value)) return undefined
  switch (value.kind) {
    case 'tuple':
    case 'list':
    case 'set':
    case 'iterator':
      return value.items
    case 'dict':
      return value.entries.map(([key]) => key)
    case 'class':
      return membersOf(value)
    default:
      return undefined
  }
}

/** What an iterable gives that is being gone through, `first` being what it gave at first: a list may grow or shrink. */
export function itemsNow(iterable: Obj, first: readonly Obj[] | undefined): readonly Obj[] {
  return isObject(iterable) && iterable.kind === 'list' ? iterable.items : (first ?? [])
}

/** An item of an iterable that is being gone through, `items` being what it gave at first. */
export function itemNow(iterable: Obj, items: readonly Obj[], at: number): Obj | undefined {
  return isObject(iterable) && iterable.kind === 'iterator' && iterable.itemAt ? iterable.itemAt(at) : items[at]
}

/** Whether it is a container of which something may have been added or taken away. */
export function isUncertain(value: Obj): boolean {
  return isObject(value) && 'uncertain' in value && value.uncertain
}

/** Whether iterating over it may give other items, or in another order: a set has none that can be relied on. */
export function isUnsteady(value: Obj): boolean {
  return isUncertain(value) || (isObject(value) && value.kind === 'set' && value.items.length > 1)
}

/** Whether all of it is certain, its contents included. What is larger than anyone writes is not. */
export function isCertain(value: Obj): boolean {
  return isObject(value) ? weighs(value, 0, { left: heaviest }) : true
}

function weighs(value: Obj, depth: number, budget: { left: number }): boolean {
  budget.left -= typeof value === 'string' ? 1 + (value.length >> 6) : 1
  if (!isObject(value)) return budget.left > 0
  if (depth > deepestValue || budget.left <= 0) return false
  const inside = (item: Obj): boolean => weighs(item, depth + 1, budget)
  switch (value.kind) {
    case 'float':
    case 'bytes':
      return true
    case 'tuple':
      return value.items.every(inside)
    case 'list':
    case 'set':
      return !value.uncertain && value.items.every(inside)
    case 'dict':
      return !value.uncertain && value.entries.every(([key, item]) => inside(key) && inside(item))
    default:
      return false
  }
}

/** Python's `==`; undefined where it cannot be told. */
export function equal(a: Obj, b: Obj): boolean | undefined {
  if (a === b) return isUnknown(a) ? undefined : true
  if (typeof a === 'string' && typeof b === 'string') return false
  const order = numberOrder(a, b)
  if (order !== undefined) return order === 0
  if (isData(a) && isData(b) && kindOf(a) !== kindOf(b)) return false
  if (!isCertain(a) || !isCertain(b)) return undefined
  if (!isObject(a) || !isObject(b)) return false
  if (a.kind === 'bytes' && b.kind === 'bytes') return a.value === b.value
  if (a.kind === 'dict' || a.kind === 'set') return undefined
  const left = itemsIn(a) ?? []
  const right = itemsIn(b) ?? []
  if (left.length !== right.length) return false
  const answers = left.map((item, i) => equal(item, right[i]!))
  return answers.includes(false) ? false : answers.includes(undefined) ? undefined : true
}

/** Whether it is of one of Python's own types, of which two different ones are never equal, but for numbers. */
function isData(value: Obj): boolean {
  return !isObject(value) || ['float', 'bytes', 'tuple', 'list', 'set', 'dict'].includes(value.kind)
}

/** Containers are not looked for among more items than these. */
export const mostCompared = 100

/** Python's truth of a value; undefined where it cannot be told. */
export function truth(value: Obj): boolean | undefined {
  if (value === null) return false
  if (typeof value === 'boolean') return value
  if (typeof value === 'string') return value !== ''
  if (typeof value === 'number') return value !== 0
  if (typeof value === 'bigint') return value !== 0n
  switch (value.kind) {
    case 'float':
      return value.value !== 0
    case 'bytes':
      return value.value !== ''
    case 'tuple':
      return value.items.length > 0
    case 'list':
    case 'set':
      return value.uncertain ? undefined : value.items.length > 0
    case 'dict':
      return value.uncertain ? undefined : value.entries.length > 0
    case 'module':
    case 'function':
    case 'class':
    case 'bound':
      return true
    default:
      return undefined
  }
}
