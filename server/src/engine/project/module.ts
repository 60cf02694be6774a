import type { Option } from '../oslo/option'
import type { Range } from '../text'

/** The facts of one Python file, as far as they concern oslo.config. */
export interface Module {
  /** As the host named it when it handed the text in: a URI in the editor, a relative path on the command line. */
  readonly file: string
  readonly options: readonly Option[]
  readonly groups: readonly OptGroup[]
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
  readonly reaches: 'network' | 'file' | 'environment' | 'process' | 'global configuration' | 'host name'
}
