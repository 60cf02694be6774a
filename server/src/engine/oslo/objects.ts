import type { LibraryObj, Obj, Passed } from '../python/values/object'
import { isObject, unknown } from '../python/values/object'
import type { Site } from '../python/run/run'
import type { OptClassName, Refusal, TypeClassName } from './option'

/** oslo.config's own objects, while a module is being followed. */

/** An option: its constructor's parameters by name, as far as they were passed. */
export interface OptionObj extends LibraryObj {
  readonly type: 'option'
  readonly className: string
  readonly baseClass: OptClassName
  /** The call that declares it. */
  readonly site: Site
  /** Filled once; a project's own class fills it when it calls `super().__init__()`. */
  parameters: ReadonlyMap<string, Obj>
  /** Whether parameters may have been passed that are not known. */
  open: boolean
  /** Whether it is made in a branch that may not happen, or by code that nobody was seen to call. */
  readonly isPossible?: boolean
  /** What oslo.config says of the call, as it is run: what happens to the option afterwards changes nothing of it. */
  judgement?: Judgement
  /** What `copy.deepcopy` made this from; registering a copy puts the same declaration into another group. */
  readonly copyOf?: OptionObj
  /** In which branch it was copied: there, what changes it surely happens. */
  readonly copiedIn?: number
  /** Whether this copy was changed afterwards: from then on it is an option of its own. */
  isChanged?: boolean
}

/** What oslo.config says of a call that makes an option, and of which argument it says so. */
export type Judgement =
  | { readonly kind: 'taken' }
  | { readonly kind: 'unknown' }
  | { readonly kind: 'refused'; readonly refusal: Refusal; readonly parameter: string | undefined }

/** What Python says of a call's arguments before the constructor begins: a `TypeError`. */
export interface CallFault {
  readonly parameter: string | undefined
  readonly reason: string
}

export interface GroupObj extends LibraryObj {
  readonly type: 'group'
  readonly name: Obj
  readonly title: Obj
  readonly help: Obj
  readonly site: Site
}

export interface DeprecatedObj extends LibraryObj {
  readonly type: 'deprecated'
  readonly name: Obj
  readonly group: Obj
}

/** An object of `oslo_config.types`, or a class of the project that derives from one. */
export interface TypeObj extends LibraryObj {
  readonly type: 'type'
  readonly className: TypeClassName
  /** A project's own class fills them when it calls `super().__init__()`. */
  parameters: ReadonlyMap<string, Obj>
  open: boolean
  /** What its constructor says of the call itself. */
  fault?: CallFault | undefined
}

/** `re.compile(pattern)`. */
export interface RegexObj extends LibraryObj {
  readonly type: 'regex'
  readonly pattern: Obj
  /** Whether flags were passed, which change what it finds. */
  readonly flagged: boolean
}

type OsloObj = OptionObj | GroupObj | DeprecatedObj | TypeObj | RegexObj

/** The object as one of oslo.config's of that sort, else undefined. */
export function asOslo<Type extends OsloObj['type']>(
  value: Obj | undefined,
  type: Type,
): Extract<OsloObj, { type: Type }> | undefined {
  if (value === undefined || !isObject(value) || value.kind !== 'library' || value.type !== type) return undefined
  return value as Extract<OsloObj, { type: Type }>
}

/** The options among some objects; for a copy that was not changed, the option that was copied. */
export function declaredAmong(items: readonly Obj[]): OptionObj[] {
  return items
    .map(item => asOslo(item, 'option'))
    .filter(option => option !== undefined)
    .map(option => (option.isChanged === true ? option : (option.copyOf ?? option)))
}

/** Binds a call's arguments to parameter names; positional ones beyond `order` are dropped. */
export function bindParameters(order: readonly string[], passed: Passed): Map<string, Obj> {
  const bound = new Map<string, Obj>()
  passed.positional.forEach((value, at) => {
    const name = order[at]
    if (name !== undefined) bound.set(name, value)
  })
  // What is passed by place and by name, Python refuses.
  for (const [name, value] of passed.keywords) bound.set(name, bound.has(name) ? unknown : value)
  return bound
}
