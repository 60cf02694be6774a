import { assemble, formatBraces } from './format'
import { steadyItems } from '../values/certainty'
import { longest } from '../values/limits'
import { type Obj, type Passed, unknown } from '../values/object'
import type { Run } from '../run/run'

/** What a method of `str` returns; unknown: not one that is followed. */
export function callStringMethod(text: string, name: string, passed: Passed, run: Run): Obj {
  const { positional: args, keywords, open } = passed
  if (name === 'format') return formatBraces(text, passed)
  if (open || keywords.size > 0) return unknown
  if (name === 'join') return joinStrings(text, args[0])
  const method = Object.hasOwn(methods, name) ? methods[name] : undefined
  if (!method || !args.every(argument => typeof argument === 'string')) return unknown
  const result = method(text, args) ?? unknown
  return Array.isArray(result) ? { kind: 'list', items: result, branch: run.branch, uncertain: false } : result
}

function joinStrings(separator: string, source: Obj | undefined): Obj {
  const items = steadyItems(source)
  if (!items?.every(item => typeof item === 'string')) return unknown
  return items.length * separator.length > longest ? unknown : assemble([items.join(separator)])
}

/** Python's white space, as `str.strip` and `str.split` know it. */
const space = '[\\t-\\r\\x1c-\\x20\\x85\\xa0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000]'
const leading = new RegExp(`^${space}+`, 'u')
const isSpace = new RegExp(`^${space}$`, 'u')
const spaces = new RegExp(`${space}+`, 'u')

type Method = (text: string, args: readonly string[]) => string | boolean | string[] | undefined

const methods: Readonly<Record<string, Method>> = {
  strip: (text, [set]) => (set === undefined ? strip(text) : undefined),
  lstrip: (text, [set]) => (set === undefined ? stripStart(text) : undefined),
  rstrip: (text, [set]) => (set === undefined ? stripEnd(text) : undefined),
  // Beyond ASCII the two languages follow different versions of Unicode.
  lower: text => (/^[\x00-\x7f]*$/.test(text) ? text.toLowerCase() : undefined),
  upper: text => (/^[\x00-\x7f]*$/.test(text) ? text.toUpperCase() : undefined),
  replace: (text, [from, to]) => {
    const pieces = from === undefined || from === '' || to === undefined ? [] : text.split(from)
    return pieces.length > 0 && pieces.length * to!.length <= longest ? pieces.join(to) : undefined
  },
  split: (text, [separator]) => {
    if (separator === undefined) return strip(text) === '' ? [] : strip(text).split(spaces)
    return separator === '' ? undefined : text.split(separator)
  },
  startswith: (text, [prefix]) => (prefix === undefined ? undefined : text.startsWith(prefix)),
  endswith: (text, [suffix]) => (suffix === undefined ? undefined : text.endsWith(suffix)),
}

/** `text.strip()`. */
export function strip(text: string): string {
  return stripStart(stripEnd(text))
}

/** `text.lstrip()`. */
export function stripStart(text: string): string {
  return text.replace(leading, '')
}

/** `text.rstrip()`, in a time that grows with the text only. */
export function stripEnd(text: string): string {
  let end = text.length
  while (end > 0 && isSpace.test(text[end - 1]!)) end--
  return text.slice(0, end)
}

/** textwrap.dedent: without the white space that all lines begin with; lines of white space alone become empty. */
export function dedent(text: string): string {
  const lines = text.split('\n').map(line => (/^[ \t]+$/.test(line) ? '' : line))
  const indents = lines.filter(line => line !== '').map(line => /^[ \t]*/.exec(line)![0])
  const [first = ''] = indents
  let width = first.length
  for (const indent of indents) while (!indent.startsWith(first.slice(0, width))) width--
  return lines.map(line => line.slice(width)).join('\n')
}
