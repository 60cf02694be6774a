import { type OptionKey, defaultGroup, groupKey, keyText, optionKey } from '../oslo/optionKey'
import type { Option } from '../oslo/option'
import type { Module } from '../project/module'
import { knownValue } from '../python/value'
import { libraryGroups } from './configOpts'

/** The groups and options that there are, as far as the sources at hand declare or register them. */
export class Declared {
  /** Groups as they are registered, by their keys. */
  private readonly groups = new Map<string, string>()
  private readonly patterns: string[] = []
  private readonly options = new Map<string, readonly Option[]>()
  private readonly destsOf = new Map<string, Set<string>>()
  private readonly groupsOf = new Map<string, Set<string>>()
  /** Groups, by their keys, that may have other options than those that are known. */
  private readonly open = new Set<string>()
  /** Options that may be in other groups than those that are known. */
  private readonly unplaced = new Set<string>()
  /** Files that put options into groups whose names are not known. */
  readonly opening: readonly string[]

  constructor(modules: Iterable<Module>) {
    const opening: string[] = []
    for (const { file, isTest, options, groups, libraryOptions, openGroups } of modules) {
      for (const option of options) {
        const dest = knownValue(option.dest) ?? knownValue(option.name)
        if (!isTest) {
          if (dest === undefined) for (const group of option.membership.groups) this.open.add(groupKey(group))
          else if (!option.membership.complete || option.membership.groups.length === 0) this.unplaced.add(dest)
        }
        for (const group of option.membership.groups) {
          this.addGroup(group)
          if (dest !== undefined) this.add(group, optionKey(group, dest), option)
        }
      }
      for (const { name } of groups) if (name !== undefined) this.addGroup(name)
      for (const group of isTest ? [] : openGroups) {
        if (group === undefined) opening.push(file)
        else this.open.add(groupKey(group))
      }
      for (const { group, options: theirs } of libraryOptions) {
        this.addGroup(group)
        this.open.add(groupKey(group))
        for (const { name } of theirs) this.add(group, optionKey(group, name))
      }
    }
    this.opening = opening
  }

  /** Whether a group may have options that are not known: a library's, or some whose names or list are computed. */
  mayHaveOthers(group: string): boolean {
    const known = this.group(group)
    return this.open.has(groupKey(group)) || libraryGroups.test(groupKey(group)) || known?.includes('*') === true
  }

  /** Whether an option may be in any group: not all its registrations are known. */
  mayBeAnywhere(dest: string): boolean {
    return this.unplaced.has(dest)
  }

  /** How often a file's own declarations name an option. */
  countIn(file: string, dest: string): number {
    const names = new Set<string>()
    for (const group of this.groupsWith(dest))
      for (const option of this.optionsOf(group, dest))
        if (option.file === file) names.add(JSON.stringify(option.nameRange))
    return names.size
  }

  /** Whether a file declares options of a group. */
  isIn(file: string, group: string): boolean {
    return this.destsIn(group).some(dest => this.optionsOf(group, dest).some(option => option.file === file))
  }

  /** The options of a group. */
  destsIn(group: string): readonly string[] {
    return [...(this.destsOf.get(groupKey(group)) ?? [])]
  }

  /** The group of this name as it is registered; a name with `*` means the group whose name is computed alike. */
  group(name: string): string | undefined {
    return this.groups.get(groupKey(name)) ?? this.patterns.find(pattern => matches(pattern, name))
  }

  /** All groups that a pattern may mean. */
  groupsLike(pattern: string): readonly string[] {
    return [...this.groups.values()].filter(group => group === pattern || matches(pattern, group))
  }

  has(group: string, dest: string): boolean {
    return this.options.has(keyText(optionKey(group, dest)))
  }

  /** The declarations of an option; empty for one that a library or nobody declares. */
  optionsOf(group: string, dest: string): readonly Option[] {
    return this.options.get(keyText(optionKey(group, dest))) ?? []
  }

  /** The options of a group whose names a pattern with `*` fits. */
  destsLike(group: string, pattern: string): readonly string[] {
    return [...(this.destsOf.get(groupKey(group)) ?? [])].filter(dest => matches(pattern, dest))
  }

  /** The groups that have an option of this name. */
  groupsWith(dest: string): readonly string[] {
    return [...(this.groupsOf.get(dest.replaceAll('-', '_')) ?? [])]
  }

  /** All options with their groups as they are registered. */
  *all(): Generator<{ readonly group: string; readonly dest: string; readonly options: readonly Option[] }> {
    for (const [key, options] of this.options) {
      const [group, dest] = key.split('\n') as [string, string]
      yield { group: this.groups.get(group) ?? group, dest, options }
    }
  }

  /** Whether the same groups have the same options, whatever is said of them. */
  hasSameNamesAs(other: Declared): boolean {
    return haveSameKeys(this.options, other.options) && haveSameKeys(this.groups, other.groups)
  }

  private addGroup(name: string): void {
    if (name === defaultGroup || this.groups.has(groupKey(name))) return
    this.groups.set(groupKey(name), name)
    if (name.includes('*')) this.patterns.push(name)
  }

  private add(group: string, key: OptionKey, option?: Option): void {
    const text = keyText(key)
    const known = this.options.get(text) ?? []
    this.options.set(text, option ? [...known, option] : known)
    setIn(this.destsOf, key.group).add(key.dest)
    setIn(this.groupsOf, key.dest).add(group)
  }
}

/** Whether a name fits a pattern with `*`. */
export function matches(pattern: string, name: string): boolean {
  const parts = pattern.split('*')
  if (parts.length === 1) return pattern === name
  let at = parts[0]!.length
  if (!name.startsWith(parts[0]!)) return false
  for (const part of parts.slice(1, -1)) {
    const found = name.indexOf(part, at)
    if (found < 0) return false
    at = found + part.length
  }
  const last = parts.at(-1)!
  return name.length - last.length >= at && name.endsWith(last)
}

function haveSameKeys(one: ReadonlyMap<string, unknown>, other: ReadonlyMap<string, unknown>): boolean {
  return one.size === other.size && [...one.keys()].every(key => other.has(key))
}

function setIn(map: Map<string, Set<string>>, key: string): Set<string> {
  let set = map.get(key)
  if (!set) map.set(key, (set = new Set()))
  return set
}
