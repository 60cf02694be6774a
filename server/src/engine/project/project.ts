import type { Option } from '../oslo/option'
import type { PythonParser } from '../syntax/parser'
import type { FileState } from './fileState'
import type { ModuleNames } from './moduleNames'
import { FollowedFiles } from './followedFiles'
import { KeptOptions, type Moved } from './keptOptions'
import type { Module } from './module'
import { moduleFacts, said, type Said } from './moduleFacts'
import { OptionIndex } from './optionIndex'
import type { ProjectView } from './view'

/**
 * The facts of all files, and what follows from them together. A file is named by any string the host likes, with `/`
 * between its folders (a URI, a relative path); modules are found by the end of that name.
 *
 * A file is followed when somebody asks for it, and again only after its text, or that of a file it looked at, has
 * changed. Facts depend on the texts at hand, and not on the order in which they came in or were asked for.
 */
export class Project implements ProjectView {
  /** Set by the host once it has handed in all there is: from then on facts say what all files say together. */
  complete = false
  private readonly files: FollowedFiles
  /** Which files declare, register or change options of a file. */
  private readonly touchedBy = new Map<string, Set<FileState>>()
  private readonly facts = new Map<string, Module>()
  /** Files that give options other defaults, by name or as objects. */
  private readonly changing = new Set<FileState>()
  private readonly kept = new Map<string, KeptOptions>()
  private readonly index = new OptionIndex()
  /**
   * What all files said of the options of a file that has to be followed again. Holds while nothing has changed but what
   * declarations say of themselves: then whoever registers them need not be followed at each key.
   */
  private readonly remembered = new Map<string, Said>()
  private changes = 0

  constructor(python: PythonParser) {
    this.files = new FollowedFiles(python, {
      followed: state => this.noteFollowed(state),
      dropping: states => this.noteDropping(states),
      silenced: ({ touches, changesDefaults }) => this.outdate(touches, changesDefaults),
    })
  }

  /** Makes known that a file exists, without its text. Imports are resolved among known files. */
  addPath(file: string): void {
    this.files.addPath(file)
  }

  /** Hands in a file's text, or replaces it. Never fails: broken text gives fewer facts. */
  setText(file: string, text: string): void {
    this.files.setText(file, text)
    if (this.files.get(file)?.mentionsOslo === false) this.forgetFacts(file)
  }

  /** Forgets a file. */
  remove(file: string): void {
    this.files.remove(file)
    this.forgetFacts(file)
  }

  /** Forgets what a file declared: it is gone, or its text declares nothing any more. */
  private forgetFacts(file: string): void {
    this.remembered.delete(file)
    this.facts.delete(file)
    this.kept.delete(file)
    if (this.index.remove(file)) this.changes++
  }

  /**
   * Known files whose text would help to understand the others: the host reads each and hands it in (an unreadable one
   * as empty text), again until nothing is wanted. Those that texts import come first, so that most files are followed
   * once; a host that wants to read as few as possible does without that look ahead.
   */
  wanted(looksAhead = true): readonly string[] {
    const ahead = looksAhead ? this.files.lookAhead() : []
    if (ahead.length > 0) return ahead
    this.settle()
    return looksAhead ? [...this.files.missing] : this.files.stillMissing()
  }

  /** Which file a module name means. */
  get moduleNames(): ModuleNames {
    return this.files.names
  }

  /** Grows whenever facts change that findings in other files may rest on. */
  get epoch(): number {
    return this.changes
  }

  /** The text of a file as it was handed in last; undefined when there is none. */
  textOf(file: string): string | undefined {
    return this.files.get(file)?.text
  }

  /** The facts of a file; undefined when it has none. */
  module(file: string): Module | undefined {
    if (this.files.get(file)?.mentionsOslo !== true) return undefined
    this.hear()
    return this.factsOf(file)
  }

  /** Why not all that a file declares is known, to be put behind its name; undefined where nothing is known to be missing. */
  shortfall(file: string): string | undefined {
    return this.files.get(file)?.shortfall
  }

