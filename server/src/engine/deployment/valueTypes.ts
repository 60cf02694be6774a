import type { Choice, ValueType } from '../oslo/option'
import { absent, type PyValue, type Value } from '../python/value'
import type { CatalogueData } from './catalogueData'

/** A fact that is known. */
export function known<T>(value: T): Value<T> {
  return { kind: 'known', value }
}

/** The types of a catalogue, by index: those of items come before the types that hold them. */
export function typesOf({ types }: CatalogueData): Value<ValueType>[] {
  const made: Value<ValueType>[] = []
  for (const { n, g = {}, e } of types) {
    const given = Object.fromEntries(Object.entries(g).map(([name, value]) => [name, known(value)]))
    const item = e === undefined ? absent : (made[e] ?? absent)
    made.push(known(valueType(n, given, item)))
  }
  return made
}

/** A type with what its constructor was given. */
export function valueType(
  type: ValueType['type'],
  given: ValueType['given'],
  itemType: Value<ValueType> = absent,
): ValueType {
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
