import { OsloLibrary } from '../oslo/library'
import type { Option } from '../oslo/option'
import { Records } from '../oslo/records'
import type { ModuleObj } from '../python/object'
import type { World } from '../python/run'
import type { PythonParser } from '../syntax/parser'
import { FileState } from './fileState'
import { KeptOptions } from './keptOptions'
import type { Module } from './module'
import { moduleFacts, type Membership } from './moduleFacts'
import { ModuleNames, lastPart, packageOf } from './moduleNames'
import { OptionIndex } from './optionIndex'
import type { ProjectView } from './view'

/** Longer chains of modules that import from each other are not followed to their end. */
const deepestImport = 60

/**
 * The facts of all files, and what follows from them together. A file is named by any string the host likes, with `/`
 * between its folders (a URI, a relative path); modules are found by the end of that name.
 *
 * A file is followed when somebody asks for it, and again only after its text, or that of a file it looked at, has
 * changed.
 */
export class Project implements ProjectView {
  /** Set by the host once it has handed in all there is. */
  complete = false
  private readonly names = new ModuleNames()
  private readonly paths = new Set<string>()
  private readonly states = new Map<string, FileState>()
  /** Files that were looked for and whose text is not at hand. */
  private readonly missing = new Set<string>()
  /** Which files declare, register or change options of a file. */
  private readonly touchedBy = new Map<string, Set<FileState>>()
  private readonly facts = new Map<string, Module>()
  /** Files that give options other defaults, by name or as objects. */
  private readonly changing = new Set<FileState>()
  private readonly kept = new Map<string, KeptOptions>()
  private readonly index = new OptionIndex()
  /** What other files said of a file's options before they had to be followed again. */
  private readonly remembered = new Map<string, readonly Membership[]>()
  private readonly following: FileState[] = []
  /** Files that looked at a file, the other way round than `FileState.uses`. */
  private readonly users = new Map<string, Set<string>>()
  /** Files that looked for a module, by the last part of its name. */
  private readonly seekers = new Map<string, Set<string>>()
  /** How many modules the present question has led through. */
  private depth = 0
  private readonly world: World
  private changes = 0

  constructor(private readonly python: PythonParser) {
    this.world = {
      findModule: (name, level, from) => this.findModule(name, level, from),
      within: (find, tooDeep) => this.within(find, tooDeep),
      nameOf: module => this.names.nameOf(module.file),
      library: new OsloLibrary(() => this.following.at(-1)?.records ?? new Records()),
    }
  }

  /** Makes known that a file exists, without its text. Imports are resolved among known files. */
  addPath(file: string): void {
    if (this.paths.has(file)) return
    this.paths.add(file)
    this.names.add(file)
    // Who looked for such a module may find this one now.
    for (const seeker of this.seekers.get(lastPart(file) ?? '') ?? []) this.drop(seeker)
  }

  /** Hands in a file's text, or replaces it. Never fails: broken text gives fewer facts. */
  setText(file: string, text: string): void {
    const before = this.states.get(file)
    if (before?.text === text) return
    this.addPath(file)
    this.drop(file)
    this.missing.delete(file)
    const state = new FileState(file, text, this.names.isTest(file), this.python, before?.base)
    this.states.set(file, state)
    if (!state.mentionsOslo) this.forgetFacts(file)
  }

  /** Forgets a file. */
  remove(file: string): void {
    this.drop(file)
    this.paths.delete(file)
    this.names.remove(file)
    this.missing.delete(file)
    this.states.delete(file)
    for (const [part, seekers] of this.seekers)
      if (seekers.delete(file) && seekers.size === 0) this.seekers.delete(part)
    this.forgetFacts(file)
  }

  /** Forgets what a file declared: it is gone, or its text declares nothing any more. */
  private forgetFacts(file: string): void {
    this.facts.delete(file)
    this.kept.delete(file)
    if (this.index.remove(file)) this.changes++
  }

  /**
   * Known files whose text would help to understand the others: the host reads each and hands it in (an unreadable one
   * as empty text), again until nothing is wanted.
   */
  wanted(): readonly string[] {
    const ahead = this.lookAhead()
    if (ahead.length > 0) return ahead
    this.settle()
    return [...this.missing]
  }

  /** Grows whenever facts change that findings in other files may rest on. */
  get epoch(): number {
    return this.changes
  }

  /** The facts of a file; undefined when it has none. */
  module(file: string): Module | undefined {
    const state = this.states.get(file)
    if (!state?.mentionsOslo) return undefined
    this.follow(state)
    let facts = this.facts.get(file)
    if (!facts) {
      facts = moduleFacts(
        state,
        this.touchedBy.get(file) ?? [],
        this.remembered.get(file) ?? [],
        [...this.changing],
        this.keptOf(file),
      )
      this.facts.set(file, facts)
      if (this.index.replace(facts)) this.changes++
    }
    return facts
  }

  /** Why not all that a file declares is known, to be put behind its name; undefined where nothing is known to be missing. */
  shortfall(file: string): string | undefined {
    return this.states.get(file)?.shortfall
  }

