import { absent, type Value } from '../python/value'
import type { ValueType } from '../oslo/option'
import { groupKey } from '../oslo/optionKey'
import type { CatalogueData, Home, OptionData, PackageData } from './catalogueData'
import {
  destOf,
  isIn,
  isNotGone,
  labelOf,
  oldestKept,
  parted,
  releaseAt,
  releaseIndex,
  successor,
} from './catalogueReleases'
import { known, typesOf } from './valueTypes'
import type { DeclaredOption } from './declared'
import { oldNames } from './declared'
import type { Declarations, Libraries } from './declarations'
import type { History, RemovedOption } from './history'

/** The options of Nova's releases and of the libraries that services use, as they were when the catalogue was made. */
export class Catalogue implements History, Libraries {
  private readonly types: readonly Value<ValueType>[]
  private readonly gone = new Map<string, RemovedOption>()
  private readonly begun = new Map<string, string>()

  /**
   * `services`: of which packages that are no library the history counts; `atNova`: the release of Nova that libraries are
   * as old as, by index.
   */
  constructor(
    private readonly data: CatalogueData,
    private readonly services: ReadonlySet<string> = new Set(['nova']),
    private readonly atNova = oldestKept(data),
  ) {
    this.types = typesOf(data)
    for (const one of data.packages) if (isLibrary(one) || services.has(one.name)) this.noteChanges(one)
  }

  /** The same, its libraries as old as a release of Nova (the newest where it is not known). */
  asOf(release: string | undefined): Catalogue {
    return this.withNova(releaseAt(this.nova, release))
  }

  /** The same, its libraries as old as the release of Nova whose options are most like these. */
  asOldAs(declarations: Declarations): Catalogue {
    const differing = this.nova.releases.map(() => 0)
    for (const [group, options] of Object.entries(this.nova.options)) {
      if (group.includes('*') || !declarations.hasSection(group)) continue
      for (const [name, option] of Object.entries(options)) {
        const isThere = declarations.find(group, destOf(name, option)) !== undefined
        for (const at of differing.keys()) if (isIn(option, at) !== isThere) differing[at]! += 1
      }
    }
    return this.withNova(differing.lastIndexOf(Math.min(...differing)))
  }

  private withNova(at: number): Catalogue {
    return at === this.atNova ? this : new Catalogue(this.data, this.services, at)
  }

  private get nova(): PackageData {
    return this.data.packages.find(one => one.name === 'nova')!
  }

  removed(group: string, key: string): RemovedOption | undefined {
    return this.gone.get(`${groupKey(group)}\n${key}`)
  }

  comesWith(group: string, key: string): string | undefined {
    return this.begun.get(`${groupKey(group)}\n${key}`)
  }

  /** Where options are registered whose own sources do not say it. */
  get homes(): readonly Home[] {
    return this.data.packages.flatMap(({ homes = [] }) => homes)
  }

  /** Whether a file belongs to one of the libraries: a service does not run all that those declare. */
  isOfLibrary(file: string): boolean {
    const isOne = this.data.packages.some(one => isLibrary(one) && isOf(one, file))
    return isOne || file.includes('/oslo_config/')
  }

  /** Says what options of libraries were called in the services of the history. To be called first. */
  addRenamed(declarations: Declarations): void {
    for (const { renamed = {}, name } of this.data.packages) {
      if (!this.services.has(name)) continue
      for (const [key, names] of Object.entries(renamed)) {
        const [group, dest] = parted(key)
        const old = names
          .map(parted)
          .map(([oldGroup, oldName]) => ({ group: oldGroup, name: oldName, named: oldGroup }))
        declarations.rename(group, dest, old)
      }
    }
  }

  /** The releases of a package, oldest first, each perhaps with its name behind a blank. */
  releasesOf(name: string): readonly string[] {
    return this.data.packages.find(each => each.name === name)?.releases ?? []
  }

  /** Whether somebody who says `release` means one that is known. */
  hasRelease(name: string, release: string): boolean {
    return releaseIndex(this.releasesOf(name), release) >= 0
  }

  /** Whether a program that imports these packages is a service as others are, which runs all kinds of libraries. */
  isService(imported: ReadonlySet<string>): boolean {
    return this.data.packages.some(one => isLibrary(one) && one.modules.some(module => imported.has(module)))
  }

  /** Adds the options that are registered together with this one of keystoneauth. */
  addRegistered(name: string, group: string, declarations: Declarations): void {
    const kit = kitOf(name)
    if (kit !== undefined) this.addKit(kit, group, declarations)
  }

  /**
   * Adds the options that libraries register. Of packages whose own sources are at hand, only what they take in of others:
   * the rest their sources know better.
   */
  addLibraries(declarations: Declarations, files: readonly string[] = []): void {
    for (const one of this.data.packages) {
      if (files.some(file => isOf(one, file))) this.addUses(one, declarations)
      else if (isLibrary(one)) this.addPackage(one, declarations)
    }
  }

  /** Adds what a service's release declares (its newest, where none is named), and takes in of libraries. */
  addService(name: string, declarations: Declarations, release?: string): void {
    const one = this.data.packages.find(each => each.name === name)
    if (one !== undefined) this.addPackage(one, declarations, release)
  }

