import type { Option } from '../oslo/option'
import type { Moved } from './keptOptions'
import type { Module } from './module'

/** What a rule may ask about the whole project. Answers cover the files that have been read so far. */
export interface ProjectView {
  /** Every option known by this name in this group, the asking one included. */
  optionsNamed(group: string, name: string): readonly Option[]
  /** The first of those that look alike from outside, in one folder: enough to find one that differs. */
  variantsNamed(group: string, name: string): readonly Option[]
  /** How many options of this name and content lie in files that come before `file`. */
  copiesBefore(group: string, name: string, file: string, content: string): number
  /** The module of a file, if it holds facts. */
  module(file: string): Module | undefined
  /** Of an option that has only moved since it was made: where from. */
  movedFrom(option: Option): Moved | undefined
  /** Whether one program may import both files: whether they belong to one package, or lie side by side. */
  mayMeet(file: string, other: string): boolean
  /** Whether the project has been read to its end: only then does "nowhere" mean anything. */
  readonly complete: boolean
}
