import type { LibraryOption } from '../oslo/libraryOptions'
import { keyText, optionKey } from '../oslo/optionKey'
import type { LibraryOptions, Module } from './module'

/** One option that a library declares, in a group in which the project has it registered. */
export type RegisteredLibraryOption = LibraryOption & Omit<LibraryOptions, 'options'>

/** The options of libraries that modules register, each once for a group: where the first registration stands. */
export function* libraryOptionsIn(modules: Iterable<Module>): Generator<RegisteredLibraryOption> {
  const seen = new Set<string>()
  for (const module of modules) {
    for (const { options, ...registered } of module.libraryOptions) {
      for (const option of options) {
        const key = keyText(optionKey(registered.group, option.name))
        if (!seen.has(key)) yield { ...option, ...registered }
        seen.add(key)
      }
    }
  }
}
