import { isCertain } from './certainty'
import { longestText } from './limits'
import { isObject, type Obj } from './object'
import type { PyValue } from '../value'

/** A certain value as plain data; undefined for anything else (unknown parts, functions, options, texts that are too long). */
export function toPlain(value: Obj): PyValue | undefined {
  return isCertain(value) ? plain(value) : undefined
}

function plain(value: Obj): PyValue | undefined {
  if (typeof value === 'string' && value.length > longestText) return undefined
  if (!isObject(value)) return value
  switch (value.kind) {
    case 'float':
      return { py: 'float', value: value.value }
    case 'bytes':
      return { py: 'bytes', value: value.value }
    case 'list':
    case 'tuple':
    case 'set': {
      const items = value.items.map(plain)
      return items.includes(undefined) ? undefined : { py: value.kind, items: items as PyValue[] }
    }
    case 'dict': {
      const entries = value.entries.map(([key, item]) => [plain(key), plain(item)] as const)
      const whole = entries.every(([key, item]) => key !== undefined && item !== undefined)
      return whole ? { py: 'dict', entries: entries as (readonly [PyValue, PyValue])[] } : undefined
    }
    default:
      return undefined
  }
}
