import type { PyValue } from '../python/value'
import type { TypeClassName } from '../oslo/option'

/**
 * The catalogue as its file holds it: options of Nova's releases and of the libraries that services use, by package,
 * group and name. Made by `scripts/catalogue.ts`; keys are short because there are thousands.
 */
export interface CatalogueData {
  readonly schemaVersion: 1
  readonly types: readonly TypeData[]
  readonly packages: readonly PackageData[]
}

export interface PackageData {
  readonly name: string
  /** The Python packages that it brings. */
  readonly modules: readonly string[]
  /** The releases that were looked at, oldest first, each perhaps with its name behind a blank: `20.0.0 Train`. */
  readonly releases: readonly string[]
  /** For each release of Nova, by index, which of these releases it came with; left out for Nova itself. */
  readonly at?: readonly number[]
  /** By group, then by name. `*session` and the like are groups that other packages choose. */
  readonly options: Readonly<Record<string, Readonly<Record<string, OptionData>>>>
  /** Which of the groups that begin with `*` each group takes in. */
  readonly uses?: Readonly<Record<string, readonly string[]>>
  /** Names of old, `group/name`, that a call gives to options of a library: by `group/name`. */
  readonly renamed?: Readonly<Record<string, readonly string[]>>
  /** In which groups the options of a file are registered, where its own source does not say; by the end of its name. */
  readonly homes?: readonly Home[]
}

export type Home = readonly [file: string, groups: readonly string[]]

export interface OptionData {
  /** The index of its type; left out where that is not known. */
  readonly t?: number
  /** The default as plain data; left out for none. */
  readonly d?: PyValue
  /** 1: the default is not known. */
  readonly c?: 1
  /** What files call it, where that is not its name with underscores. */
  readonly k?: string
  readonly m?: 1
  readonly s?: 1
  /** Names of old: `group/name`; either part may be empty, for the option's own. */
  readonly o?: readonly string[]
  /** 1: deprecated for removal. */
  readonly r?: 1
  /** The first sentence of its help. */
  readonly h?: string
  /** The first release that has it, by index; left out for the first that was looked at. */
  readonly i?: number
  /** The first release without it, by index; left out for those that are still there. */
  readonly u?: number
  /** What took its place: `group/name`. */
  readonly w?: string
  /** 1: no option of its own, but a name of old of that one. */
  readonly n?: 1
}

export interface TypeData {
  readonly n: TypeClassName
  /** What its constructor was given, by parameter. */
  readonly g?: Readonly<Record<string, PyValue>>
  /** The type of its items, by index. */
  readonly e?: number
}
