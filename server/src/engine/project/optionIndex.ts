import { knownValue } from '../python/value'
import type { Option } from '../oslo/option'
import type { Module } from './module'

/** All options by group and name, kept up to date file by file. */
export class OptionIndex {
  private readonly byKey = new Map<string, Option[]>()
  private readonly byFile = new Map<string, readonly string[]>()

  /** Puts a file's options in place of its former ones. Returns whether other files could notice. */
  replace(module: Module): boolean {
    const before = this.byFile.get(module.file) ?? []
    this.remove(module.file)
    const keys: string[] = []
    for (const option of module.options) {
      for (const key of keysOf(option)) {
        keys.push(key)
        const options = this.byKey.get(key)
        if (options) options.push(option)
        else this.byKey.set(key, [option])
      }
    }
    if (keys.length > 0) this.byFile.set(module.file, keys)
    return before.length !== keys.length || before.some((key, at) => key !== keys[at])
  }

  /** Forgets a file's options. Returns whether there were any. */
  remove(file: string): boolean {
    const keys = this.byFile.get(file)
    for (const key of new Set(keys)) {
      const rest = (this.byKey.get(key) ?? []).filter(option => option.file !== file)
      if (rest.length > 0) this.byKey.set(key, rest)
      else this.byKey.delete(key)
    }
    this.byFile.delete(file)
    return keys !== undefined
  }

  optionsNamed(group: string, name: string): readonly Option[] {
    return this.byKey.get(keyOf(group, name)) ?? []
  }
}

function keysOf(option: Option): string[] {
  const name = knownValue(option.name)
  return name === undefined ? [] : option.membership.groups.map(group => keyOf(group, name))
}

function keyOf(group: string, name: string): string {
  return `${group}\n${name}`
}
