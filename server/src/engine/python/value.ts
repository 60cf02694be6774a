import type { Range } from '../text'

/**
 * What the source says of one thing, with three outcomes. `known` is what Python would compute, `absent` means that
 * nothing is written (or `None`, which options take for the same), `unknown` means that something is written which
 * we do not evaluate. Whoever reads a fact says what to do with `unknown`; nobody guesses.
 */
export type Value<T = PyValue> = Known<T> | Absent | Unknown

export interface Known<T> {
  readonly kind: 'known'
  readonly value: T
  /** Where the value is written at the declaration; undefined where the class implies it. */
  readonly range?: Range
}

export interface Absent {
  readonly kind: 'absent'
}

export interface Unknown {
  readonly kind: 'unknown'
  /** The expression as written, shortened to a line. */
  readonly source: string
  readonly range?: Range
  /** Why it cannot be told, when that helps a reader: `depends on the machine`. */
  readonly reason?: string
}

/**
 * A Python value as plain data. An `int` is a number, or a bigint where a number would lose digits; a `float` keeps its
 * type because Python prints 1.0 and 1 differently; lists and tuples are told apart for the same reason.
 */
export type PyValue = null | boolean | number | bigint | string | PyFloat | PyBytes | PyList | PyTuple | PySet | PyDict

export interface PyFloat {
  readonly py: 'float'
  readonly value: number
}
export interface PyBytes {
  readonly py: 'bytes'
  /** One character (0..255) a byte. */
  readonly value: string
}
export interface PyList {
  readonly py: 'list'
  readonly items: readonly PyValue[]
}
export interface PyTuple {
  readonly py: 'tuple'
  readonly items: readonly PyValue[]
}
export interface PySet {
  readonly py: 'set'
  readonly items: readonly PyValue[]
}
export interface PyDict {
  readonly py: 'dict'
  readonly entries: readonly (readonly [PyValue, PyValue])[]
}

export const absent: Absent = { kind: 'absent' }

/** The known value, or undefined when it is absent or unknown. */
export function knownValue<T>(value: Value<T>): T | undefined {
  return value.kind === 'known' ? value.value : undefined
}

/** Whether the value is known to equal `expected` (a string, number, boolean). */
export function isKnown<T>(value: Value<T>, expected: T): boolean {
  return value.kind === 'known' && value.value === expected
}

/** The items of a list, tuple or set; undefined for anything else. */
export function itemsOf(value: PyValue | undefined): readonly PyValue[] | undefined {
  return typeof value === 'object' && value !== null && 'items' in value ? value.items : undefined
}

/** A Python number (int or float) as a JavaScript one; undefined for anything else and for an int too large to hold. */
export function numberOf(value: PyValue | undefined): number | undefined {
  if (typeof value === 'number') return value
  return typeof value === 'object' && value !== null && value.py === 'float' ? value.value : undefined
}

/** Whether two facts say the same, wherever it is written. Of what is not known, only the same text is the same. */
export function equalFacts(a: Value, b: Value): boolean {
  if (a.kind === 'known' && b.kind === 'known') return equalValue(a.value, b.value)
  if (a.kind === 'unknown' && b.kind === 'unknown') return a.source === b.source && a.reason === b.reason
  return a.kind === b.kind
}

/** Whether Python writes two values alike, type and order included: 1 is not 1.0, and a list no tuple. */
export function equalValue(a: PyValue, b: PyValue): boolean {
  if (Object.is(a, b)) return true
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null || a.py !== b.py) return false
  if ('value' in a && 'value' in b) return equalValue(a.value, b.value)
  if ('items' in a && 'items' in b) return equalItems(a.items, b.items)
  return 'entries' in a && 'entries' in b && equalItems(a.entries.flat(), b.entries.flat())
}

function equalItems(a: readonly PyValue[], b: readonly PyValue[]): boolean {
  return a.length === b.length && a.every((item, at) => equalValue(item, b[at]!))
}
