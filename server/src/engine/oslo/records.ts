import type { Obj } from '../python/object'
import type { Site } from '../python/run'
import type { GroupObj, OptionObj } from './objects'

/** What following one module has brought to light, in the order it happened. */
export class Records {
  /** False while a method is being followed that nobody was seen to call. */
  certain = true

  readonly options: OptionObj[] = []
  readonly groups: GroupObj[] = []
  readonly registrations: Registration[] = []
  readonly defaultChanges: DefaultChange[] = []
}

/** Options that were put into a group, or listed under it for the sample file. */
export interface Registration {
  readonly options: readonly OptionObj[]
  /** undefined: some group whose name is not known. */
  readonly group: string | undefined
  readonly how: 'registered' | 'listed'
  /** Whether it happens on import or in a function that stands for itself; false for a method that somebody may call. */
  readonly certain: boolean
  readonly site: Site | undefined
}

/** `cfg.set_defaults(opts, x=1)`, `conf.set_default('x', 1)`, `conf.set_override('x', 1)`. */
export interface DefaultChange {
  readonly option: OptionObj | undefined
  readonly name: Obj
  readonly group: Obj
  readonly value: Obj
  readonly site: Site
}