  /** Adds the options of keystoneauth's plugins to each group that chooses one. To be called last. */
  completeGroups(declarations: Declarations): void {
    for (const group of declarations.groups()) {
      const choosesPlugin = ['auth_type', 'auth_section'].some(name => declarations.find(group, name) !== undefined)
      if (choosesPlugin) this.addKit('*plugin', group, declarations)
    }
  }

  /** Adds the options of one group, which may be one of those that begin with `*`, to another. */
  addKit(kit: string, group: string, declarations: Declarations): void {
    for (const one of this.data.packages) {
      const at = this.libraryAt(one)
      this.addOldNames(one, at, declarations, { kit, group })
      for (const [name, option] of Object.entries(one.options[kit] ?? {})) {
        if (isNotGone(option, at) && option.n === undefined) declarations.add(this.declared(one, group, name, option))
      }
    }
  }

  /** The release of a library that is meant, by index. */
  private libraryAt(one: PackageData): number {
    return one.at?.[this.atNova] ?? one.releases.length - 1
  }

  /** Says names of old that the newest release of a package no longer reads, and the one that is meant still does. */
  private addOldNames(
    { options }: PackageData,
    at: number,
    declarations: Declarations,
    { kit, group }: { readonly kit?: string; readonly group?: string } = {},
  ): void {
    for (const [oldGroup, inGroup] of Object.entries(options)) {
      for (const [name, option] of Object.entries(inGroup)) {
        if (option.n === undefined || option.w === undefined || !isNotGone(option, at)) continue
        const [home, dest] = parted(option.w)
        if (kit !== undefined && home !== kit) continue
        declarations.rename(group ?? home, dest, [{ group: oldGroup, name, named: oldGroup }])
      }
    }
  }

  private addUses({ uses = {} }: PackageData, declarations: Declarations): void {
    for (const [group, kits] of Object.entries(uses)) for (const kit of kits) this.addKit(kit, group, declarations)
  }

  private addPackage(one: PackageData, declarations: Declarations, release?: string): void {
    const at = isLibrary(one) ? this.libraryAt(one) : releaseAt(one, release)
    this.addUses(one, declarations)
    this.addOldNames(one, at, declarations)
    for (const [group, options] of Object.entries(one.options)) {
      if (group.startsWith('*')) continue
      for (const [name, option] of Object.entries(options)) {
        // Of a library a later one of the same series may be installed.
        const isThere = isLibrary(one) ? isNotGone(option, at) && option.n === undefined : isIn(option, at)
        if (isThere) declarations.add(this.declared(one, group, name, option))
      }
    }
  }

  private declared(
    { name: from, releases }: PackageData,
    group: string,
    name: string,
    data: OptionData,
  ): DeclaredOption {
    const dest = destOf(name, data)
    const unknown = { kind: 'unknown', source: 'catalogue' } as const
    const old = (data.o ?? []).map(text => {
      const [oldGroup, oldName] = parted(text)
      return { group: oldGroup === '' ? undefined : oldGroup, name: oldName === '' ? undefined : oldName }
    })
    return {
      group,
      name,
      dest,
      multi: data.m === 1,
      type: data.t === undefined ? unknown : (this.types[data.t] ?? unknown),
      default:
        data.c === 1 || (data.u !== undefined && data.t === undefined)
          ? unknown
          : data.d === undefined
            ? absent
            : known(data.d),
      secret: data.s === 1,
      required: false,
      old: oldNames(old, group, dest),
      removal: data.r === 1 ? { reason: undefined, since: undefined } : undefined,
      help: data.h,
      origin: `${from} ${releases.at(-1) ?? ''}`,
    }
  }

  private noteChanges({ name: from, releases, options }: PackageData): void {
    for (const [group, inGroup] of Object.entries(options)) {
      for (const [name, option] of Object.entries(inGroup)) {
        const key = `${groupKey(group)}\n${destOf(name, option)}`
        const isLater = from === 'nova' && (option.i ?? 0) > this.atNova
        if (isLater) this.begun.set(key, `${from} ${labelOf(releases[option.i!]!)}`)
        if (option.u === undefined) continue
        const instead = successor(options, option)
        const replacement = instead === undefined ? undefined : `[${instead.replace('/', '] ')}`
        this.gone.set(key, { package: from, removedIn: labelOf(releases[option.u]!), replacement })
      }
    }
  }
}

/** Which of keystoneauth's groups of options is registered where this one is. */
export function kitOf(name: string): string | undefined {
  const kits = { cafile: '*session', service_type: '*adapter', auth_type: '*plugin' }
  return Object.hasOwn(kits, name) ? kits[name as keyof typeof kits] : undefined
}

/** The names of the packages that a Python file imports from. */
export function importedPackages(text: string): string[] {
  return [...text.matchAll(/^[ \t]*(?:from|import)[ \t]+([A-Za-z_]\w*)/gm)].map(match => match[1]!)
}

function isLibrary({ name }: PackageData): boolean {
  return name !== 'nova' && name !== 'placement'
}

function isOf({ modules }: PackageData, file: string): boolean {
  return modules.some(module => file.startsWith(`${module}/`) || file.includes(`/${module}/`))
}
