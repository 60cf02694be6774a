import type { Category } from './category'
import type { Reference } from './references'

/** What a reviewer knows of one option beyond what its declaration shows. Texts are whole sentences. */
export interface Entry {
  readonly group: string
  readonly name: string
  readonly category: Category
  /** What the option's value decides or gets into. */
  readonly reaches: string
  /** What goes wrong with a bad value. */
  readonly risk: string
  /** The value to prefer, or what to see to. */
  readonly safer: string
  readonly references: readonly Reference[]
  /** What its help has to tell, where operators cannot be expected to know. */
  readonly mustTell?: MustTell
  /** The release that brought the option, where it is too young to be in every supported release. */
  readonly since?: string
}

export interface MustTell {
  /** The end of a sentence: `the help does not say that ...`. */
  readonly risk: string
  /** Words that show that it is told. */
  readonly told: RegExp
  /** Set where only those who change the default run the risk. */
  readonly unlessChanged?: true
}
