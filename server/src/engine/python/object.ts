import type { ClassDefinition, FunctionDefinition, Lambda, Statement } from '../syntax/ast'
import type { Scope } from './scope'

/**
 * What names stand for while a module is being understood. Plain Python data has JavaScript's own form where there is
 * one (`None` is null, an `int` a number or bigint); everything that Python could change later is an object here too.
 */
export type Obj =
  | null
  | boolean
  | number
  | bigint
  | string
  | FloatObj
  | BytesObj
  | ListObj
  | TupleObj
  | SetObj
  | DictObj
  | UnknownObj
  | LazyObj
  | ModuleObj
  | ExternalObj
  | FunctionObj
  | ClassObj
  | InstanceObj
  | BoundObj
  | SuperObj
  | LibraryObj

export interface FloatObj {
  readonly kind: 'float'
  readonly value: number
}
export interface BytesObj {
  readonly kind: 'bytes'
  readonly value: string
}
/** What can be changed in place remembers the branch that made it: a change made in another branch may not happen. */
interface Mutable {
  readonly branch: number
  /** Set once the contents are no longer certain. */
  uncertain: boolean
}
export interface ListObj extends Mutable {
  readonly kind: 'list'
  readonly items: Obj[]
}
export interface TupleObj {
  readonly kind: 'tuple'
  readonly items: readonly Obj[]
}
export interface SetObj extends Mutable {
  readonly kind: 'set'
  /** In Python's own order only where it was sorted: a set has none that can be relied on. */
  readonly items: Obj[]
}
export interface DictObj extends Mutable {
  readonly kind: 'dict'
  readonly entries: [Obj, Obj][]
}
export interface UnknownObj {
  readonly kind: 'unknown'
  /** Why, when that helps a reader. */
  readonly reason?: string
  /** A string of which parts are known, with `*` for the others. */
  readonly pattern?: string
}
/** A name imported from elsewhere, looked up only when somebody needs it. */
export interface LazyObj {
  readonly kind: 'lazy'
  resolve(): Obj
}
/** A module of the project. */
export interface ModuleObj {
  readonly kind: 'module'
  readonly file: string
  readonly text: string
  readonly body: readonly Statement[]
  readonly scope: Scope
}
/** Something of a module outside the project, by its dotted path: `oslo_config.cfg.StrOpt`. */
export interface ExternalObj {
  readonly kind: 'external'
  readonly path: string
}
export interface FunctionObj {
  readonly kind: 'function'
  readonly definition: FunctionDefinition | Lambda
  readonly name: string
  readonly scope: Scope
  readonly defaults: ReadonlyMap<string, Obj>
  readonly decoration: 'none' | 'static' | 'class' | 'property' | 'other'
  /** The class whose body defines it. */
  readonly owner: ClassObj | undefined
}
export interface ClassObj {
  readonly kind: 'class'
  readonly name: string
  readonly definition: ClassDefinition
  readonly bases: readonly Obj[]
  readonly scope: Scope
}
export interface InstanceObj {
  readonly kind: 'instance'
  readonly type: ClassObj
  readonly attributes: Map<string, Obj>
}
export interface BoundObj {
  readonly kind: 'bound'
  readonly self: Obj
  readonly method: FunctionObj
}
export interface SuperObj {
  readonly kind: 'super'
  readonly self: Obj
  /** The class behind which the search begins. */
  readonly after: ClassObj
}
/** An object of a library that somebody else gives its meaning: an option, a group. */
export interface LibraryObj {
  readonly kind: 'library'
  readonly type: string
}

/** A call under way: what was passed, and where it is written. */
export interface Passed {
  readonly positional: readonly Obj[]
  readonly keywords: ReadonlyMap<string, Obj>
  /** Whether something was unpacked into it that is not known. */
  readonly open: boolean
}

export const unknown: UnknownObj = { kind: 'unknown' }

export function unknownBecause(reason: string): UnknownObj {
  return { kind: 'unknown', reason }
}

export function isObject(value: Obj): value is Exclude<Obj, null | boolean | number | bigint | string> {
  return typeof value === 'object' && value !== null
}

export function kindOf(value: Obj): string {
  if (value === null) return 'none'
  return typeof value === 'object' ? value.kind : typeof value
}

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
