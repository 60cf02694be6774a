import type { Option } from '../oslo/option'
import type { Module } from '../project/module'
import { groupKey } from '../oslo/optionKey'
import type { Home } from './catalogueData'
import { ByPlace } from './byPlace'
import { Conversions } from './conversions'
import { declaredIn, inGroup, type DeclaredOption, type OldName } from './declared'

/** What is known of the libraries among some sources. */
export interface Libraries {
  /** In which groups the options of a file are registered, where its own source does not say. */
  readonly homes: readonly Home[]
  isOfLibrary(file: string): boolean
}

/** Glance's stores, in the groups of their names: a setting may name others. */
const storeHomes: readonly Home[] = [
  ['glance_store/_drivers/filesystem.py', ['file', 'glance_store']],
  ['glance_store/_drivers/http.py', ['glance.store.http.store', 'glance_store']],
  ['glance_store/_drivers/rbd.py', ['glance.store.rbd.store', 'glance_store']],
  ['glance_store/_drivers/s3.py', ['glance.store.s3.store', 'glance_store']],
  ['glance_store/_drivers/swift/store.py', ['glance.store.swift.store', 'glance_store']],
  ['glance_store/_drivers/swift/utils.py', ['glance.store.swift.store', 'glance_store']],
  ['glance_store/_drivers/swift/buffered.py', ['glance.store.swift.store', 'glance_store']],
  ['glance_store/_drivers/vmware_datastore.py', ['glance.store.vmware_datastore.store', 'glance_store']],
  ['glance_store/_drivers/cinder.py', ['cinder', 'glance_store']],
  ['glance_store/_drivers/cinder/store.py', ['cinder', 'glance_store']],
]

const noLibraries: Libraries = { homes: [], isOfLibrary: () => false }

/** Where a module's options are. */
interface Place {
  /** The groups that are known from elsewhere. */
  readonly home: readonly string[]
  /** Whether each program of the project loads the module. */
  readonly isSure: boolean
}

/** Modules of which a deployment chooses one or the other. */
const chosen = /\/(drivers?|plugins?|backends?)\//

/** All options that files may set, by what files call them. What is added first counts where two have one name. */
export class Declarations {
  /** What values of these options are converted to. */
  readonly conversions = new Conversions()
  private readonly renamed = new Map<string, readonly OldName[]>()
  private readonly current = new ByPlace<DeclaredOption>()
  private readonly former = new ByPlace<DeclaredOption[]>()
  private readonly inOrder: DeclaredOption[] = []
  private readonly groupNames = new Map<string, string>()
  private readonly byDest = new Map<string, DeclaredOption[]>()
  private readonly byGroup = new Map<string, DeclaredOption[]>()
  private readonly patterns: { readonly group: RegExp; readonly option: DeclaredOption }[] = []
  /** Options by the names of old that references may use: of several the one declared last. */
  private readonly references = new Map<string, DeclaredOption>()
  /** Names of options whose group is not known: in any group they may be meant. */
  private readonly homeless = new Map<string, Option>()

  /**
   * Takes in what the files of a project declare. What tests declare meets no operator, and what programs of libraries
   * require, no service does.
   */
  addModules(modules: Iterable<Module>, libraries: Libraries = noLibraries): void {
    // Where two declare an option, the service's own counts.
    const all = [...modules].filter(({ isTest }) => !isTest)
    const own = all.filter(({ file }) => !libraries.isOfLibrary(file))
    for (const module of new Set([...own, ...all])) {
      const homes = [...libraries.homes, ...storeHomes]
      const home = homes.find(([file]) => module.file.endsWith(`/${file}`))?.[1] ?? []
      const place = {
        home: home.filter(group => !group.startsWith('*')),
        isSure: !libraries.isOfLibrary(module.file) && !chosen.test(module.file),
      }
      for (const option of module.options) this.addOption(option, place)
    }
  }

  private addOption(option: Option, { home, isSure }: Place): void {
    const groups = [...new Set([...option.membership.groups, ...home])]
    for (const each of declaredIn(option, groups)) {
      const declared = isSure ? each : { ...each, required: false }
      if (declared.group.includes('*')) this.patterns.push({ group: patternOf(declared.group), option: declared })
      else this.add(declared)
    }
    if (groups.length > 0 || option.dest.kind !== 'known') return
    if (!this.homeless.has(option.dest.value)) this.homeless.set(option.dest.value, option)
  }

