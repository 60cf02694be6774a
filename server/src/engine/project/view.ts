import type { Option } from '../oslo/option'
import type { Module } from './module'

/** What a rule may ask about the whole project. Answers cover the files that have been read so far. */
export interface ProjectView {
  /** Every option known by this name in this group, the asking one included. */
  optionsNamed(group: string, name: string): readonly Option[]
  /** The module of a file, if it holds facts. */
  module(file: string): Module | undefined
  /** Whether the project has been read to its end: only then does "nowhere" mean anything. */
  readonly complete: boolean
}
