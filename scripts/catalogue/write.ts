import type { CatalogueData, DeclaredOption, OptionData, PackageData, PyValue, TypeData, ValueType } from '../../server/src/engine/index'
import type { ReleaseFacts } from './facts'
import type { Constraints } from './constraints'
import { novaNames, type Package } from './packages'

/** A release of a package, oldest first. */
export interface Release {
  readonly tag: string
  readonly facts: ReleaseFacts
}

/** Puts the facts of all releases together. `sentences` are first sentences of helps, by `group/name`. */
export class CatalogueWriter {
  private readonly types: TypeData[] = []
  private readonly typeIndex = new Map<string, number>()
  private readonly packages: PackageData[] = []

  constructor(
    private readonly sentences: ReadonlyMap<string, string>,
    private readonly constraints: Constraints,
  ) {}

  add({ name, modules, groups = [], renamed }: Package, releases: readonly Release[]): void {
    const options: Record<string, Record<string, OptionData>> = {}
    const oldNames = releases.map(({ facts }) => oldNamesIn(facts))
    const keys = new Set(releases.flatMap(({ facts }, at) => [...facts.options.keys(), ...oldNames[at]!.keys()]))
    const current = releases.at(-1)!.facts
    const tags = releases.map(({ tag }) => tag)
    // What was there then may be judged by its values, too.
    const kept = name === 'nova' ? tags.findIndex(tag => tag.startsWith('25.')) : this.constraints.indexAt('25.0.0', name, tags)
    for (const key of [...keys].sort()) {
      const isRead = releases.map(({ facts }, at) => facts.options.has(key) || oldNames[at]!.has(key))
      const [first, last] = [isRead.indexOf(true), isRead.lastIndexOf(true)]
      const gone = last + 1 < releases.length
      // A name of old that is still read belongs to its option.
      if (!gone && !current.options.has(key)) continue
      const declared = releases.findLast(({ facts }) => facts.options.has(key))?.facts.options.get(key)
      const isKept = gone && last >= kept && declared !== undefined && releases[last]!.facts.options.has(key)
      const data = {
        ...(!gone || isKept ? this.present(declared!, gone ? '' : key) : {}),
        ...(gone ? this.removed(key, declared, releases, oldNames) : {}),
      }
      const slash = key.indexOf('/')
      const group = (options[declared?.group ?? key.slice(0, slash)] ??= {})
      group[declared?.name ?? key.slice(slash + 1)] = {
        ...data,
        ...(first > 0 && { i: first }),
        ...(gone && { u: last + 1 }),
      }
    }
    const nova = this.packages.find(one => one.name === 'nova')?.releases ?? []
    const uses = Object.fromEntries([...current.uses].map(([group, kits]) => [group, [...kits].sort()]))
    this.packages.push({
      name,
      modules,
      releases: releases.map(({ tag }) => (name === 'nova' && novaNames[tag] !== undefined ? `${tag} ${novaNames[tag]}` : tag)),
      options,
      ...(name !== 'nova' && { at: nova.map(each => this.constraints.indexAt(each, name, tags)) }),
      ...(current.uses.size > 0 && { uses }),
      ...(groups.length > 0 && { homes: groups }),
      ...(renamed !== undefined && { renamed }),
    })
  }

  data(): CatalogueData {
    return { schemaVersion: 1, types: this.types, packages: this.packages }
  }

  private present(option: DeclaredOption, key: string): OptionData {
    const type = option.type.kind === 'known' ? this.typeOf(option.type.value) : undefined
    const help = this.sentences.get(key)
    const value = option.default.kind === 'known' ? plainOf(option.default.value) : undefined
    const isUnknown = option.default.kind === 'unknown' || (option.default.kind === 'known' && value === undefined)
    const old = option.old.filter(({ name }, at) => !option.old.slice(0, at).some(before => before.name.replaceAll('-', '_') === name))
    return {
      ...this.names(option),
      ...(type !== undefined && { t: type }),
      ...(value !== undefined && value !== null && { d: value }),
      ...(isUnknown && { c: 1 as const }),
      ...(old.length > 0 && { o: old.map(({ group, name }) => `${group === option.group ? '' : group}/${name === option.dest ? '' : name}`) }),
      ...(option.removal !== undefined && { r: 1 as const }),
      ...(help !== undefined && { h: help }),
    }
  }

