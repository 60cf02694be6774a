import { renderPython } from '../python/render'
import { numberOf, type PyValue } from '../python/value'

/**
 * A value as it stands behind the `=` of a line of nova.conf, as oslo.config's sample generator writes it: `true`, items
 * joined by commas, `key:value` pairs, `<None>` for Python's None, quotes only around outer white space.
 */
export function renderConfValue(value: PyValue): string {
  if (value === null) return '<None>'
  if (typeof value === 'boolean') return String(value)
  if (typeof value === 'string') return value.trim() === value ? value : `"${value}"`
  const number = numberOf(value)
  if (number !== undefined || typeof value !== 'object') return renderPython(value)
  if (value.py === 'dict') return [...value.entries].map(pair).sort().join(',')
  return 'items' in value ? value.items.map(plain).join(',') : renderPython(value)
}

function pair([key, value]: readonly [PyValue, PyValue]): string {
  return `${plain(key)}:${plain(value)}`
}

/** As Python's `str()`, which the generator uses inside lists and dicts. */
function plain(value: PyValue): string {
  return typeof value === 'string' ? value : renderPython(value)
}
