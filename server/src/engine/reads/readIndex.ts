import { type OptionKey, keyText, optionKey } from '../oslo/optionKey'
import type { Module } from '../project/module'
import { type ModuleNames, isPackage } from '../project/moduleNames'
import type { PythonParser } from '../syntax/parser'
import { Declared } from './declared'
import { Code } from './code'
import { readsIn } from './extract'
import type { Access, Chain, FileReads } from './fact'
import { interpolationsIn } from './interpolations'
import {
  type JudgedFile,
  type JudgedRead,
  type Texts,
  loggedIn,
  mayBeJudged,
  mayLog,
  missesIn,
  ownImportsAreAtHand,
  unknownOption,
  waives,
} from './judged'
import { type Goals, Reach } from './reach'
import { type Entity, Resolver } from './resolve'
import { type TeamSink, sinksWith } from './sinks'
import type { Use, UsedOption } from './use'
import { usesIn } from './uses'

/** Where texts come from that are read only once they are needed. */
export interface TextSource extends Texts {
  readonly python: PythonParser
}

/** All files' reads and writes of options, joined with the declarations. */
export class ReadIndex {
  private readonly files = new Map<string, Code>()
  private readonly used = new Map<string, readonly Use[]>()
  private interpolations: readonly Use[] = []
  private known = new Declared([])
  private resolver: Resolver | undefined
  private sinkAt = sinksWith([])
  private reach: Reach | undefined

  /** Reads that rules may have something to say of, of the files that somebody asked about. */
  private readonly candidates = new Map<string, readonly Use[]>()
  /** Whether some file names something in a way that may explain a read, by what is named. */
  private readonly explained = new Map<string, boolean>()

  /** `source` has the texts of files that are not handed in: they are read once they are needed. */
  constructor(
    private readonly names: ModuleNames,
    private readonly source?: TextSource,
  ) {}

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
    const before = this.files.get(file)
    const { facts } = this.read(file, text, python)
    this.candidates.delete(file)
    if (before && passedOnBy(before.facts) === passedOnBy(facts)) {
      for (const each of [file, ...(this.reach?.dependents(file) ?? [])]) this.used.delete(each)
    } else this.forget()
  }

  private read(file: string, text: string, python: PythonParser): Code {
    const of = {
      module: this.names.nameOf(file),
      isPackage: isPackage(file),
      isTest: this.names.isTest(file),
      sinkAt: this.sinkAt,
    }
    const facts = readsIn(text, of, python)
    // What tests do with values is nobody's concern.
    const code = new Code(file, facts, of.isPackage, of.sinkAt, of.isTest ? '' : text, python)
    this.files.set(file, code)
    this.explained.clear()
    return code
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
    this.explained.clear()
    if (this.known.hasSameNamesAs(before)) return
    this.used.clear()
    this.candidates.clear()
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
      const goalsOf = ({ carried }: Access): Goals => reach.goalsOf(file, carried, facts.lineStarts)
      this.used.set(file, (uses = [...usesIn(file, facts, resolver, this.known, goalsOf)]))
    }
    return uses
  }

  /**
   * What there is to judge in a file besides its declarations, once all files have been handed in, or can be; undefined
   * where there is nothing. Of tests there never is.
   */
  judged(file: string): JudgedFile | undefined {
    const code = this.files.get(file) ?? this.supplied(file)
    if (!code || code.facts.isTest) return undefined
    let whole: boolean | undefined
    const isWhole = (): boolean => (whole ??= ownImportsAreAtHand(file, code.text, this.names))
    const reads = this.candidatesIn(code).flatMap((use): JudgedRead[] => {
      // Of a back end's configuration, which group has it is not known.
      const groups = use.isSure ? [use.group] : this.known.groupsWith(use.option)
      const options = groups.flatMap(group => this.known.optionsOf(group, use.option))
      const unknown = isWhole() ? this.unknown(use) : undefined
      return use.sinks.length === 0 && !unknown ? [] : [{ ...use, options, ...(unknown && { unknown }) }]
    })
    if (reads.length === 0 && !waives(code.text)) return undefined
    return { file, reads, comments: code.comments, isWhole: isWhole() }
  }

  /**
   * Whether a file may have something to judge, as far as its words tell: a quick look that spares reading most texts.
   * `logged` fits the options whose logging matters.
   */
  mayBeJudged(text: string, logged: RegExp): boolean {
    return waives(text) || mayLog(text, logged) || missesIn(text, this.known).size > 0
  }

  private candidatesIn({ file, facts, text }: Code): readonly Use[] {
    let found = this.candidates.get(file)
    if (!found) {
      const misses = missesIn(text, this.known)
      const isWanted = (access: Access): boolean => mayBeJudged(access, misses)
      const goalsOf = ({ carried }: Access): Goals => ({
        sinks: loggedIn(file, carried, facts.lineStarts),
        notFollowed: [],
      })
      found = facts.accesses.some(isWanted)
        ? [...usesIn(file, facts, this.following().resolver, this.known, goalsOf, isWanted)]
        : []
      found = onePerPlace(found)
      this.candidates.set(file, found)
    }
    return found
  }

  private unknown(use: Use): JudgedRead['unknown'] {
    const texts: Texts = this.source ?? {
      of: file => this.files.get(file)?.text,
      all: () => [...this.files].map(([file, { text }]) => [file, text] as const),
    }
    return unknownOption(use, this.known, texts, this.explained)
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
      const find = (name: string): Code | undefined => this.files.get(byModule.get(name) ?? '') ?? this.suppliedAs(name)
      this.resolver = new Resolver(name => find(name)?.facts ?? this.names.find(name, '') !== undefined)
      const isFollowed = (code: Code | undefined): code is Code => code?.facts.isTest === false
      this.reach = new Reach(
        name => [find(name)].find(isFollowed),
        () => [...this.files.values()].filter(isFollowed),
      )
    }
    return { resolver: this.resolver, reach: this.reach }
  }

  /** A module whose text was not handed in, where it can be had. */
  private suppliedAs(name: string): Code | undefined {
    const file = this.source && this.names.find(name, '')
    if (file === undefined || this.names.nameOf(file) !== name) return undefined
    return this.files.get(file) ?? this.supplied(file)
  }

  private supplied(file: string): Code | undefined {
    const text = this.source?.of(file)
    return text === undefined || !this.source ? undefined : this.read(file, text, this.source.python)
  }

  private forget(): void {
    this.candidates.clear()
    this.resolver = undefined
    this.reach = undefined
    this.used.clear()
  }
}

/** Of what one expression may read, the first. */
function onePerPlace(uses: readonly Use[]): readonly Use[] {
  const seen = new Set<string>()
  return uses.filter(({ range, option }) => {
    const key = JSON.stringify([range, option])
    return !seen.has(key) && seen.add(key)
  })
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
