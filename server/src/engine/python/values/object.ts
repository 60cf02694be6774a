import type { ClassDefinition, FunctionDefinition, Lambda, Statement } from '../../syntax/ast'
import type { Scope } from '../run/scope'

export type { Scope } from '../run/scope'

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
  | IteratorObj
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
  items: Obj[]
}
export interface TupleObj {
  readonly kind: 'tuple'
  readonly items: readonly Obj[]
}
export interface SetObj extends Mutable {
  readonly kind: 'set'
  /** In Python's own order only where it was sorted: a set has none that can be relied on. */
  items: Obj[]
}
export interface DictObj extends Mutable {
  readonly kind: 'dict'
  entries: [Obj, Obj][]
}
/**
 * What gives items one by one and is no list: a generator, `range`, `zip`, a dict's views. Its items are certain where it
 * is made; found again under a name, it may have been gone through, or what it was made of may have changed.
 */
export interface IteratorObj extends Mutable {
  readonly kind: 'iterator'
  readonly items: readonly Obj[]
  /** The dict that a view shows. */
  readonly source?: DictObj
}
export interface UnknownObj {
  readonly kind: 'unknown'
  /** Why, when that helps a reader. */
  readonly reason?: string
  /** A string of which parts are known, with `*` for the others. */
  readonly pattern?: string
  /** Containers of which it may be one: who changes it may change any of them. */
  readonly among?: readonly Obj[]
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
/** Something of a module outside the project, by its dotted path: `os.path.join`. */
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
  readonly branch: number
  readonly name: string
  readonly definition: ClassDefinition
  readonly bases: readonly Obj[]
  readonly scope: Scope
}
export interface InstanceObj {
  readonly kind: 'instance'
  /** The branch that made it, as of a container. */
  readonly branch: number
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

/** A value that may be missing; `None` is not missing. */
export function orUnknown(value: Obj | undefined): Obj {
  return value === undefined ? unknown : value
}

export function unknownBecause(reason: string): UnknownObj {
  return { kind: 'unknown', reason }
}

export function isObject(value: Obj): value is Exclude<Obj, null | boolean | number | bigint | string> {
  return typeof value === 'object' && value !== null
}

export function isUnknown(value: Obj): value is UnknownObj {
  return isObject(value) && value.kind === 'unknown'
}

/** A call with these arguments, by their places. */
export function calledWith(...positional: Obj[]): Passed {
  return { positional, keywords: new Map(), open: false }
}

/** All that is passed to a call. */
export function valuesOf(passed: Passed): readonly Obj[] {
  return [...passed.positional, ...passed.keywords.values()]
}

export function kindOf(value: Obj): string {
  if (value === null) return 'none'
  return typeof value === 'object' ? value.kind : typeof value
}
