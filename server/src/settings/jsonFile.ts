import { findNodeAtLocation, parseTree, printParseErrorCode } from 'jsonc-parser'
import type { Node, ParseError } from 'jsonc-parser'
import { LineIndex } from '../engine/index'
import type { Range } from '../engine/index'
import type { Schema } from './schema'
import { violations } from './violations'
import type { JsonPath } from './violations'

/** Something wrong in a file of settings. */
export interface SettingsProblem {
  /** The file, from the folder that the settings are for. */
  readonly file: string
  readonly range: Range
  readonly message: string
}

/** A file of settings that has been read and checked. */
export interface JsonFile {
  /** What its schema allows of it; undefined when nothing could be read. */
  readonly value: unknown
  readonly problems: readonly SettingsProblem[]
  /** Whether everything at and below a path is as the schema has it. */
  isWhole(path: JsonPath): boolean
  /** A problem at a value, or the nearest one around it that exists; at its key, when that is what is wrong. */
  problem(path: JsonPath, message: string, atKey?: boolean): SettingsProblem
}

/** Reads JSON (comments and trailing commas are fine), and leaves out what the schema does not allow. Never fails. */
export function readJson(file: string, text: string, schema: Schema): JsonFile {
  const lines = new LineIndex(text)
  const problemAt = (span: { offset: number; length: number }, message: string): SettingsProblem => ({
    file,
    range: lines.rangeOf({ start: span.offset, end: span.offset + span.length }),
    message,
  })
  const { root, error } = parse(text)
  const problem = (path: JsonPath, message: string, atKey = false): SettingsProblem =>
    problemAt(nodeAt(root, path, atKey) ?? { offset: 0, length: 0 }, message)
  if (root === undefined || error !== undefined) {
    const { message, ...span } = error ?? { offset: 0, length: 0, message: 'This is no JSON.' }
    return { value: undefined, problems: [problemAt(span, message)], isWhole: () => false, problem }
  }
  const value = valueOf(root)
  const found = violations(value, schema)
  return {
    value: without(value, new Set(found.map(({ drop }) => JSON.stringify(drop)))),
    problems: found.map(({ path, message, atKey }) => problem(path, message, atKey)),
    isWhole: path => !found.some(one => path.every((step, index) => one.path[index] === step)),
    problem,
  }
}

function parse(text: string): { root?: Node | undefined; error?: { offset: number; length: number; message: string } } {
  if (text.trim() === '') return { error: { offset: 0, length: 0, message: 'The file is empty.' } }
  const errors: ParseError[] = []
  try {
    const root = parseTree(text.replace(/^\ufeff/, ' '), errors, { allowTrailingComma: true })
    const [first] = errors
    if (first === undefined) return { root }
    const words = printParseErrorCode(first.error)
      .replace(/(?<=[a-z])(?=[A-Z])/g, ' ')
      .toLowerCase()
    return { root, error: { offset: first.offset, length: first.length, message: `This is no JSON: ${words}.` } }
  } catch {
    return { error: { offset: 0, length: 0, message: 'This is no JSON: it is nested too deep.' } }
  }
}

function nodeAt(root: Node | undefined, path: JsonPath, atKey: boolean): Node | undefined {
  if (root === undefined) return undefined
  for (let length = path.length; length > 0; length--) {
    const node = findNodeAtLocation(root, path.slice(0, length))
    if (node !== undefined) return atKey ? (node.parent?.children?.[0] ?? node) : node
  }
  return root
}

/** As jsonc-parser's own `getNodeValue`, but a key `__proto__` is a key like others. */
function valueOf(node: Node): unknown {
  if (node.type === 'array') return (node.children ?? []).map(valueOf)
  if (node.type !== 'object') return node.value as unknown
  return Object.fromEntries(
    (node.children ?? []).map(({ children: [key, value] = [] }) => [String(key?.value), value && valueOf(value)]),
  )
}

/** What is left of a value without the parts at some paths; in lists, a gap stays. */
function without(value: unknown, dropped: ReadonlySet<string>, path: JsonPath = []): unknown {
  if (dropped.has(JSON.stringify(path))) return undefined
  if (Array.isArray(value)) return value.map((item, index) => without(item, dropped, [...path, index]))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, item]) => {
      const left = without(item, dropped, [...path, key])
      return left === undefined ? [] : [[key, left]]
    }),
  )
}
