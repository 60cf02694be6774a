import { itemsOf, numberOf, type PyValue, type Value } from '../python/value'
import { renderConfValue } from '../oslo/renderConfValue'
import { jsonOf, type Json } from './json'

/** Whether two facts say the same to a program: 1 is 1.0, a list is a tuple. Of what is not known, only the same text is. */
export function sameFacts(a: Value, b: Value): boolean {
  if (a.kind === 'unknown' || b.kind === 'unknown') return a.kind === b.kind && sameSource(a, b)
  return sameValues(valueOf(a), valueOf(b))
}

/** Whether two facts stand alike in nova.conf: what a default of another class says. */
export function sameTexts(a: Value, b: Value): boolean {
  if (a.kind === 'unknown' || b.kind === 'unknown') return sameFacts(a, b)
  return renderConfValue(valueOf(a)) === renderConfValue(valueOf(b))
}

/** A fact as JSON: None and what is absent are null, what is not known is the text of its expression. */
export function factJson(fact: Value): Json {
  if (fact.kind === 'unknown') return fact.source
  const value = valueOf(fact)
  const json = jsonOf(value)
  return json === undefined ? renderConfValue(value) : json
}

export function isUndecided(...facts: readonly Value<unknown>[]): boolean {
  return facts.some(fact => fact.kind === 'unknown')
}

function valueOf(fact: Exclude<Value, { kind: 'unknown' }>): PyValue {
  return fact.kind === 'known' ? fact.value : null
}

/** Another way of writing the same expression changes nothing. */
function sameSource(a: Value<unknown>, b: Value<unknown>): boolean {
  return a.kind === 'unknown' && b.kind === 'unknown' && spelt(a.source) === spelt(b.source)
}

/** An expression without what is mere layout. */
export function spelt(source: string): string {
  return source
    .replace(/\s+/g, '')
    .replaceAll('"', "'")
    .replace(/,(?=[)\]}])/g, '')
}

export function sameValues(a: PyValue, b: PyValue): boolean {
  const [left, right] = [numberOf(a), numberOf(b)]
  if (left !== undefined && right !== undefined) return Object.is(left, right) || left - right === 0
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return a === b
  if (a.py === 'dict' && b.py === 'dict') return sameSets(a.entries.map(pair), b.entries.map(pair))
  if (a.py === 'set' && b.py === 'set') return sameSets(a.items, b.items)
  const [items, others] = [itemsOf(a), itemsOf(b)]
  if (items && others) return items.length === others.length && items.every((item, at) => sameValues(item, others[at]!))
  return a.py === b.py && renderConfValue(a) === renderConfValue(b)
}

/** Whether each of one has its like in the other, whatever their order. */
export function sameSets(a: readonly PyValue[], b: readonly PyValue[]): boolean {
  return a.length === b.length && a.every(one => b.some(other => sameValues(one, other)))
}

function pair([key, value]: readonly [PyValue, PyValue]): PyValue {
  return { py: 'tuple', items: [key, value] }
}
