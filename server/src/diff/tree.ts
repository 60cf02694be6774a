import type { Decoded } from '../decodePython'

/** All files of one side of a comparison. */
export interface Tree {
  /** As people call it. */
  readonly name: string
  /** The commit's id; null for the working tree. */
  readonly commit: string | null
  /** What tells contents from one another, by the path from the top of the repository. */
  readonly files: ReadonlyMap<string, string>
  /** The texts of some of its files, by path; those that are no text, or cannot be read, are missing. */
  read(paths: readonly string[]): Promise<ReadonlyMap<string, Decoded>>
  /** Its Python files that hold one of some plain texts; more than those are no mistake. */
  holding(texts: readonly string[]): Promise<ReadonlySet<string>>
}
