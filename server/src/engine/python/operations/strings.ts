import { charactersOf } from '../values/characters'
import { formatBraces, str } from './format'
import { isUnsteady, itemsIn } from '../values/certainty'
import { type Obj, type Passed, unknown } from '../values/object'
import { longest } from '../values/limits'
import type { Run } from '../run/run'

/** What a method of `str` returns; undefined: not one that is followed. */
export function callStringMethod(text: string, name: string, passed: Passed, run: Run): Obj | undefined {
  const args = passed.positional
  if (name === 'format') return formatBraces(text, args, passed.keywords, passed.open)
  if (passed.open || passed.keywords.size > 0) return undefined
  if (name === 'join') return joinStrings(text, args[0])
  const method = Object.hasOwn(methods, name) ? methods[name] : undefined
  if (!method || !args.every(argument => typeof argument === 'string')) return undefined
  const result = method(text, args)
  if (Array.isArray(result)) return { kind: 'list', items: result, branch: run.branch, uncertain: false }
  return result
}

function joinStrings(separator: string, source: Obj | undefined): Obj {
  // A set's order is not known, and so neither is what joining it gives.
  const items = source === undefined || isUnsteady(source) ? undefined : itemsIn(source)
  if (!items?.every(item => typeof item === 'string')) return unknown
  const length = items.reduce((sum, item) => sum + item.length + separator.length, 0)
  return length <= longest ? items.join(separator) : unknown
}

/** Whether Python's strings may have a method of this name. */
export function isStringMethod(name: string): boolean {
  // All of Python's own are single words, apart from the special ones.
  return /^(__\w+__|[a-z]+|format_map)$/.test(name)
}

/** Python's white space, as `str.strip` and `str.split` know it. */
const space = '[\\t-\\r\\x1c-\\x20\\x85\\xa0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000]'
const leading = new RegExp(`^${space}+`, 'u')
const isSpace = new RegExp(`^${space}$`, 'u')
const spaces = new RegExp(`${space}+`, 'u')

type Method = (text: string, args: readonly string[]) => string | boolean | number | string[] | undefined

const methods: Readonly<Record<string, Method>> = {
  strip: (text, [set]) => stripLeft(stripRight(text, set), set),
  lstrip: (text, [set]) => stripLeft(text, set),
  rstrip: (text, [set]) => stripRight(text, set),
  // Beyond ASCII the two languages follow different versions of Unicode.
  lower: text => (isAscii(text) ? text.toLowerCase() : undefined),
  upper: text => (isAscii(text) ? text.toUpperCase() : undefined),
  title: text =>
    isAscii(text) ? text.toLowerCase().replace(/[a-z]+/g, word => word[0]!.toUpperCase() + word.slice(1)) : undefined,
  capitalize: text => (isAscii(text) ? text.slice(0, 1).toUpperCase() + text.slice(1).toLowerCase() : undefined),
  replace: (text, [from, to]) => {
    if (from === undefined || to === undefined) return undefined
    const pieces = from === '' ? [] : text.split(from)
    const length = text.length + (pieces.length - 1) * (to.length - from.length)
    return pieces.length > 0 && length <= longest ? pieces.join(to) : undefined
  },
  split: (text, [separator]) => {
    if (separator === '') return undefined
    if (separator !== undefined) return text.split(separator)
    const stripped = strip(text)
    return stripped === '' ? [] : stripped.split(spaces)
  },
  splitlines: text => {
    const lines = text.split(/\r\n|[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]/)
    if (lines.at(-1) === '') lines.pop()
    return lines
  },
  startswith: (text, [prefix]) => (prefix === undefined ? undefined : text.startsWith(prefix)),
  endswith: (text, [suffix]) => (suffix === undefined ? undefined : text.endsWith(suffix)),
  removeprefix: (text, [prefix = '']) => (text.startsWith(prefix) ? text.slice(prefix.length) : text),
  removesuffix: (text, [suffix = '']) =>
    suffix !== '' && text.endsWith(suffix) ? text.slice(0, -suffix.length) : text,
  __str__: text => str(text),
}

function isAscii(text: string): boolean {
  return /^[\x00-\x7f]*$/.test(text)
}

/** `text.strip()`. */
export function strip(text: string): string {
  return stripLeft(stripRight(text, undefined), undefined)
}

/** `text.lstrip()`. */
export function stripStart(text: string): string {
  return stripLeft(text, undefined)
}

/** `text.rstrip()`. */
export function stripEnd(text: string): string {
  return stripRight(text, undefined)
}

function stripLeft(text: string, set: string | undefined): string {
  if (set === undefined) return text.replace(leading, '')
  const characters = charactersOf(text)
  const first = characters.findIndex(character => !set.includes(character))
  return first < 0 ? '' : characters.slice(first).join('')
}

function stripRight(text: string, set: string | undefined): string {
  if (set === undefined) {
    let end = text.length
    while (end > 0 && isSpace.test(text[end - 1]!)) end -= 1
    return text.slice(0, end)
  }
  const characters = charactersOf(text)
  const last = characters.findLastIndex(each => !set.includes(each))
  return characters.slice(0, last + 1).join('')
}

/** textwrap.dedent: without the white space that all lines begin with; lines of white space alone become empty. */
export function dedent(text: string): string {
  const lines = text.split('\n').map(line => (/^[ \t]+$/.test(line) ? '' : line))
  let margin: string | undefined
  for (const line of lines) {
    if (line === '') continue
    const indent = /^[ \t]*/.exec(line)![0]
    if (margin === undefined) margin = indent
    else {
      let shared = 0
      while (shared < margin.length && margin[shared] === indent[shared]) shared++
      margin = margin.slice(0, shared)
    }
  }
  const width = margin?.length ?? 0
  return lines.map(line => line.slice(width)).join('\n')
}

/** inspect.cleandoc: a docstring without the indentation of its later lines; undefined where there are tabs. */
export function cleanDoc(source: string): string | undefined {
  if (source.includes('\t')) return undefined
  const [first = '', ...rest] = source.split('\n')
  const margin = rest.reduce(
    (least, line) => (line.trim() === '' ? least : Math.min(least, line.length - line.trimStart().length)),
    Infinity,
  )
  const lines = [first.trimStart(), ...rest.map(line => (margin === Infinity ? line : line.slice(margin)))]
  const start = lines.findIndex(line => line !== '')
  return start < 0 ? '' : lines.slice(start, lines.findLastIndex(line => line !== '') + 1).join('\n')
}