  /** All modules with facts, by the names of their files. */
  *modules(): Iterable<Module> {
    this.settle()
    for (const file of [...this.files.all()].map(state => state.file).sort()) {
      const facts = this.module(file)
      if (facts) yield facts
    }
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

  movedFrom(option: Option): Moved | undefined {
    return this.kept.get(option.file)?.movedFrom(option)
  }

  mayMeet(file: string, other: string): boolean {
    return this.files.names.mayMeet(file, other)
  }

  /** Follows one file ahead of the first question that needs it: a host that must not be kept waiting spreads the work. */
  prepare(file: string): void {
    const state = this.files.get(file)
    if (state?.mentionsOslo !== true) return
    this.files.reconcile()
    this.files.follow(state)
  }

  /** Follows what was typed or came in, so that what it says of others is known, and they of it. */
  private hear(): void {
    this.files.reconcile()
    if (this.complete) {
      const typed = this.files.unfollowed().filter(state => !state.isKnown)
      for (const state of typed) this.files.follow(state)
      this.forget()
      for (const { file } of typed) this.factsOf(file)
    }
  }

  /** Follows every file that has to do with options and has not been followed yet. */
  private settle(): void {
    this.files.reconcile()
    for (const state of this.files.unfollowed()) this.files.follow(state)
    this.files.letGuestsGo()
    this.files.upset = false
    // Now the other files' word is fresh.
    for (const file of this.remembered.keys()) this.facts.delete(file)
    this.remembered.clear()
  }

  /** Lets go of what files said of each other's options, if that may be no longer what they say. */
  private forget(): void {
    if (!this.files.upset) return
    this.files.upset = false
    this.remembered.clear()
    for (const { former } of this.files.unfollowed()) {
      if (former) this.outdate(former.touches, former.changesDefaults)
    }
  }

  private factsOf(file: string): Module | undefined {
    const state = this.files.get(file)
    if (state?.mentionsOslo !== true) return undefined
    this.files.follow(state)
    this.forget()
    const known = this.facts.get(file)
    if (known) return known
    let facts = this.remembered.has(file) ? this.factsNow(state, this.remembered.get(file)) : undefined
    if (!facts) {
      this.followThoseThatTouch(state)
      facts = this.factsNow(state)!
    }
    this.facts.set(file, facts)
    if (this.index.replace(facts)) this.changes++
    return facts
  }

  private factsNow(state: FileState, remembered?: Said): Module | undefined {
    const kept = this.kept.get(state.file) ?? new KeptOptions()
    this.kept.set(state.file, kept)
    const touching = this.touchedBy.get(state.file) ?? []
    return moduleFacts(state, touching, this.changing, kept, remembered)
  }

  /** Follows those that may have something to say of a file's options: they had, or they looked at the file. */
  private followThoseThatTouch(own: FileState): void {
    if (own.records.options.length === 0) return
    const names = own.optionNames
    for (const state of this.files.unfollowed()) {
      const { former } = state
      const concerns =
        former !== undefined &&
        (former.touches.has(own.file) ||
          former.uses.has(own.file) ||
          [...former.changesByName].some(name => names.has(name)))
      if (concerns) this.files.follow(state)
    }
  }

  private noteFollowed(state: FileState): void {
    if (state.changesDefaults) this.changing.add(state)
    for (const file of [state.file, ...state.touches]) {
      const touching = this.touchedBy.get(file)
      if (touching) touching.add(state)
      else this.touchedBy.set(file, new Set([state]))
    }
    const { former } = state
    this.outdate([state.file, ...state.touches], state.changesDefaults)
    if (former) this.outdate(former.touches, former.changesDefaults)
  }

  private noteDropping(states: readonly FileState[]): void {
    for (const state of states) {
      const facts = this.facts.get(state.file)
      if (facts) this.remembered.set(state.file, said(facts))
      this.facts.delete(state.file)
      this.changing.delete(state)
      for (const touched of [state.file, ...state.touches]) {
        const touching = this.touchedBy.get(touched)
        if (touching?.delete(state) && touching.size === 0) this.touchedBy.delete(touched)
      }
    }
  }

  /** Makes facts be taken anew when somebody asks. */
  private outdate(files: Iterable<string>, all: boolean): void {
    // By name, any option may get another default; those that do not keep their facts.
    if (all) this.facts.clear()
    for (const file of files) this.facts.delete(file)
  }
}
