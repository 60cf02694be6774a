import { conventions } from '../oslo/conventions'
import { OsloLibrary } from '../oslo/library'
import { isOsloConfig } from '../oslo/mentions'
import { Records } from '../oslo/records'
import type { ModuleObj } from '../python/values/object'
import type { World } from '../python/run/run'
import type { PythonParser } from '../syntax/parser'
import { FileState, type Former } from './fileState'
import { ImportCircles } from './importCircles'
import { ModuleNames, isPackage, lastPart, packageOf } from './moduleNames'

/** Longer chains of modules that import from each other are not followed to their end. */
const deepestImport = 60

/** What whoever keeps facts has to hear of. */
export interface FollowingEvents {
  /** A file has just been followed. */
  followed(state: FileState): void
  /** What was followed with these files is about to be taken back. */
  dropping(states: readonly FileState[]): void
  /** A file that said something of others' options will say nothing more. */
  silenced(former: Former): void
}

/**
 * All files, each followed at most once until its text, or that of a file it looked at, changes. What following brings
 * to light depends on the texts alone: files that import each other are followed together, always beginning at the same
 * one, and taken back together.
 */
export class FollowedFiles {
  /** Files that were looked for and whose text is not at hand. */
  readonly missing = new Set<string>()
  /** Whether something has changed since this was last set to false that may change what files say of others' options. */
  upset = false
  readonly names = new ModuleNames()
  private readonly paths = new Set<string>()
  private readonly states = new Map<string, FileState>()
  /** Files with options that have to be followed (again). */
  private readonly waiting = new Set<FileState>()
  /**
   * Followed files that have nothing to do with options by their own text, but said something of others' options: a test
   * that a package imports, say. They count for as long as a file with options leads to them.
   */
  private readonly guests = new Set<FileState>()
  private readonly following: FileState[] = []
  /** Files that looked at a file, the other way round than `FileState.uses`. */
  private readonly users = new Map<string, Set<string>>()
  /** Files that looked for a module, by the last part of its name. */
  private readonly seekers = new Map<string, Set<string>>()
  private readonly circles: ImportCircles
  /** Whether files may have come into other circles. */
  private reshaped = false
  /** Whether a folder has become a package, or is none any more: names may mean other files. */
  private renamed = false
  /** How many modules the present question has led through. */
  private depth = 0
  private readonly world: World

  constructor(
    private readonly python: PythonParser,
    private readonly events: FollowingEvents,
  ) {
    this.world = {
      findModule: (name, level, from) => this.findModule(name, level, from),
      within: (find, tooDeep) => this.within(find, tooDeep),
      nameOf: module => this.names.nameOf(module.file),
      conventions,
      library: new OsloLibrary(() => this.following.at(-1)?.records ?? new Records()),
    }
    this.circles = new ImportCircles({
      importsOf: file => this.states.get(file)?.imports,
      resolve: (name, level, from) => this.resolve(name, level, from),
    })
  }

  get(file: string): FileState | undefined {
    return this.states.get(file)
  }

  all(): Iterable<FileState> {
    return this.states.values()
  }

  /** Files with options that are not followed as they are now, by name. */
  unfollowed(): readonly FileState[] {
    return [...this.waiting].sort((a, b) => (a.file < b.file ? -1 : 1))
  }

  addPath(file: string): void {
    if (this.paths.has(file)) return
    this.paths.add(file)
    this.names.add(file)
    // Who looked for such a module may find this one now.
    for (const seeker of this.seekers.get(lastPart(file) ?? '') ?? []) this.drop(seeker)
    this.pathsChanged(file)
  }

  setText(file: string, text: string): void {
    const before = this.states.get(file)
    if (before?.text === text) return
    this.addPath(file)
    const state = new FileState(file, text, this.names.isTest(file), this.python)
    if (!before || !state.typeOver(before)) this.reshaped = true
    this.drop(file)
    this.missing.delete(file)
    this.put(state)
    if (!state.mentionsOslo) this.upset = true
  }

  /** Those of `missing` that what was followed last still looked for: a package is looked for beside its module only until that is at hand. */
  stillMissing(): readonly string[] {
    const used = new Set([...this.states.values()].flatMap(state => [...state.uses]))
    return [...this.missing].filter(file => used.has(file))
  }

