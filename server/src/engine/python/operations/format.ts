import { charactersOf, sliceCharacters } from '../values/characters'
import { itemsIn, toNumber } from '../values/certainty'
import { entryOf } from '../values/identity'
import { longest } from '../values/limits'
import { isObject, kindOf, unknown, type Obj } from '../values/object'
import { toPlain } from '../values/plain'
import { renderPython } from '../render'
import { itemsOf, type PyValue } from '../value'

/**
 * Python's three ways of formatting strings. Only what has one certain outcome is followed; a piece that is not known
 * leaves a pattern behind (`*` in its place), everything else is unknown.
 */

/** `format % value`. */
export function formatPercent(format: string, value: Obj): Obj {
  const spec = /%(?:\(([^)]{0,200})\))?([-+ #0]*)([1-9]\d*|\*)?(?:\.(\d+|\*))?[hlL]?([a-zA-Z%])/g
  const positional = kindOf(value) === 'tuple' ? itemsIn(value)! : [value]
  const parts: (string | undefined)[] = []
  let used = 0
  let mapped = false
  let last = 0
  let length = 0
  for (const match of format.matchAll(spec)) {
    if (length > longest) return unknown
    const between = format.slice(last, match.index)
    // A sign that begins no field raises an error.
    if (between.includes('%')) return unknown
    parts.push(between)
    last = match.index + match[0].length
    const [, key, flags = '', width, precision, type = ''] = match
    if (type === '%') {
      parts.push('%')
      continue
    }
    if (width === '*' || precision === '*') return unknown
    let argument: Obj | undefined
    if (key !== undefined) {
      mapped = true
      argument = lookUp(value, key)
    } else argument = positional[used++]
    // Too few arguments raise an error; a dictionary that is not known may hold anything.
    if (argument === undefined) {
      if (mapped && kindOf(value) === 'unknown') parts.push(undefined)
      else return unknown
    } else parts.push(percent(argument, flags, width, precision, type))
    length += parts.at(-1)?.length ?? 0
  }
  parts.push(format.slice(last))
  if (format.slice(last).includes('%')) return unknown
  // Python refuses arguments that are left over, unless they are a mapping.
  if (!mapped && used < positional.length && kindOf(value) !== 'dict') return unknown
  return assemble(parts)
}

function lookUp(value: Obj, key: string): Obj | undefined {
  if (!isObject(value) || value.kind !== 'dict') return undefined
  const entry = entryOf(value, key)
  return entry === undefined ? unknown : entry?.[1]
}

function percent(
  argument: Obj,
  flags: string,
  width = '',
  precision: string | undefined,
  type: string,
): string | undefined {
  let text: string | undefined
  if (type === 's' || type === 'r' || type === 'a') {
    text = type === 's' ? str(argument) : repr(argument)
    if (text !== undefined && precision !== undefined) text = truncated(text, Number(precision))
  } else text = formatNumber(argument, type, precision, flags)
  if (text === undefined) return undefined
  const missing = missingTo(Number(width), text)
  if (missing === 0) return text
  if (missing === undefined) return undefined
  if (flags.includes('-')) return text + ' '.repeat(missing)
  if (flags.includes('0') && !/[sra]/.test(type)) return text.replace(/^([-+]?)/, '$1' + '0'.repeat(missing))
  return ' '.repeat(missing) + text
}

/** The first characters of a text, as Python counts them. */
function truncated(text: string, most: number): string {
  return text.length <= most ? text : sliceCharacters(text.slice(0, 2 * most), 0, most)
}

/** How many characters a text lacks to be so wide; undefined for a width that nobody means. */
function missingTo(width: number, text: string): number | undefined {
  if (width > longest) return undefined
  return text.length >= 2 * width ? 0 : Math.max(0, width - charactersOf(text).length)
}

function formatNumber(argument: Obj, type: string, precision: string | undefined, flags: string): string | undefined {
  const number = toNumber(argument)
  if (number === undefined || flags.includes('#')) return undefined
  const whole =
    typeof argument === 'bigint' ? argument : Number.isFinite(number) ? BigInt(Math.trunc(number)) : undefined
  let text: string | undefined
  if (type === 'd' || type === 'i' || type === 'u') text = precision === undefined ? whole?.toString() : undefined
  else if ((type === 'x' || type === 'X' || type === 'o') && kindOf(argument) !== 'float' && precision === undefined) {
    text = whole?.toString(type === 'o' ? 8 : 16)
    if (type === 'X') text = text?.toUpperCase()
  } else if ((type === 'f' || type === 'F') && Math.abs(number) < 1e20) text = toFixed(number, Number(precision ?? 6))
  if (text === undefined) return undefined
  // -0.5 as a whole number is 0, without a sign of its own.
  if (text.startsWith('-')) return text
  return flags.includes('+') ? '+' + text : flags.includes(' ') ? ' ' + text : text
}

/** The number with so many decimals; undefined where the two languages round differently: just between two of them. */
function toFixed(number: number, decimals: number): string | undefined {
  if (decimals > 50 || Object.is(number, -0)) return undefined
  return /^50*$/.test(number.toFixed(decimals + 40).slice(-40)) ? undefined : number.toFixed(decimals)
}

/** `format.format(*positional, **keywords)`. */
export function formatBraces(
  format: string,
  positional: readonly Obj[],
  keywords: ReadonlyMap<string, Obj>,
  open: boolean,
): Obj {
  const parts: (string | undefined)[] = []
  const pieces = /\{\{|\}\}|\{([^{}]*)\}|[{}]/g
  let last = 0
  let automatic = 0
  let numbered = false
  let length = 0
  for (const match of format.matchAll(pieces)) {
    if (length > longest) return unknown
    parts.push(format.slice(last, match.index))
    last = match.index + match[0].length
    if (match[0] === '{{' || match[0] === '}}') {
      parts.push(match[0][0])
      continue
    }
    const field = /^(\w*)(?:!([rsa]))?(?::(.*))?$/s.exec(match[1] ?? '{')
    // Attributes and items of arguments, and fields within fields, are left alone.
    if (!field) return unknown
    const [, name = '', conversion, spec] = field
    numbered ||= /^\d+$/.test(name)
    // Fields with and without numbers do not go together.
    if (numbered && (name === '' || automatic > 0)) return unknown
    const argument = /^\d*$/.test(name) ? positional[name === '' ? automatic++ : Number(name)] : keywords.get(name)
    if (argument === undefined && !open) return unknown
    parts.push(argument === undefined ? undefined : formatField(argument, conversion, spec))
    length += parts.at(-1)?.length ?? 0
  }
  parts.push(format.slice(last))
  return assemble(parts)
}

/** One replacement field's text; undefined where it cannot be told. */
export function formatField(
  value: Obj,
  conversion: string | undefined,
  spec: string | undefined | null,
): string | undefined {
  if (spec === null) return undefined
  const text = conversion === 'r' || conversion === 'a' ? repr(value) : str(value)
  if (text === undefined || spec === undefined || spec === '') return text
  const parsed = /^(?:(.)?([<>^]))?(0)?(\d+)?(?:\.(\d+))?([a-zA-Z%])?$/s.exec(spec)
  if (!parsed) return undefined
  const [, fill = ' ', align, zero, width, precision, type] = parsed
  const formatted = conversion === undefined ? value : text
  const isNumber = toNumber(formatted) !== undefined
  // Truth values are formatted as numbers, and containers not at all.
  if (typeof formatted === 'boolean' || (!isNumber && typeof formatted !== 'string')) return undefined
  let body: string | undefined = text
  if (isNumber && (type !== undefined || precision !== undefined)) {
    const fits = kindOf(formatted) === 'float' ? /[fF]/ : /[dxXofF]/
    body = type !== undefined && fits.test(type) ? formatNumber(formatted, type, precision, '') : undefined
  } else if (!isNumber && ((type !== undefined && type !== 's') || precision !== undefined)) body = undefined
  if (body === undefined || (zero && align)) return undefined
  const missing = missingTo(Number(width ?? 0), body)
  if (missing === 0) return body
  if (missing === undefined) return undefined
  if (zero) return isNumber ? body.replace(/^(-?)/, '$1' + '0'.repeat(missing)) : undefined
  const side = align ?? (isNumber ? '>' : '<')
  const left = side === '>' ? missing : side === '^' ? Math.floor(missing / 2) : 0
  return fill.repeat(left) + body + fill.repeat(missing - left)
}

/** Puts the pieces together; one that is undefined makes the whole a pattern. */
export function assemble(parts: readonly (string | undefined)[]): Obj {
  const length = parts.reduce((sum, part) => sum + (part?.length ?? 1), 0)
  if (length > longest) return unknown
  if (parts.every(part => part !== undefined)) return parts.join('')
  const pattern = parts
    .map(part => part ?? '*')
    .join('')
    .replace(/\*+/g, '*')
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
