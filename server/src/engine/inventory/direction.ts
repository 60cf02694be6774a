import type { Option, ValueType } from '../oslo/option'
import { convert } from '../oslo/types/check'
import { samplesOf } from '../patterns/samples'
import { itemsOf, type PyValue } from '../python/value'
import { renderConfValue } from '../oslo/renderConfValue'

/** What a change of type or limits does to the values that files hold. */
export type Direction =
  /** This value was taken and is refused now. */
  | { readonly kind: 'narrowed'; readonly value: string }
  /** Values are taken that were refused, and none was found that is refused now. */
  | { readonly kind: 'widened' }
  /** No value was found that tells the two apart, or what takes values cannot be followed. */
  | { readonly kind: 'undecided' }

/** Tries values on both sides as oslo.config would: what the declarations name, and what lies at the edges of their limits. */
export function directionOf(base: Option, head: Option): Direction {
  if (base.valueType.kind !== 'known' || head.valueType.kind !== 'known') return { kind: 'undecided' }
  const [before, after] = [base.valueType.value, head.valueType.value]
  const values = [...new Set([...named(base), ...named(head), ...edges(before), ...edges(after), ...plainTexts])]
  let widened = false
  for (const value of values) {
    const [was, is] = [convert(before, value).kind, convert(after, value).kind]
    if (was === 'accepted' && is === 'refused') return { kind: 'narrowed', value }
    widened ||= was === 'refused' && is === 'accepted'
  }
  return { kind: widened ? 'widened' : 'undecided' }
}

/** Of each kind of value that oslo.config tells from others, one. */
const plainTexts = [
  'text',
  'two words',
  'a,b',
  'k:v',
  '',
  '0',
  '1',
  '-1',
  '1.5',
  '70000',
  'true',
  'host.example.org',
  'under_score',
  '192.0.2.1',
  '2001:db8::1',
  'http://host.example.org/',
  'ftp://host.example.org/',
  '1-2',
  'MiXed',
  'x'.repeat(300),
]

function named(option: Option): string[] {
  const fact = option.default
  if (fact.kind !== 'known') return []
  return [fact.value, ...(itemsOf(fact.value) ?? [])].map(renderConfValue)
}

/** Values at and beside each limit of a type, and of the type of its items. */
function edges(type: ValueType): string[] {
  const numbers = [type.min, type.max].flatMap(fact => (fact.kind === 'known' ? [fact.value] : []))
  const choices = type.choices.kind === 'known' ? type.choices.value.map(choice => renderConfValue(choice.value)) : []
  const schemes = type.schemes.kind === 'known' ? type.schemes.value : []
  const regex = type.regex.kind === 'known' ? samplesOf(type.regex.value) : []
  const length = type.maxLength.kind === 'known' ? Math.min(type.maxLength.value, 100_000) : undefined
  const inside = type.itemType.kind === 'known' ? edges(type.itemType.value) : []
  const isBound = type.bounds.kind === 'known' && type.bounds.value
  const items = isBound ? inside.map(item => (type.type === 'Dict' ? `{k:${item}}` : `[${item}]`)) : inside
  return [
    ...choices,
    ...choices.map(choice => choice.toUpperCase()),
    ...numbers.flatMap(number => [number, number - 1, number + 1]).map(String),
    ...schemes.map(scheme => `${scheme}://host.example.org/`),
    ...regex,
    ...(length === undefined ? [] : ['x'.repeat(length), 'x'.repeat(length + 1)]),
    ...items,
    ...(type.type === 'Dict' && !isBound ? items.map(item => `k:${item}`) : []),
  ]
}

/** Whether a value can be told on a line of nova.conf. */
export function isLine(value: PyValue): value is string {
  return typeof value === 'string' && !/[\r\n]/.test(value) && value.length <= 100
}