  /** Says names of old that an option's own declaration does not tell; to be called before it is added. */
  rename(group: string, dest: string, old: readonly OldName[]): void {
    const key = keyOf(group, dest)
    this.renamed.set(key, [...(this.renamed.get(key) ?? []), ...old])
  }

  add(declared: DeclaredOption): void {
    const key = keyOf(declared.group, declared.dest)
    if (this.current.get(declared.group, declared.dest) !== undefined) return
    const more = this.renamed.get(key)
    const option = more === undefined ? declared : { ...declared, old: [...declared.old, ...more] }
    this.current.set(option.group, option.dest, option)
    this.inOrder.push(option)
    this.groupNames.set(groupKey(option.group), option.group)
    pushTo(this.byDest, option.dest, option)
    pushTo(this.byGroup, groupKey(option.group), option)
    for (const { group, name, named } of option.old) {
      const others = this.former.get(group, name)
      if (others === undefined) this.former.set(group, name, [option])
      else others.push(option)
      this.references.set(`${named ?? 'DEFAULT'}\n${name.replaceAll('-', '_')}`, option)
    }
  }

  /** In the order in which they were added. */
  all(): readonly DeclaredOption[] {
    return this.inOrder
  }

  /** The option that a file sets by this key in this section. */
  find(section: string, key: string): DeclaredOption | undefined {
    return this.current.get(section, key) ?? this.inPattern(section, key)
  }

  private inPattern(section: string, key: string): DeclaredOption | undefined {
    const name = groupKey(section)
    return this.patterns.find(({ group, option }) => option.dest === key && group.test(name))?.option
  }

  /** The options that were once set by this key in this section. */
  formerly(section: string, key: string): readonly DeclaredOption[] {
    return this.former.get(section, key) ?? []
  }

  /**
   * The option that a reference means by a name in a group, written as registered; undefined where there is none,
   * 'nothing' where oslo.config leaves the reference as it is: it looks for an option of old by its name, dashes included,
   * and for one of DEFAULT in the group of old. Where it finds one, it reads it as if it were in the group of old.
   */
  referred(group: string, dest: string): DeclaredOption | 'nothing' | undefined {
    const current = this.current.get(group, dest)
    if (current !== undefined) return current
    const former = this.references.get(`${group}\n${dest}`)
    if (former === undefined) return undefined
    const real = former.group === 'DEFAULT' ? group : former.group
    const found = this.current.get(real, former.name)
    return found === undefined ? 'nothing' : inGroup(found, group)
  }

  /** Whether an option of this name has a group that is not known. */
  mayBeMeant(key: string): boolean {
    return this.homeless.has(key)
  }

  /** The options whose group is not known, as if they were in this one. */
  withoutGroup(group: string): DeclaredOption[] {
    return [...this.homeless.values()].flatMap(option => declaredIn(option, [group]))
  }

  /** The options by this name, in whatever group. */
  named(dest: string): readonly DeclaredOption[] {
    return this.byDest.get(dest) ?? []
  }

  /** Whether any option is in this section. */
  hasSection(section: string): boolean {
    const name = groupKey(section)
    return name === 'DEFAULT' || this.groupNames.has(name) || this.patterns.some(({ group }) => group.test(name))
  }

  /** The options of a section, in the order in which they were added. */
  inSection(section: string): DeclaredOption[] {
    const name = groupKey(section)
    const dynamic = this.patterns.filter(({ group }) => group.test(name)).map(({ option }) => option)
    return [...(this.byGroup.get(name) ?? []), ...dynamic]
  }

  /** The names of all groups, as registered. */
  groups(): readonly string[] {
    return [...this.groupNames.values()]
  }

  /** Whether a group is registered by exactly this name. */
  hasGroup(name: string): boolean {
    return this.groupNames.get(groupKey(name)) === name
  }
}

function pushTo<T>(map: Map<string, T[]>, key: string, item: T): void {
  const items = map.get(key)
  if (items === undefined) map.set(key, [item])
  else items.push(item)
}

function keyOf(group: string, name: string): string {
  return `${groupKey(group)}\n${name}`
}

/** `mdev_*` stands for a name that the program makes of something else. */
function patternOf(group: string): RegExp {
  const source = groupKey(group)
    .split('*')
    .map(part => part.replace(/[^\w]/g, '\\$&'))
    .join('.+')
  return new RegExp(`^${source}$`)
}
