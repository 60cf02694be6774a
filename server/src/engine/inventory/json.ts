import { type PyValue, itemsOf } from '../python/value'
import { renderPython } from '../python/render'

/** JSON whose numbers keep what JavaScript's cannot: ints of any size, and floats that print as floats. */
export type Json = null | boolean | string | number | NumberText | readonly Json[] | { readonly [key: string]: Json }

/** A number by its digits. */
export class NumberText {
  constructor(readonly digits: string) {}
}

/** JSON text on one line. */
export function compactJson(value: Json): string {
  if (value instanceof NumberText) return value.digits
  if (Array.isArray(value)) return `[${(value as readonly Json[]).map(compactJson).join(', ')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  const entries = Object.entries(value).map(([key, item]) => `${JSON.stringify(key)}: ${compactJson(item)}`)
  return `{${entries.join(', ')}}`
}

/** A Python value as Python's `json.dumps` writes it; undefined for what it refuses (bytes, sets) or JSON lacks (nan). */
export function jsonOf(value: PyValue): Json | undefined {
  if (value === null || typeof value === 'boolean' || typeof value === 'string') return value
  if (typeof value === 'number') return value
  if (typeof value === 'bigint') return new NumberText(value.toString())
  if (value.py === 'float') return Number.isFinite(value.value) ? new NumberText(renderPython(value)) : undefined
  if (value.py === 'list' || value.py === 'tuple') return allOf((itemsOf(value) ?? []).map(jsonOf))
  if (value.py === 'dict') return dictJson(value.entries)
  return undefined
}

/** The array, unless something in it has no JSON. */
export function allOf(items: readonly (Json | undefined)[]): Json | undefined {
  return items.every(item => item !== undefined) ? items : undefined
}

function dictJson(entries: readonly (readonly [PyValue, PyValue])[]): Json | undefined {
  const pairs: [string, Json][] = []
  for (const [key, item] of entries) {
    const name = keyText(key)
    const json = jsonOf(item)
    if (name === undefined || json === undefined) return undefined
    pairs.push([name, json])
  }
  return Object.fromEntries(pairs)
}

/** A dict's key as `json.dumps` writes it. */
function keyText(key: PyValue): string | undefined {
  const json = typeof key === 'object' && key !== null && key.py !== 'float' ? undefined : jsonOf(key)
  if (json === undefined) return undefined
  return typeof json === 'string' ? json : compactJson(json)
}
