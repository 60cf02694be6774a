import { renderPython } from '../../python/render'
import type { PyValue } from '../../python/value'
import { refused, type Refused } from './verdict'

/** What Python's operators and functions make of plain values, as far as oslo.config's types use them. */

/** `str(value)`. */
export function str(value: PyValue): string {
  return typeof value === 'string' ? value : repr(value)
}

/** `repr(value)`. */
export function repr(value: PyValue): string {
  if (typeof value === 'string') return renderPython(value)
  return renderPython(value).replace(/\bfloat\('(-?\w+)'\)/g, '$1')
}

/** `bool(value)`. */
export function truthOf(value: PyValue): boolean {
  if (typeof value !== 'object' || value === null) return Boolean(value)
  if (value.py === 'float') return value.value !== 0
  if (value.py === 'bytes') return value.value !== ''
  return (value.py === 'dict' ? value.entries : value.items).length > 0
}

/** An int, a float or a bool as JavaScript compares it; undefined for anything else. */
export function numeric(value: PyValue | undefined): number | bigint | undefined {
  if (typeof value === 'boolean') return Number(value)
  if (typeof value === 'number' || typeof value === 'bigint') return value
  return isFloat(value) ? value.value : undefined
}

export function isFloat(value: PyValue | undefined): value is Extract<PyValue, { py: 'float' }> {
  return typeof value === 'object' && value !== null && value.py === 'float'
}

/** `a < b`; Python's refusal where the two have no order. */
export function isLess(a: PyValue, b: PyValue): boolean | Refused {
  const [left, right] = [numeric(a), numeric(b)]
  if (left !== undefined && right !== undefined) return left < right
  if (typeof a === 'string' && typeof b === 'string') return a < b
  return refused('TypeError', `'<' not supported between instances of '${typeName(a)}' and '${typeName(b)}'`)
}

/** `a == b`, for what may be a choice. */
export function isEqual(a: PyValue, b: PyValue): boolean {
  const [left, right] = [numeric(a), numeric(b)]
  if (left !== undefined && right !== undefined) return left <= right && left >= right
  return typeof a === typeof b && repr(a) === repr(b)
}

/** `type(value).__name__`. */
export function typeName(value: PyValue): string {
  if (value === null) return 'NoneType'
  if (typeof value === 'object') return value.py
  return { boolean: 'bool', number: 'int', bigint: 'int', string: 'str' }[typeof value as 'string']
}

/** What iterating over the value gives; undefined where Python cannot. */
export function iterated(value: PyValue): readonly PyValue[] | undefined {
  if (typeof value === 'string') return [...value]
  if (typeof value !== 'object' || value === null || value.py === 'float') return undefined
  if (value.py === 'bytes') return Array.from(value.value, byte => byte.charCodeAt(0))
  return value.py === 'dict' ? value.entries.map(([key]) => key) : value.items
}

/** Python's complaint of a method that the value's type does not have. */
export function lacks(value: PyValue, method: string): Refused {
  return refused('AttributeError', `'${typeName(value)}' object has no attribute '${method}'`)
}
