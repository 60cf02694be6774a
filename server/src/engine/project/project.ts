import type { Option } from '../oslo/option'
import type { PythonParser } from '../syntax/parser'
import type { Module } from './module'
import type { ProjectView } from './view'

/**
 * The facts of all files, and what follows from them together. A file is named by any string the host likes, with `/`
 * between its folders (a URI, a relative path); modules are found by the end of that name.
 */
export class Project implements ProjectView {
  constructor(private readonly python: PythonParser) {}

  /** Makes known that a file exists, without its text. Imports are resolved among known files. */
  addPath(file: string): void {
    void file
  }

  /** Hands in a file's text, or replaces it. Never fails: broken text gives fewer facts. */
  setText(file: string, text: string): void {
    void [file, text, this.python]
  }

  /** Forgets a file. */
  remove(file: string): void {
    void file
  }

  /**
   * Known files whose text would help to understand the others: the host reads each and hands it in (an unreadable one
   * as empty text), again until nothing is wanted.
   */
  wanted(): readonly string[] {
    return []
  }

  /** Grows whenever facts change that findings in other files may rest on. */
  get epoch(): number {
    return 0
  }

  /** Set by the host once it has handed in all there is. */
  complete = false

  module(file: string): Module | undefined {
    void file
    return undefined
  }

  /** All modules with facts, in the order their texts first came in. */
  modules(): Iterable<Module> {
    return []
  }

  optionsNamed(group: string, name: string): readonly Option[] {
    void [group, name]
    return []
  }
}
