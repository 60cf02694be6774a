import type { Module } from '../project/module'
import type { ModuleNames } from '../project/moduleNames'
import { isPackage } from '../project/moduleNames'
import type { PythonParser } from '../syntax/parser'
import { Declared } from './declared'
import { readsIn } from './extract'
import type { FileReads } from './fact'
import { interpolationsIn } from './interpolations'
import { keyText, optionKey } from '../oslo/optionKey'
import { Resolver } from './resolve'
import type { UsedOption, Use } from './use'
import { usesIn } from './uses'

/** All files' reads and writes of options, joined with the declarations. */
export class ReadIndex {
  private readonly files = new Map<string, FileReads>()

  constructor(private readonly names: ModuleNames) {}

  /** Puts what a text says in place of what its file said before. */
  setText(file: string, text: string, python: PythonParser): void {
    const of = { module: this.names.nameOf(file), isPackage: isPackage(file), isTest: this.names.isTest(file) }
    this.files.set(file, readsIn(text, of, python))
  }

  remove(file: string): void {
    this.files.delete(file)
  }

  /**
   * All options with their uses in the order of files and lines: those that `modules` declare, used or not, and those that
   * are used and declared elsewhere.
   */
  options(modules: Iterable<Module>): readonly UsedOption[] {
    const all = [...modules]
    const declared = new Declared(all)
    const used = new Map<string, { group: string; option: string; uses: Use[] }>()
    const of = (group: string, option: string): Use[] => {
      const key = keyText(optionKey(group, option))
      let known = used.get(key)
      if (!known) used.set(key, (known = { group, option, uses: [] }))
      return known.uses
    }
    for (const { group, dest } of declared.all()) of(group, dest)
    for (const use of this.uses(all, declared)) of(use.group, use.option).push(use)
    return [...used.values()]
  }

  private *uses(modules: readonly Module[], declared: Declared): Generator<Use> {
    const byModule = new Map([...this.files.values()].map(facts => [facts.module, facts]))
    const resolver = new Resolver(name => byModule.get(name) ?? this.names.find(name, '') !== undefined)
    for (const [file, facts] of [...this.files].sort(([a], [b]) => (a < b ? -1 : 1)))
      yield* usesIn(file, facts, resolver, declared)
    yield* interpolationsIn(modules, declared)
  }
}
