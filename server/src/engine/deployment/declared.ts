import type { DeprecatedName, Option } from '../oslo/option'
import type { ValueType } from '../oslo/option'
import { equalFacts, isKnown, knownValue, type Value } from '../python/value'
import { groupKey } from '../oslo/optionKey'

/** What reading configuration files needs to know of an option in one group, wherever that comes from. */
export interface DeclaredOption {
  /** As registered. */
  readonly group: string
  readonly name: string
  /** What files call it. */
  readonly dest: string
  readonly multi: boolean
  readonly type: Value<ValueType>
  /** What holds where nothing is set: the declaration's default, or the one that code puts in its place. */
  readonly default: Value
  readonly secret: boolean
  /** Whether a service refuses to start without it. */
  readonly required: boolean
  /** Names of old, in the order in which oslo.config looks for them. */
  readonly old: readonly OldName[]
  readonly removal: Removal | undefined
  readonly help: string | undefined
  /** The declaration, where the sources at hand have it. */
  readonly option?: Option
  /** The package and its release that the catalogue has it from. */
  readonly origin?: string
}

export interface OldName {
  readonly group: string
  readonly name: string
  /** The group that the declaration names; undefined: the option's own. */
  readonly named: string | undefined
}

/** Deprecated for removal, and what is said of it. */
export interface Removal {
  readonly reason: string | undefined
  readonly since: string | undefined
}

/** An option as files may set it, once for each group that it is surely in; none where files never set it. */
export function declaredIn(option: Option, groups: readonly string[]): DeclaredOption[] {
  const name = knownValue(option.name)
  const dest = knownValue(option.dest)
  if (name === undefined || dest === undefined || option.baseClass === 'SubCommandOpt') return []
  return groups.map(group => ({
    group,
    name,
    dest,
    multi: option.baseClass === 'MultiOpt' || option.baseClass === 'MultiStrOpt',
    type: option.valueType,
    default: defaultOf(option),
    secret: isKnown(option.secret, true),
    required: isKnown(option.required, true) && !isKnown(option.positional, true) && option.membership.registered,
    old: oldNames(knownValue(option.deprecatedOpts) ?? [], group, dest),
    removal: isKnown(option.deprecatedForRemoval, true)
      ? { reason: knownValue(option.deprecatedReason), since: knownValue(option.deprecatedSince) }
      : undefined,
    help: knownValue(option.help),
    option,
  }))
}

/**
 * Code that runs when a service starts has the last word, as far as it can be told: libraries offer functions that set any
 * default, which hardly any service calls. Where several values are known, none is sure.
 */
function defaultOf(option: Option): Value {
  const known = option.defaultChanges.map(({ value }) => value).filter(({ kind }) => kind !== 'unknown')
  const [first, ...others] = known
  if (first === undefined) return option.default
  return others.every(other => equalFacts(first, other)) ? first : { kind: 'unknown', source: 'set in several places' }
}

/** The same option looked for in another group: its names of old that have no group of their own go there, too. */
export function inGroup(option: DeclaredOption, group: string): DeclaredOption {
  if (option.group === group) return option
  return { ...option, group, old: option.old.map(old => ({ ...old, group: old.named ?? group })) }
}

/** A name of old with dashes is looked for with underscores, too. */
export function oldNames(names: readonly DeprecatedName[], group: string, dest: string): OldName[] {
  const given = names.map(old => ({
    group: old.group ?? group,
    name: old.name ?? dest,
    named: old.group,
  }))
  const spelt = given.filter(({ name }) => name.includes('-'))
  const all = [...given, ...spelt.map(old => ({ ...old, name: old.name.replaceAll('-', '_') }))]
  return all.filter(({ group: oldGroup, name }) => name !== dest || groupKey(oldGroup) !== groupKey(group))
}
