import { categorize } from '../knowledge/categorize'
import type { Choice, Option } from '../oslo/option'
import type { Value } from '../python/value'
import { type Json, allOf, jsonOf } from './json'

/** Grows when a key goes or means something else; new keys may come at any time. */
export const inventoryVersion = 1

/**
 * One option as plain JSON: what an inventory consists of, whoever keeps it. Values are those of the finished option object, written as
 * Python's `json.dumps` would: what is not written in the source has oslo.config's own value (`null` is None). A key is
 * left out where its value is not known. Groups whose name is computed stand apart, as `groupPatterns` (`mdev_*`).
 * `file` is what the reader shall know the option's file by; `sha1` gives a text's SHA-1 in hexadecimal digits.
 */
export function inventoryRecord(
  option: Option,
  file: string,
  sha1: (text: string) => string,
): Readonly<Record<string, Json>> {
  const { start, end } = option.range
  const name = knownOr(option.name, null)
  const { groups } = option.membership
  const record: Record<string, Json | undefined> = {
    schemaVersion: inventoryVersion,
    file,
    line: start.line + 1,
    endLine: end.line + 1,
    type: option.className,
    name,
    group: groupOf(groups.filter(group => !isPattern(group))),
    groupPatterns: someOf(groups.filter(isPattern)),
    default: python(option.default),
    secret: knownOr(option.secret, false),
    choices: choicesOf(option.choices),
    min: python(option.min),
    max: python(option.max),
    mutable: knownOr(option.mutable, false),
    deprecatedForRemoval: knownOr(option.deprecatedForRemoval, false),
    required: knownOr(option.required, false),
    advanced: knownOr(option.advanced, false),
    positional: knownOr(option.positional, false),
    helpLength: mapped(option.help, help => [...help].length),
    dest: knownOr(option.dest, typeof name === 'string' ? name.replaceAll('-', '_') : undefined),
    metavar: knownOr(option.metavar, null),
    sampleDefault: python(option.sampleDefault),
    helpSha1: mapped(option.help, sha1),
    deprecatedNames: deprecatedNames(option),
    deprecatedOpts: deprecatedOpts(option),
    ...categorize(option),
  }
  return Object.fromEntries(Object.entries(record).filter((entry): entry is [string, Json] => entry[1] !== undefined))
}

function isPattern(group: string): boolean {
  return group.includes('*')
}

function someOf(items: readonly string[]): Json | undefined {
  return items.length > 0 ? items : undefined
}

/** One name as a string, several as a list, none at all left out. */
function groupOf(groups: readonly string[]): Json | undefined {
  return groups.length > 1 ? groups : groups[0]
}

function knownOr<T extends Json, A extends Json | undefined>(value: Value<T>, whenAbsent: A): T | A | undefined {
  if (value.kind === 'unknown') return undefined
  return value.kind === 'known' ? value.value : whenAbsent
}

function mapped<T>(value: Value<T>, toJson: (value: T) => Json | undefined): Json | undefined {
  if (value.kind === 'unknown') return undefined
  return value.kind === 'known' ? toJson(value.value) : null
}

function python(value: Value): Json | undefined {
  return mapped(value, jsonOf)
}

function choicesOf(value: Value<readonly Choice[]>): Json | undefined {
  return mapped(value, choices => allOf(choices.map(choice => jsonOf(choice.value))))
}

function deprecatedNames(option: Option): Json | undefined {
  if (option.deprecatedOpts.kind === 'absent') return []
  return mapped(option.deprecatedOpts, old => {
    const names = new Set(old.map(one => one.name).filter(one => one !== undefined))
    return [...names].sort()
  })
}

/** Old names with their groups, in the order in which oslo.config tries them; null stands for the current name or group. */
function deprecatedOpts(option: Option): Json | undefined {
  if (option.deprecatedOpts.kind === 'absent') return []
  return mapped(option.deprecatedOpts, old => old.map(({ group = null, name = null }) => ({ group, name })))
}
