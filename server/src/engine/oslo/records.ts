import type { Obj } from '../python/values/object'
import type { Site } from '../python/run/run'
import type { LibraryRegistrar } from './libraryOptions'
import type { GroupObj, OptionObj } from './objects'

/**
 * What leads to a registration, the surest first: importing the module, a function that nobody was seen to call, such a
 * method.
 */
export type ReachedBy = 'import' | 'function' | 'method'

/** What following one module has brought to light, in the order it happened. */
export class Records {
  /** What is being followed just now. */
  reachedBy: ReachedBy = 'import'
  /** Whether following the module was given up before its end. */
  cutShort = false

  readonly options: OptionObj[] = []
  readonly groups: GroupObj[] = []
  readonly registrations: Registration[] = []
  readonly libraryRegistrations: LibraryRegistration[] = []
  /** Groups that got options which are not all known; undefined: some group whose name is not known. */
  readonly openGroups: (string | undefined)[] = []
  readonly defaultChanges: ChangedDefault[] = []
}

/** Options that were put into a group, or listed under it for the sample file. */
export interface Registration {
  readonly options: readonly OptionObj[]
  /** undefined: some group whose name is not known. */
  readonly group: string | undefined
  readonly how: 'registered' | 'listed'
  readonly reachedBy: ReachedBy
  /** Whether importing the module registers them with `cfg.CONF`, come what may. */
  readonly isImport?: boolean
  readonly site: Site | undefined
}

/** `cfg.set_defaults(opts, x=1)`, `conf.set_default('x', 1)`, `conf.set_override('x', 1)`. */
export interface ChangedDefault {
  readonly option: OptionObj | undefined
  readonly name: Obj
  readonly group: Obj
  readonly value: Obj
  readonly site: Site
}

/** A call of a library's function that registers the library's own options in a group. */
export interface LibraryRegistration {
  readonly registrar: LibraryRegistrar
  readonly group: string
  readonly site: Site
}
