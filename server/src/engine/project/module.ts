import type { Effect } from '../oslo/importEffects'
import type { LibraryOption } from '../oslo/libraryOptions'
import type { Option } from '../oslo/option'
import type { Range } from '../text'

/** The facts of one Python file, as far as they concern oslo.config. */
export interface Module {
  /** As the host named it when it handed the text in: a URI in the editor, a relative path on the command line. */
  readonly file: string
  /** Whether it belongs to a test suite: its options never meet an operator. */
  readonly isTest: boolean
  readonly options: readonly Option[]
  readonly groups: readonly OptGroup[]
  /** Options that libraries declare and this module has registered. */
  readonly libraryOptions: readonly LibraryOptions[]
  /** Groups into which it puts options that are not all known; undefined: some group whose name is not known. */
  readonly openGroups: readonly (string | undefined)[]
  readonly comments: readonly Comment[]
  /** Calls that run when the module is imported and reach outside it, by what they reach. */
  readonly importEffects: readonly ImportEffect[]
}

/** A `cfg.OptGroup(...)`. */
export interface OptGroup {
  /** undefined: the name is not a value we know. */
  readonly name: string | undefined
  readonly title: string | undefined
  readonly help: string | undefined
  readonly range: Range
  readonly nameRange: Range
}

/** A comment, from its `#` to the end of its line. */
export interface Comment {
  readonly text: string
  readonly range: Range
  /** Whether nothing but white space stands before it on its line. */
  readonly ownLine: boolean
}

export interface ImportEffect {
  /** The call as written, shortened to a line. */
  readonly source: string
  readonly range: Range
  readonly reaches: Effect['reaches']
  /** What is called, as a dotted path. */
  readonly callee: string
}

/** A library's options in a group of the project: known from library data, not from the sources at hand. */
export interface LibraryOptions {
  readonly library: string
  readonly group: string
  readonly options: readonly LibraryOption[]
  /** The call that registers them; it may stand in another file, in a function that this module calls. */
  readonly file: string
  readonly range: Range
}
