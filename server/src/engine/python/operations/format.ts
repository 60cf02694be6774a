import { itemsIn } from '../values/certainty'
import { entryOf } from '../values/identity'
import { longest } from '../values/limits'
import { isObject, isUnknown, kindOf, orUnknown, unknown, type Obj, type Passed } from '../values/object'
import { toPlain } from '../values/plain'
import { renderPython } from '../render'
import { itemsOf, type PyValue } from '../value'

/**
 * Python's three ways of formatting strings, with plain fields (`%s`, `%d`, `{}`): widths, precisions and the like, which no
 * option needs, make the text unknown. A field that is not known leaves a pattern behind, with `*` in its place.
 */

/** `format % value`. */
export function formatPercent(format: string, value: Obj): Obj {
  const positional = kindOf(value) === 'tuple' ? itemsIn(value)! : [value]
  let used = 0
  const named = format.includes('%(')
  const text = fillIn(format, /%(?:\((\w+)\))?([srdi%])?/g, ([, key, type]) => {
    // A sign that begins no field raises an error, or a field of another sort.
    if (type === undefined || (type === '%' && key !== undefined)) return undefined
    if (type === '%') return '%'
    // Too few arguments raise an error, too.
    const argument = key === undefined ? positional[used++] : itemNamed(value, key)
    if (argument === undefined) return undefined
    if (type === 's' || type === 'r') return field(argument, type)
    return typeof argument === 'number' || typeof argument === 'bigint' ? String(argument) : unknown
  })
  // Python refuses arguments that are left over, unless they are a mapping.
  return !named && used < positional.length && kindOf(value) !== 'dict' ? unknown : text
}

function itemNamed(value: Obj, key: string): Obj | undefined {
  if (isUnknown(value)) return unknown
  if (!isObject(value) || value.kind !== 'dict') return undefined
  const entry = entryOf(value, key)
  return entry === undefined ? unknown : entry?.[1]
}

/** `format.format(...)`. */
export function formatBraces(format: string, { positional, keywords, open }: Passed): Obj {
  let automatic = 0
  let numbered = false
  return fillIn(format, /\{\{|\}\}|\{(\w*)(?:!([rsa]))?\}|[{}]/g, ([written, name, conversion]) => {
    if (written === '{{' || written === '}}') return written[0]
    // Attributes and items of arguments, and how wide they are written, are left alone.
    if (name === undefined) return undefined
    numbered ||= /^\d+$/.test(name)
    // Fields with and without numbers do not go together.
    if (numbered && (name === '' || automatic > 0)) return undefined
    const argument = /^\d*$/.test(name) ? positional[name === '' ? automatic++ : Number(name)] : keywords.get(name)
    return argument === undefined && !open ? undefined : field(orUnknown(argument), conversion)
  })
}

/** A text with something in place of all that the pattern finds; unknown where there is nothing to be put there. */
function fillIn(format: string, pattern: RegExp, textOf: (match: RegExpExecArray) => Obj | undefined): Obj {
  const parts: Obj[] = []
  let last = 0
  let length = 0
  for (const match of format.matchAll(pattern)) {
    const part = textOf(match)
    if (part === undefined || length > longest) return unknown
    parts.push(format.slice(last, match.index), part)
    last = match.index + match[0].length
    length += typeof part === 'string' ? part.length : 1
  }
  return assemble([...parts, format.slice(last)])
}

/** The text of a field; a value whose text cannot be told stays as it is. */
export function field(value: Obj, conversion: string | undefined): Obj {
  const text = conversion === 'r' || conversion === 'a' ? repr(value) : str(value)
  return text ?? (isUnknown(value) && conversion !== 'r' && conversion !== 'a' ? value : unknown)
}

/** Puts the pieces of a text together; what is not known makes the whole a pattern, unless nothing else is left. */
export function assemble(parts: readonly Obj[]): Obj {
  const pieces = parts.map(part => (typeof part === 'string' ? part : isUnknown(part) ? (part.pattern ?? '*') : '*'))
  if (pieces.reduce((sum, piece) => sum + piece.length, 0) > longest) return unknown
  const text = pieces.join('')
  if (parts.every(part => typeof part === 'string')) return text
  const pattern = text.replace(/\*+/g, '*')
  return pattern === '*' || pattern.length > 200 ? unknown : { kind: 'unknown', pattern }
}

/** Python's `str(value)`; undefined where it cannot be told. */
export function str(value: Obj): string | undefined {
  return typeof value === 'string' ? value : repr(value)
}

/** Python's `repr(value)`; undefined where it cannot be told. */
export function repr(value: Obj): string | undefined {
  const plain = toPlain(value)
  const text = plain === undefined || !hasOneLiteral(plain) ? undefined : renderPython(plain)
  // How others are printed depends on Unicode's tables.
  return text !== undefined && /^[\x00-\x7e]*$/.test(text) ? text : undefined
}

/** Whether Python prints the value as a literal, always the same: a set has no order, and infinity no literal. */
function hasOneLiteral(value: PyValue): boolean {
  if (typeof value !== 'object' || value === null) return true
  if (value.py === 'float') return Number.isFinite(value.value)
  if (value.py === 'dict') return value.entries.flat().every(hasOneLiteral)
  return value.py !== 'set' && (itemsOf(value) ?? []).every(hasOneLiteral)
}
