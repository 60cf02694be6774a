import { strip } from '../../python/operations/strings'
import type { PyValue } from '../../python/value'
import type { ValueType } from '../option'
import { settled } from './arguments'
import { isEqual, lacks, truthOf } from './pythonValue'
import { accepted, refused, undecided, type Refused, type Undecided, type Verdict } from './verdict'

/** Converts one item as the list's `item_type` or the dict's `value_type` does. */
export type ConvertItem = (value: PyValue) => Verdict

/**
 * What one item takes together, at most: trying again with each further part takes the square of their number, and items
 * that are lists themselves do so for each try.
 */
const mostJoined = 50
/** A longer text of lists within lists, or a deeper one, is not followed. */
const longestNested = 2000
const deepest = 3

/** What `types.List(...)` and `types.Dict(...)` say of their arguments; undefined where they take them. */
export function containerFault(type: ValueType): Refused | Undecided | undefined {
  const parameter = type.type === 'List' ? 'item_type' : 'value_type'
  const given = settled(type, parameter)
  if (given !== null && given !== undefined) return refused('TypeError', `${parameter} must be callable`)
  if (settled(type, 'key_value_separator') === ',') return refused('TypeError', "key_value_separator should not be ','")
  return type.itemType.kind === 'unknown' ? undecided : undefined
}

/** `types.List(...)(value)`: a list or tuple is converted item by item, a text is split first. */
export function toList(type: ValueType, value: PyValue, convert: ConvertItem): Verdict {
  if (typeof value === 'object' && value !== null && (value.py === 'list' || value.py === 'tuple')) {
    const items = value.items.map(convert)
    const bad = items.find(item => item.kind === 'refused') ?? items.find(item => item.kind === 'unknown')
    return bad ?? accepted({ py: 'list', items: items.map(item => (item.kind === 'accepted' ? item.value : null)) })
  }
  if (typeof value !== 'string') return lacks(value, 'strip')
  if (isTooMuch(type, value)) return undecided
  const inside = withoutBounds(type, withoutCommas(strip(value)), '[', ']')
  if (typeof inside !== 'string') return inside
  const items: PyValue[] = []
  const parts = inside === '' ? [] : inside.split(',')
  while (parts.length > 0) {
    const item = joined(parts, part => convert(strip(part)))
    if (item.kind !== 'accepted') return item
    items.push(item.value)
  }
  return tooFew(type, items.length) ?? accepted({ py: 'list', items })
}

/** `types.Dict(...)(value)`: a dict is taken as it is, a text is split at commas and then at the first separator. */
export function toDict(type: ValueType, value: PyValue, convert: ConvertItem): Verdict {
  if (typeof value === 'object' && value?.py === 'dict') return accepted(value)
  if (typeof value !== 'string') return lacks(value, 'strip')
  if (isTooMuch(type, value)) return undecided
  const inside = withoutBounds(type, strip(value), '{', '}')
  const separator = settled(type, 'key_value_separator')
  if (typeof inside !== 'string') return inside
  if (separator !== null && typeof separator !== 'string') return undecided
  const entries: [PyValue, PyValue][] = []
  const parts = inside === '' ? [] : inside.split(',')
  while (parts.length > 0) {
    let key = ''
    const item = joined(parts, part => {
      const at = part.indexOf(separator ?? ':')
      if (at < 0) return refused('ValueError', `Value should be NAME${separator ?? ':'}VALUE pairs separated by ","`)
      key = strip(part.slice(0, at))
      return convert(strip(part.slice(at + (separator ?? ':').length)))
    })
    if (item.kind !== 'accepted') return item
    if (key === '') return refused('ValueError', 'Key name should not be empty')
    if (entries.some(([known]) => isEqual(known, key))) return refused('ValueError', `Duplicate key ${key}`)
    entries.push([key, item.value])
  }
  return tooFew(type, entries.length) ?? accepted({ py: 'dict', entries })
}

/** Takes the next part, and as many more (with their commas) as it needs to be converted. */
function joined(parts: string[], convert: (part: string) => Verdict): Verdict {
  let part = parts.shift()!
  for (let count = 1; count < mostJoined; count++) {
    const item = convert(part)
    if (item.kind !== 'refused' || item.error !== 'ValueError' || parts.length === 0) return item
    part += `,${parts.shift()!}`
  }
  return undecided
}

function isTooMuch(type: ValueType, text: string): boolean {
  const depth = depthOf(type)
  return depth > deepest || (depth > 1 && text.length > longestNested)
}

/** How many lists and dicts lie within each other. */
function depthOf({ type, itemType }: ValueType): number {
  if (type !== 'List' && type !== 'Dict') return 0
  return 1 + (itemType.kind === 'known' ? depthOf(itemType.value) : 0)
}

/** `text.rstrip(',')`. */
function withoutCommas(text: string): string {
  let end = text.length
  while (text[end - 1] === ',') end--
  return text.slice(0, end)
}

function withoutBounds(type: ValueType, text: string, open: string, close: string): string | Refused | Undecided {
  const bounds = settled(type, 'bounds')
  if (bounds === undefined) return undecided
  if (!truthOf(bounds)) return text
  if (!text.startsWith(open)) return refused('ValueError', `Value should start with "${open}"`)
  if (!text.endsWith(close)) return refused('ValueError', `Value should end with "${close}"`)
  return text.slice(1, -1)
}

/** `min_length`, which only texts are held against. */
function tooFew(type: ValueType, length: number): Refused | Undecided | undefined {
  const least = settled(type, 'min_length')
  if (least === undefined) return undecided
  return typeof least === 'number' && length < least
    ? refused('ValueError', `Length should be greater than or equal to ${least}`)
    : undefined
}