  remove(file: string): void {
    this.drop(file)
    this.paths.delete(file)
    this.names.remove(file)
    this.missing.delete(file)
    const state = this.states.get(file)
    if (state) this.waiting.delete(state)
    if (state?.former) this.events.silenced(state.former)
    this.states.delete(file)
    for (const [part, seekers] of this.seekers) {
      if (seekers.delete(file) && seekers.size === 0) this.seekers.delete(part)
    }
    this.pathsChanged(file)
  }

  /** Imported files that are not at hand. To have them first spares following the importing file twice. */
  lookAhead(): readonly string[] {
    const found = new Set<string>()
    for (const state of this.states.values()) {
      for (const { name, level } of state.lookAhead()) {
        const file = this.resolve(name, level, state.file)
        if (file !== undefined && !this.states.has(file)) found.add(file)
      }
    }
    return [...found]
  }

  /** Follows a file, and before it those of its circle that come first. */
  follow(state: FileState): void {
    if (state.status !== 'new') return
    const circle = this.circles.of(state.file)
    const members = circle.flatMap(file => this.states.get(file) ?? [])
    if (!members.some(member => member.status === 'following')) for (const member of members) this.enter(member, circle)
    this.enter(state, circle)
  }

  /** Has to be called before anything is followed: takes back what was followed in circles, or under names, of before. */
  reconcile(): void {
    if (this.renamed) this.rename()
    if (this.reshaped || this.renamed) {
      this.circles.clear()
      for (const { file, status, circle } of [...this.states.values()]) {
        const now = this.circles.of(file)
        if (status === 'followed' && circle !== now && circle.join('\n') !== now.join('\n')) this.drop(file)
      }
    }
    this.renamed = this.reshaped = false
  }

  /** Takes back the guests to which no file with options leads any more. To be called once all files are followed. */
  letGuestsGo(): void {
    const leaving = [...this.guests].filter(guest => !this.isWanted(guest))
    if (leaving.length > 0) this.takeBack(leaving)
  }

  /** Whether a file with options looked at this one, itself or by way of others. */
  private isWanted(guest: FileState): boolean {
    const seen = new Set([guest.file])
    for (const file of seen) {
      if (this.states.get(file)?.mentionsOslo === true) return true
      for (const user of this.users.get(file) ?? []) seen.add(user)
    }
    return false
  }

  private put(state: FileState): void {
    const before = this.states.get(state.file)
    if (before) this.waiting.delete(before)
    this.states.set(state.file, state)
    if (state.mentionsOslo) this.waiting.add(state)
    else if (state.former) this.events.silenced(state.former)
  }

  private pathsChanged(file: string): void {
    this.circles.clearNames()
    this.reshaped = true
    this.upset = true
    if (isPackage(file)) this.renamed = true
  }

  /** Looks anew at all files, whose modules may have other names. */
  private rename(): void {
    const states = [...this.states.values()]
    this.takeBack(states)
    for (const { file, text, isTest } of states) {
      const isTestNow = this.names.isTest(file)
      if (isTest === isTestNow) continue
      const state = new FileState(file, text, isTestNow, this.python)
      state.typeOver(this.states.get(file)!)
      this.put(state)
    }
  }

  private enter(state: FileState, circle: readonly string[]): void {
    if (state.status !== 'new') return
    state.circle = circle
    this.following.push(state)
    try {
      state.follow(this.world)
    } finally {
      this.following.pop()
    }
    this.waiting.delete(state)
    if (state.saysOther) this.upset = true
    if (!state.mentionsOslo && (state.touches.size > 0 || state.changesDefaults)) this.guests.add(state)
    this.events.followed(state)
  }

  private resolve(name: string, level: number, from: string): string | undefined {
    // What oslo.config does is known without its source, which may well lie in the workspace.
    if (level === 0 && isOsloConfig(name)) return undefined
    return level > 0 ? this.names.findRelative(name, level, from) : this.names.find(name, from)
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

  /** Takes a file's state back, that of every file that looked at it, and of those in a circle with them. */
  private drop(file: string): void {
    const outdated = new Set([file])
    for (const changed of outdated) {
      for (const member of this.states.get(changed)?.circle ?? []) outdated.add(member)
      for (const user of this.users.get(changed) ?? []) outdated.add(user)
    }
    this.takeBack([...outdated].flatMap(name => this.states.get(name) ?? []))
  }

  private takeBack(outdated: readonly FileState[]): void {
    const dropped = outdated.filter(state => state.status !== 'new')
    this.events.dropping(dropped)
    for (const state of dropped) {
      this.guests.delete(state)
      for (const used of state.uses) this.users.get(used)?.delete(state.file)
      this.put(state.again())
    }
  }
}