  private names(option: DeclaredOption): OptionData {
    return {
      ...(option.dest !== option.name.replaceAll('-', '_') && { k: option.dest }),
      ...(option.multi && { m: 1 as const }),
      ...(option.secret && { s: 1 as const }),
    }
  }

  private removed(
    key: string,
    option: DeclaredOption | undefined,
    releases: readonly Release[],
    oldNames: readonly ReadonlyMap<string, string>[],
  ): OptionData {
    // What has been an option and became a name of another one counts as the name.
    const isName = oldNames.findLastIndex(names => names.has(key)) > releases.findLastIndex(({ facts }) => facts.options.has(key))
    const renamed = oldNames.findLast(names => names.has(key))?.get(key)
    const instead = renamed ?? (option && namedInReason(option, key, releases))
    return { ...(option && this.names(option)), ...(instead !== undefined && { w: instead }), ...(isName && { n: 1 as const }) }
  }

  /** The index of a type; undefined where an argument of it is not known. */
  private typeOf(type: ValueType): number | undefined {
    const items = type.itemType.kind === 'known' ? this.typeOf(type.itemType.value) : undefined
    if (type.itemType.kind === 'unknown' || (type.itemType.kind === 'known' && items === undefined)) return undefined
    const given: Record<string, PyValue> = {}
    for (const [name, value] of Object.entries(type.given)) {
      if (name === 'item_type' || name === 'value_type' || name === 'type_name' || value.kind === 'absent') continue
      const plain = value.kind === 'known' ? plainOf(name === 'choices' ? withoutWords(value.value) : value.value) : undefined
      if (plain === undefined) return undefined
      given[name] = plain
    }
    const data: TypeData = {
      n: type.type,
      ...(Object.keys(given).length > 0 && { g: given }),
      ...(items !== undefined && { e: items }),
    }
    const text = JSON.stringify(data)
    const known = this.typeIndex.get(text)
    if (known !== undefined) return known
    this.typeIndex.set(text, this.types.length)
    this.types.push(data)
    return this.types.length - 1
  }
}

/** Choices without their descriptions. */
function withoutWords(choices: PyValue): PyValue {
  if (typeof choices !== 'object' || choices === null || !('items' in choices)) return choices
  const values = choices.items.map(item =>
    typeof item === 'object' && item !== null && item.py === 'tuple' ? (item.items[0] ?? null) : item,
  )
  return { py: 'list', items: values }
}

/** A value that JSON holds, undefined for any other. */
function plainOf(value: PyValue): PyValue | undefined {
  const text = JSON.stringify(value, (_, part: unknown) => (typeof part === 'bigint' ? undefined : part))
  return text.includes('"value":null') || typeof value === 'bigint' ? undefined : value
}

/** The names of old that are read in a release, `group/name`, and the options that they mean. */
function oldNamesIn({ options }: ReleaseFacts): Map<string, string> {
  const names = new Map<string, string>()
  for (const option of options.values()) {
    for (const { group, name } of option.old) names.set(`${group}/${name}`, `${option.group}/${option.dest}`)
  }
  return names
}

/** The option that the words of the deprecation name. */
function namedInReason({ group, dest, removal, help }: DeclaredOption, key: string, releases: readonly Release[]): string | undefined {
  const words = `${removal?.reason ?? ''} ${removal === undefined ? '' : (help ?? '')}`
  const { options, uses } = releases.at(-1)!.facts
  for (const [, inGroup, name] of words.matchAll(/\[(\w+)\][/ ]+['"`]*(\w+)/g)) {
    const named = `${inGroup!}/${name!}`
    if (options.has(named) && named !== key) return named
  }
  const adapter = ['endpoint_override', 'valid_interfaces', 'region_name', 'service_type', 'connect_retries']
  for (const word of words.match(/\b[a-z]+(?:_[a-z0-9]+)+\b/g) ?? []) {
    if (word === dest) continue
    const places = [...options.keys()].filter(known => known.endsWith(`/${word}`))
    if (places.includes(`${group}/${word}`)) return `${group}/${word}`
    if (uses.get(group)?.has('*adapter') === true && adapter.includes(word)) return `${group}/${word}`
    if (places.length === 1) return places[0]
    if (word === 'transport_url') return 'DEFAULT/transport_url'
  }
  return undefined
}
