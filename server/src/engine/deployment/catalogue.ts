import { absent, type PyValue, type Value } from '../python/value'
import type { Choice, ValueType } from '../oslo/option'
import { groupKey } from '../oslo/optionKey'
import type { CatalogueData, Home, OptionData, PackageData } from './catalogueData'
import type { DeclaredOption } from './declared'
import { oldNames } from './declared'
import type { Declarations, Libraries } from './declarations'
import type { History, RemovedOption } from './history'

/** The options of Nova's releases and of the libraries that services use, as they were when the catalogue was made. */
export class Catalogue implements History, Libraries {
  private readonly types: readonly Value<ValueType>[]
  private readonly gone = new Map<string, RemovedOption>()

  /** `services`: of which packages that are no library the history counts. */
  constructor(
    private readonly data: CatalogueData,
    private readonly services: ReadonlySet<string> = new Set(['nova']),
  ) {
    this.types = typesOf(data)
    for (const one of data.packages) if (isLibrary(one) || services.has(one.name)) this.noteRemoved(one)
  }

  removed(group: string, key: string): RemovedOption | undefined {
    return this.gone.get(`${groupKey(group)}\n${key}`)
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
      for (const [name, option] of Object.entries(one.options[kit] ?? {})) {
        if (option.u === undefined) declarations.add(this.declared(one, group, name, option))
      }
    }
  }

  private addUses({ uses = {} }: PackageData, declarations: Declarations): void {
    for (const [group, kits] of Object.entries(uses)) for (const kit of kits) this.addKit(kit, group, declarations)
  }

  private addPackage(one: PackageData, declarations: Declarations, release?: string): void {
    const at = releaseAt(one, release)
    this.addUses(one, declarations)
    for (const [group, options] of Object.entries(one.options)) {
      if (group.startsWith('*')) continue
      for (const [name, option] of Object.entries(options)) {
        const isThere = (option.i ?? 0) <= at && at < (option.u ?? Infinity)
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
    const dest = data.k ?? name.replaceAll('-', '_')
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
      default: data.c === 1 || data.u !== undefined ? unknown : data.d === undefined ? absent : known(data.d),
      secret: data.s === 1,
      required: false,
      old: oldNames(old, group, dest),
      removal: data.r === 1 ? { reason: undefined, since: undefined } : undefined,
      help: data.h,
      origin: `${from} ${releases.at(-1) ?? ''}`,
    }
  }

  private noteRemoved({ name: from, releases, options }: PackageData): void {
    for (const [group, inGroup] of Object.entries(options)) {
      for (const [name, { u, w, k }] of Object.entries(inGroup)) {
        if (u === undefined) continue
        const [version = '', ...words] = releases[u]!.split(' ')
        const removedIn = words.length === 0 ? version : `${version} (${words.join(' ')})`
        const replacement = w === undefined ? undefined : `[${w.replace('/', '] ')}`
        const key = `${groupKey(group)}\n${k ?? name.replaceAll('-', '_')}`
        this.gone.set(key, { package: from, removedIn, replacement })
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

/** `group/name` in two. */
function parted(key: string): [string, string] {
  const slash = key.indexOf('/')
  return [key.slice(0, slash), key.slice(slash + 1)]
}

function isOf({ modules }: PackageData, file: string): boolean {
  return modules.some(module => file.startsWith(`${module}/`) || file.includes(`/${module}/`))
}

/** The index of the release that is meant, the newest where none is or it is not known. */
function releaseAt({ releases }: PackageData, wanted: string | undefined): number {
  const at = wanted === undefined ? -1 : releaseIndex(releases, wanted)
  return at < 0 ? releases.length - 1 : at
}

/** `26`, `26.2.2` and `zed` are the release that begins with `26.`, `2023.1` the one of that name; -1 for none. */
function releaseIndex(releases: readonly string[], wanted: string): number {
  const words = wanted
    .toLowerCase()
    .split(/\s+/)
    .filter(word => word !== '')
  if (words.length === 0) return -1
  return releases.findIndex(each => {
    const [version = '', ...names] = each.toLowerCase().split(' ')
    const major = version.slice(0, version.indexOf('.') + 1)
    return words.every(word => names.includes(word) || `${word}.`.startsWith(major))
  })
}

function known<T>(value: T): Value<T> {
  return { kind: 'known', value }
}

/** Items come after the types that hold them, or before: each is made when it is asked for. */
function typesOf({ types }: CatalogueData): Value<ValueType>[] {
  const made: Value<ValueType>[] = []
  for (const { n, g = {}, e } of types) {
    const given = Object.fromEntries(Object.entries(g).map(([name, value]) => [name, known(value)]))
    const item = e === undefined ? absent : (made[e] ?? absent)
    made.push(known(valueType(n, given, item)))
  }
  return made
}

function valueType(type: ValueType['type'], given: ValueType['given'], itemType: Value<ValueType>): ValueType {
  const isPort = type === 'Port'
  return {
    type,
    given,
    itemType,
    choices: choicesOf(given['choices']),
    min: limitOf(given['min'], isPort ? 0 : undefined),
    max: limitOf(given['max'], isPort ? 65535 : undefined),
    regex: textOf(given['regex']),
    ignoreCase: absent,
    quotes: absent,
    maxLength: limitOf(given['max_length'], undefined),
    schemes: absent,
    version: absent,
    bounds: absent,
  }
}

function choicesOf(given: Value | undefined): Value<readonly Choice[]> {
  const value = given?.kind === 'known' ? given.value : null
  if (typeof value !== 'object' || value === null || !('items' in value)) return absent
  return known(value.items.map(item => ({ value: firstOf(item) })))
}

/** A choice may bring a description with it. */
function firstOf(item: PyValue): PyValue {
  const isPair = typeof item === 'object' && item !== null && item.py === 'tuple'
  return isPair ? (item.items[0] ?? null) : item
}

function limitOf(given: Value | undefined, otherwise: number | undefined): Value<number> {
  const value = given?.kind === 'known' ? given.value : null
  if (typeof value === 'number') return known(value)
  if (typeof value === 'object' && value !== null && value.py === 'float') return known(value.value)
  return otherwise === undefined ? absent : known(otherwise)
}

function textOf(given: Value | undefined): Value<string> {
  return given?.kind === 'known' && typeof given.value === 'string' ? known(given.value) : absent
}