  /** All modules with facts, in the order of their names: whoever cuts or joins them gets the same from the same texts. */
  *modules(): Iterable<Module> {
    this.settle()
    for (const file of [...this.states.keys()].sort()) {
      const facts = this.module(file)
      if (facts) yield facts
    }
  }

  mayMeet(file: string, other: string): boolean {
    return this.names.mayMeet(file, other)
  }

  optionsNamed(group: string, name: string): readonly Option[] {
    return this.index.optionsNamed(group, name)
  }

  variantsNamed(group: string, name: string): readonly Option[] {
    return this.index.variantsNamed(group, name)
  }

  copiesBefore(group: string, name: string, file: string, content: string): number {
    return this.index.copiesBefore(group, name, file, content)
  }

  /** Follows one file ahead of the first question that needs it: a host that must not be kept waiting spreads the work. */
  prepare(file: string): void {
    const state = this.states.get(file)
    if (state?.mentionsOslo === true) this.follow(state)
  }

  /** Follows every file that has to do with options and has not been followed yet. */
  private settle(): void {
    for (const state of [...this.states.values()]) if (state.mentionsOslo) this.follow(state)
    // Now the other files' word is fresh.
    for (const file of this.remembered.keys()) this.facts.delete(file)
    this.remembered.clear()
  }

  /** Imported files that are not at hand. To have them first spares following the importing file twice. */
  private lookAhead(): readonly string[] {
    const found = new Set<string>()
    for (const state of this.states.values()) {
      for (const { name, level } of state.lookAhead()) {
        const file = this.resolve(name, level, state.file)
        if (file !== undefined && !this.states.has(file)) found.add(file)
      }
    }
    return [...found]
  }

  private resolve(name: string, level: number, from: string): string | undefined {
    // What oslo.config does is known without its source, which may well lie in the workspace.
    if (level === 0 && /^oslo[._]config\b/.test(name)) return undefined
    return level > 0 ? this.names.findRelative(name, level, from) : this.names.find(name, from)
  }

  private keptOf(file: string): KeptOptions {
    const kept = this.kept.get(file) ?? new KeptOptions()
    this.kept.set(file, kept)
    return kept
  }

  private follow(state: FileState): void {
    if (state.status !== 'new') return
    this.following.push(state)
    try {
      state.follow(this.world)
    } finally {
      this.following.pop()
    }
    if (state.records.defaultChanges.length > 0) {
      this.changing.add(state)
      // By name, any option may be meant; those that are not keep their facts.
      this.facts.clear()
    }
    for (const file of [state.file, ...state.touches]) {
      const touching = this.touchedBy.get(file)
      if (touching) touching.add(state)
      else this.touchedBy.set(file, new Set([state]))
      this.facts.delete(file)
    }
  }

  private findModule(name: string, level: number, from: ModuleObj): ModuleObj | undefined {
    this.noteSeeker(name === '' ? lastPart(packageOf(from.file, level)) : name.split('.').at(-1), from.file)
    const file = this.resolve(name, level, from.file)
    if (file === undefined) return undefined
    this.noteUse(from.file, file)
    const state = this.states.get(file)
    if (!state) {
      this.missing.add(file)
      return undefined
    }
    this.follow(state)
    return state.module
  }

  private noteUse(user: string, used: string): void {
    this.states.get(user)?.uses.add(used)
    const users = this.users.get(used)
    if (users) users.add(user)
    else this.users.set(used, new Set([user]))
  }

  private noteSeeker(part: string | undefined, file: string): void {
    if (part === undefined) return
    const seekers = this.seekers.get(part)
    if (seekers) seekers.add(file)
    else this.seekers.set(part, new Set([file]))
  }

  private within<T>(find: () => T, tooDeep: T): T {
    if (this.depth >= deepestImport) return tooDeep
    this.depth++
    try {
      return find()
    } finally {
      this.depth--
    }
  }

  /** Takes a file's state back, and that of every file that looked at it. */
  private drop(file: string): void {
    const outdated = new Set([file])
    for (const changed of outdated) for (const user of this.users.get(changed) ?? []) outdated.add(user)
    for (const name of outdated) this.remember(name)
    for (const name of outdated) {
      const state = this.states.get(name)
      if (!state || state.status === 'new') continue
      for (const used of state.uses) this.users.get(used)?.delete(name)
      this.states.set(name, state.again())
      if (this.changing.delete(state)) this.facts.clear()
      for (const touched of [name, ...state.touches]) {
        const touching = this.touchedBy.get(touched)
        if (touching?.delete(state) && touching.size === 0) this.touchedBy.delete(touched)
        this.facts.delete(touched)
      }
    }
  }

  /** Keeps what other files said of a file's options until they have been followed again. */
  private remember(file: string): void {
    const facts = this.facts.get(file)
    if (!facts) return
    const own = this.states.get(file)
    const others = [...(this.touchedBy.get(file) ?? [])].filter(state => state !== own)
    if (others.length === 0) return
    this.remembered.set(
      file,
      facts.options.map(option => ({ id: option.id, membership: option.membership })),
    )
  }
}
