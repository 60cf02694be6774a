import { type OptionKey, keyText, optionKey } from '../oslo/optionKey'
import type { Module } from '../project/module'
import { type ModuleNames, isPackage } from '../project/moduleNames'
import type { PythonParser } from '../syntax/parser'
import { Declared } from './declared'
import { Code } from './code'
import { readsIn } from './extract'
import type { Chain, FileReads } from './fact'
import { interpolationsIn } from './interpolations'
import { Reach } from './reach'
import { type Entity, Resolver } from './resolve'
import { type TeamSink, sinksWith } from './sinks'
import type { Use, UsedOption } from './use'
import { usesIn } from './uses'

/** All files' reads and writes of options, joined with the declarations. */
export class ReadIndex {
  private readonly files = new Map<string, Code>()
  private readonly used = new Map<string, readonly Use[]>()
  private interpolations: readonly Use[] = []
  private known = new Declared([])
  private resolver: Resolver | undefined
  private sinkAt = sinksWith([])
  private reach: Reach | undefined

  constructor(private readonly names: ModuleNames) {}

  /** Takes in which calls a team names, besides those that are known, for the texts that come from then on. */
  setSinks(team: readonly TeamSink[]): void {
    this.sinkAt = sinksWith(team)
  }

  /** The texts, those of tests too where they are asked for. */
  *texts(withTests = false): Generator<readonly [file: string, text: string]> {
    for (const [file, { text, facts }] of this.files) if (withTests || !facts.isTest) yield [file, text]
  }

  /** Puts what a text says in place of what its file said before. */
  setText(file: string, text: string, python: PythonParser): void {
    const of = {
      module: this.names.nameOf(file),
      isPackage: isPackage(file),
      isTest: this.names.isTest(file),
      sinkAt: this.sinkAt,
    }
    const facts = readsIn(text, of, python)
    const before = this.files.get(file)
    // What tests do with values is nobody's concern.
    this.files.set(file, new Code(file, facts, of.isPackage, of.sinkAt, of.isTest ? '' : text, python))
    if (before && passedOnBy(before.facts) === passedOnBy(facts)) {
      for (const each of [file, ...(this.reach?.dependents(file) ?? [])]) this.used.delete(each)
    } else this.forget()
  }

  remove(file: string): void {
    if (this.files.delete(file)) this.forget()
  }

  /** Takes in which options there are. */
  declare(modules: Iterable<Module>): void {
    const all = [...modules]
    const before = this.known
    this.known = new Declared(all)
    this.interpolations = [...interpolationsIn(all, this.known)]
    if (!this.known.hasSameNamesAs(before)) this.used.clear()
  }

  get declared(): Declared {
    return this.known
  }

  fileNames(): readonly string[] {
    return [...this.files.keys()]
  }

  /** The uses in the code of one file, in their order. */
  usesIn(file: string): readonly Use[] {
    const facts = this.files.get(file)?.facts
    if (!facts) return []
    let uses = this.used.get(file)
    if (!uses) {
      const { resolver, reach } = this.following()
      for (const done of reach.ahead(facts.accesses.map(({ carried }) => carried))) void done
      this.used.set(file, (uses = [...usesIn(file, facts, resolver, this.known, reach)]))
    }
    return uses
  }

  /** The uses of one option in all files, in their order. */
  usesOf(key: OptionKey): readonly Use[] {
    const text = keyText(key)
    return [...this.all()].filter(use => keyText(optionKey(use.group, use.option)) === text)
  }

  /**
   * All options with their uses in the order of files and lines: those that are declared, used or not, and those that
   * are used and declared elsewhere.
   */
  options(): readonly UsedOption[] {
    const used = new Map<string, { group: string; option: string; uses: Use[] }>()
    const of = (group: string, option: string): Use[] => {
      const key = keyText(optionKey(group, option))
      let known = used.get(key)
      if (!known) used.set(key, (known = { group, option, uses: [] }))
      return known.uses
    }
    for (const { group, dest } of this.known.all()) of(group, dest)
    for (const use of this.all()) of(use.group, use.option).push(use)
    return [...used.values()]
  }

  /**
   * Reads ahead what is needed to say what the values of all files reach, in small steps: it yields behind each. Without
   * it each file's uses cost more.
   */
  *ahead(): Generator<undefined> {
    const open = [...this.files].filter(([file]) => !this.used.has(file))
    yield* this.following().reach.ahead(open.flatMap(([, { facts }]) => facts.accesses.map(({ carried }) => carried)))
  }

  /** What a dotted path that begins with a name of a file's module leads to. */
  lookUp(file: string, path: readonly string[]): readonly Entity[] {
    const chain: Chain = { root: [this.names.nameOf(file), ...path].join('.'), steps: [] }
    return this.following().resolver.resolve(chain)
  }

  private *all(): Generator<Use> {
    for (const done of this.ahead()) void done
    for (const file of [...this.files.keys()].sort()) yield* this.usesIn(file)
    yield* this.interpolations
  }

  private following(): { readonly resolver: Resolver; readonly reach: Reach } {
    if (!this.resolver || !this.reach) {
      const byModule = new Map([...this.files].map(([file, { facts }]) => [facts.module, file]))
      const find = (name: string): Code | undefined => this.files.get(byModule.get(name) ?? '')
      this.resolver = new Resolver(name => find(name)?.facts ?? this.names.find(name, '') !== undefined)
      const isFollowed = (code: Code | undefined): code is Code => code?.facts.isTest === false
      this.reach = new Reach(
        name => [find(name)].find(isFollowed),
        () => [...this.files.values()].filter(isFollowed),
      )
    }
    return { resolver: this.resolver, reach: this.reach }
  }

  private forget(): void {
    this.resolver = undefined
    this.reach = undefined
    this.used.clear()
  }
}

/** What other files may take from a file, as a text. */
function passedOnBy({ module, names, classes, stars }: FileReads): string {
  return JSON.stringify([
    module,
    [...names],
    [...classes].map(([name, { bases, attributes }]) => [name, bases, [...attributes]]),
    stars,
  ])
}
