import { categorize } from '../knowledge/categorize'
import type { Option } from '../oslo/option'
import { renderConfValue } from '../oslo/renderConfValue'
import { numberOf } from '../python/value'
import type { PyValue, Value } from '../python/value'
import type { FactName } from './policy'

/** One fact of an option in the forms that a condition may ask for. */
export interface Fact {
  /** Whether anything is given at all. */
  readonly present: boolean
  readonly texts: readonly string[]
  readonly holds: boolean | undefined
  readonly number: number | undefined
  /** Whether there may be more texts than these. */
  readonly open: boolean
}

/** A fact of an option; undefined where the source does not tell. `file` is the path that settings know the file by. */
export function factOf(option: Option, name: FactName, file: string): Fact | undefined {
  switch (name) {
    case 'name':
    case 'help':
    case 'regex':
    case 'deprecatedReason':
    case 'deprecatedSince':
      return read(option[name], value => text(value))
    case 'group':
      return {
        ...text(...option.membership.groups),
        open: !option.membership.complete || option.membership.groups.length === 0,
      }
    case 'type':
      return text(option.className, option.baseClass)
    case 'category':
      return text(categorize(option).category)
    case 'securityRelevant':
      return flag(categorize(option).securityRelevant)
    case 'file':
      return text(file)
    case 'default':
    case 'sampleDefault':
      return read(option[name], plainValue)
    case 'min':
    case 'max':
      return read(option[name], value => ({ ...nothing, present: true, number: value }))
    case 'choices':
      return read(option.choices, () => flag(true), flag(false))
    case 'choiceDescriptions':
      return read(option.choices, all => flag(all.every(({ description }) => description !== undefined)), flag(false))
    default:
      return read(option[name], flag, flag(false))
  }
}

const nothing: Fact = { present: false, texts: [], holds: undefined, number: undefined, open: false }

function text(...texts: string[]): Fact {
  return { ...nothing, present: true, texts }
}

function flag(holds: boolean): Fact {
  return { ...nothing, present: true, holds }
}

function plainValue(value: PyValue): Fact {
  if (value === null) return nothing
  const holds = typeof value === 'boolean' ? value : undefined
  return { ...nothing, present: true, texts: [renderConfValue(value)], holds, number: numberOf(value) }
}

function read<T>(value: Value<T>, known: (value: T) => Fact, absent: Fact = nothing): Fact | undefined {
  if (value.kind === 'unknown') return undefined
  return value.kind === 'known' ? known(value.value) : absent
}
