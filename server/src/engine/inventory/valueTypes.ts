import { optClasses } from '../oslo/classes'
import type { Choice, Option, ValueType } from '../oslo/option'
import type { PyValue, Value } from '../python/value'
import type { Json } from './json'
import { factJson, sameFacts, sameSets } from './values'

/** What an option's values are, however it is declared: a `StrOpt` and an `Opt` of type `String` are one. */
export function sameType(a: Option, b: Option): boolean {
  if (optClasses[a.baseClass].multi !== optClasses[b.baseClass].multi) return false
  if (a.valueType.kind === 'known' && b.valueType.kind === 'known')
    return sameKinds(a.valueType.value, b.valueType.value)
  return a.baseClass === b.baseClass && a.valueType.kind === b.valueType.kind
}

function sameKinds(a: ValueType, b: ValueType): boolean {
  if (plainName(a) !== plainName(b)) return false
  if (a.itemType.kind === 'unknown' || b.itemType.kind === 'unknown') return a.itemType.kind === b.itemType.kind
  // Items are texts where no type is given for them.
  const [item, other] = [a.itemType, b.itemType].map(one => (one.kind === 'known' ? one.value : undefined))
  if (item && other) return sameKinds(item, other)
  return [item, other].every(one => one === undefined || plainName(one) === 'String')
}

function plainName({ type }: ValueType): string {
  return type === 'MultiString' ? 'String' : type
}

/** The classes where they differ, else the types of the values. */
export function typeNames(base: Option, head: Option): { from: string; to: string } {
  if (base.className !== head.className) return { from: base.className, to: head.className }
  return { from: typeName(base), to: typeName(head) }
}

function typeName({ valueType, className }: Option): string {
  if (valueType.kind !== 'known') return valueType.kind === 'unknown' ? valueType.source : className
  const { type, itemType } = valueType.value
  return itemType.kind === 'known' ? `${type}(${itemType.value.type})` : type
}

/** What an option's values are, in the same words however it is declared: `String`, `List of Port`, `Multi String`. */
export function typeText({ valueType, baseClass }: Option): string {
  const multi = optClasses[baseClass].multi ? 'Multi ' : ''
  if (valueType.kind === 'unknown') return `${multi}(${valueType.source.replace(/\s+/g, '')})`
  return `${multi}${valueType.kind === 'known' ? kindText(valueType.value) : baseClass}`
}

function kindText(type: ValueType): string {
  const { itemType } = type
  const name = plainName(type)
  if (itemType.kind === 'unknown') return `${name} of (${itemType.source.replace(/\s+/g, '')})`
  const item = itemType.kind === 'known' ? kindText(itemType.value) : 'String'
  return item === 'String' ? name : `${name} of ${item}`
}

/** The limits of an option's values, by name: sets in an order of their own. */
export function limitsOf({ valueType }: Option): readonly (readonly [string, Value])[] {
  if (valueType.kind !== 'known') return []
  return facetsOf(valueType.value, '').map(({ name, fact, isSet }) => [name, isSet ? sorted(fact) : fact])
}

function sorted(fact: Value): Value {
  if (fact.kind !== 'known') return fact
  const text = (value: PyValue): string => JSON.stringify(factJson({ kind: 'known', value }))
  const items = [...itemsIn(fact.value)].sort((a, b) => (text(a) < text(b) ? -1 : 1))
  return { kind: 'known', value: { py: 'list', items } }
}

/** One limit of a type; those of its items are named `item.choices`. */
interface Facet {
  readonly name: string
  readonly fact: Value
  readonly isSet: boolean
}

/** The limits that differ, each by its name; undefined where none does. */
export function differentFacets(base: Option, head: Option): { from: Json; to: Json; undecided: boolean } | undefined {
  if (base.valueType.kind !== 'known' || head.valueType.kind !== 'known') return undefined
  const before = facetsByName(base.valueType.value)
  const after = facetsByName(head.valueType.value)
  const different = [...new Set([...before.keys(), ...after.keys()])].flatMap(name => {
    const [from, to] = [before.get(name) ?? noLimit, after.get(name) ?? noLimit]
    return same(from, to) ? [] : [{ name, from: from.fact, to: to.fact }]
  })
  if (different.length === 0) return undefined
  return {
    from: Object.fromEntries(different.map(one => [one.name, factJson(one.from)])),
    to: Object.fromEntries(different.map(one => [one.name, factJson(one.to)])),
    undecided: different.some(one => one.from.kind === 'unknown' || one.to.kind === 'unknown'),
  }
}

/** Of items whose type is not given. */
const noLimit: Facet = { name: '', fact: { kind: 'absent' }, isSet: false }

function facetsByName(type: ValueType): ReadonlyMap<string, Facet> {
  return new Map(facetsOf(type, '').map(facet => [facet.name, facet]))
}

function same({ fact, isSet }: Facet, other: Facet): boolean {
  if (!isSet || fact.kind !== 'known' || other.fact.kind !== 'known') return sameFacts(fact, other.fact)
  return sameSets(itemsIn(fact.value), itemsIn(other.fact.value))
}

function itemsIn(value: PyValue): readonly PyValue[] {
  return typeof value === 'object' && value !== null && 'items' in value ? value.items : [value]
}

function facetsOf(type: ValueType, prefix: string): Facet[] {
  const list = <T>(fact: Value<readonly T[]>, toPlain: (one: T) => PyValue): Value =>
    fact.kind === 'known' ? { kind: 'known', value: { py: 'list', items: fact.value.map(toPlain) } } : fact
  const facets: Record<string, Value> = {
    choices: list<Choice>(type.choices, choice => choice.value),
    min: type.min,
    max: type.max,
    regex: type.regex,
    ignore_case: ifTrue(type.ignoreCase),
    quotes: ifTrue(type.quotes),
    max_length: type.maxLength,
    min_length: type.given['min_length'] ?? { kind: 'absent' },
    schemes: list<string>(type.schemes, scheme => scheme),
    version: type.version,
    bounds: ifTrue(type.bounds),
  }
  const own = Object.entries(facets).map(([name, fact]): Facet => {
    return { name: `${prefix}${name}`, fact, isSet: name === 'choices' || name === 'schemes' }
  })
  return type.itemType.kind === 'known' ? [...own, ...facetsOf(type.itemType.value, `${prefix}item.`)] : own
}

/** False is what is not said. */
function ifTrue(fact: Value<boolean>): Value {
  return fact.kind === 'known' && !fact.value ? { kind: 'absent' } : fact
}
