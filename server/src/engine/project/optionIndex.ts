import { knownValue } from '../python/value'
import type { Option } from '../oslo/option'
import { keyText, optionKey } from '../oslo/optionKey'
import type { Module } from './module'
import { Namesakes, variantOf } from './namesakes'

/** All options by group and name, kept up to date file by file. */
export class OptionIndex {
  private readonly byKey = new Map<string, Namesakes>()
  private readonly byFile = new Map<string, readonly Placed[]>()

  /** Puts a file's options in place of its former ones. Returns whether other files could notice. */
  replace(module: Module): boolean {
    const before = this.byFile.get(module.file) ?? []
    this.remove(module.file)
    const now = module.options.flatMap(option => keysOf(option).map(key => ({ key, option })))
    for (const [key, options] of grouped(now)) {
      const others = this.byKey.get(key)?.options ?? []
      const at = others.findLastIndex(other => other.file < module.file) + 1
      this.byKey.set(key, new Namesakes([...others.slice(0, at), ...options, ...others.slice(at)]))
    }
    if (now.length > 0) this.byFile.set(module.file, now)
    return before.length !== now.length || now.some((one, at) => !this.looksAlike(one, before[at]))
  }

  /** Forgets a file's options. Returns whether there were any. */
  remove(file: string): boolean {
    const placed = this.byFile.get(file)
    for (const key of grouped(placed ?? []).keys()) {
      const rest = (this.byKey.get(key)?.options ?? []).filter(option => option.file !== file)
      if (rest.length > 0) this.byKey.set(key, new Namesakes(rest))
      else this.byKey.delete(key)
    }
    this.byFile.delete(file)
    return placed !== undefined
  }

  /** In the order of their files' names, whichever came first. */
  optionsNamed(group: string, name: string): readonly Option[] {
    return this.byKey.get(keyOf(group, name))?.options ?? []
  }

  variantsNamed(group: string, name: string): readonly Option[] {
    return this.byKey.get(keyOf(group, name))?.variants() ?? []
  }

  copiesBefore(group: string, name: string, file: string, content: string): number {
    return this.byKey.get(keyOf(group, name))?.copiesBefore(file, content) ?? 0
  }

  /** Whether nobody else could tell one from the other; of a name that only its own file has, nobody asks. */
  private looksAlike(one: Placed, other: Placed | undefined): boolean {
    if (one.key !== other?.key) return false
    const isShared = (this.byKey.get(one.key)?.options ?? []).some(({ file }) => file !== one.option.file)
    return (
      !isShared || (one.option.content === other.option.content && variantOf(one.option) === variantOf(other.option))
    )
  }
}

/** An option under one of its keys. */
interface Placed {
  readonly key: string
  readonly option: Option
}

function grouped(placed: readonly Placed[]): Map<string, Option[]> {
  const groups = new Map<string, Option[]>()
  for (const { key, option } of placed) {
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [option])
    else group.push(option)
  }
  return groups
}

function keysOf(option: Option): string[] {
  const name = knownValue(option.name)
  return name === undefined ? [] : option.membership.groups.map(group => keyOf(group, name))
}

function keyOf(group: string, name: string): string {
  return keyText(optionKey(group, name))
}
