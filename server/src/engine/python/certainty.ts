import { isObject, type Obj, type UnknownObj } from './object'

/** What is certain of a value: its truth, its items, whether it equals another. */

export function isUnknown(value: Obj): value is UnknownObj {
  return isObject(value) && value.kind === 'unknown'
}

/** An int or float as a JavaScript number; undefined for anything else. */
export function toNumber(value: Obj): number | undefined {
  if (typeof value === 'number') return value
  if (typeof value === 'bigint') return Number(value)
  if (typeof value === 'boolean') return value ? 1 : 0
  return isObject(value) && value.kind === 'float' ? value.value : undefined
}

/** What iterating over it gives; undefined where that is not known. */
export function itemsIn(value: Obj): readonly Obj[] | undefined {
  if (typeof value === 'string') return [...value]
  if (!isObject(value)) return undefined
  if (value.kind === 'tuple') return value.items
  if (value.kind === 'list' || value.kind === 'set') return value.items
  return value.kind === 'dict' ? value.entries.map(([key]) => key) : undefined
}

/** Whether it is a container of which something may have been added or taken away. */
export function isUncertain(value: Obj): boolean {
  return isObject(value) && (value.kind === 'list' || value.kind === 'set' || value.kind === 'dict') && value.uncertain
}

/** Whether all of it is certain, its contents included. */
export function isCertain(value: Obj, depth = 0): boolean {
  if (!isObject(value)) return true
  if (depth > 20) return false
  switch (value.kind) {
    case 'float':
    case 'bytes':
      return true
    case 'tuple':
      return value.items.every(item => isCertain(item, depth + 1))
    case 'list':
    case 'set':
      return !value.uncertain && value.items.every(item => isCertain(item, depth + 1))
    case 'dict':
      return !value.uncertain && value.entries.every(([k, v]) => isCertain(k, depth + 1) && isCertain(v, depth + 1))
    default:
      return false
  }
}

/** Python's `==` on certain values; undefined where it cannot be told. */
export function equal(a: Obj, b: Obj): boolean | undefined {
  if (a === b) return true
  const x = toNumber(a)
  const y = toNumber(b)
  if (x !== undefined && y !== undefined) {
    return typeof a === 'bigint' || typeof b === 'bigint' ? String(a) === String(b) : x === y
  }
  if (!isCertain(a) || !isCertain(b)) return undefined
  if (!isObject(a) || !isObject(b) || a.kind !== b.kind) return false
  if (a.kind === 'bytes' && b.kind === 'bytes') return a.value === b.value
  if (a.kind === 'dict' || a.kind === 'set') return sameMembers(a, b)
  const left = itemsIn(a) ?? []
  const right = itemsIn(b) ?? []
  return left.length === right.length && left.every((item, i) => equal(item, right[i]!) === true)
}

function sameMembers(a: Obj, b: Obj): boolean {
  const entries = (value: Obj): readonly (readonly [Obj, Obj])[] =>
    isObject(value) && value.kind === 'dict' ? value.entries : (itemsIn(value) ?? []).map(item => [item, null] as const)
  const left = entries(a)
  const right = entries(b)
  return (
    left.length === right.length &&
    left.every(([key, value]) => right.some(([k, v]) => equal(key, k) === true && equal(value, v) === true))
  )
}

/** The items without repetition, first ones kept. */
export function distinct(items: readonly Obj[]): Obj[] {
  if (items.length > 2000) return [...items]
  return items.filter((item, at) => !items.slice(0, at).some(before => equal(before, item) === true))
}

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
