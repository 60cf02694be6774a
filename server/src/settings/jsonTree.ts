import { type Node, type ParseError, createScanner, parseTree, printParseErrorCode } from 'jsonc-parser'
import { deepestJson } from './limits'
import type { JsonPath } from './violations'

/** A piece of the text and what is wrong there. */
export interface JsonError {
  readonly offset: number
  readonly length: number
  readonly message: string
}

/** Parses JSON with comments and trailing commas: its tree, or the first thing that is wrong. Never fails. */
export function parseJson(text: string): { root: Node } | { error: JsonError } {
  if (text.trim() === '') return { error: { offset: 0, length: 0, message: 'The file is empty.' } }
  const deep = tooDeep(text)
  if (deep !== undefined)
    return { error: { offset: deep, length: 1, message: 'This is no JSON: it is nested too deep.' } }
  const errors: ParseError[] = []
  const root = parseTree(text.replace(/^\ufeff/, ' '), errors, { allowTrailingComma: true })
  const [first] = errors
  if (first !== undefined) {
    const words = printParseErrorCode(first.error)
      .replace(/(?<=[a-z])(?=[A-Z])/g, ' ')
      .toLowerCase()
    return { error: { offset: first.offset, length: first.length, message: `This is no JSON: ${words}.` } }
  }
  return root === undefined ? { error: { offset: 0, length: 0, message: 'This is no JSON.' } } : { root }
}

/** Where the text is nested deeper than whatever goes down the tree may follow. */
function tooDeep(text: string): number | undefined {
  const scanner = createScanner(text, true)
  let depth = 0
  for (;;) {
    scanner.scan()
    const offset = scanner.getTokenOffset()
    if (offset >= text.length) return undefined
    // A string that holds brackets begins with its quote.
    const first = text.charAt(offset)
    if (first === '{' || first === '[') depth += 1
    if (first === '}' || first === ']') depth -= 1
    if (depth > deepestJson) return offset
  }
}

/** As jsonc-parser's own `getNodeValue`, but a key `__proto__` is a key like others. */
export function valueOf(node: Node): unknown {
  if (node.type === 'array') return (node.children ?? []).map(valueOf)
  if (node.type !== 'object') return node.value as unknown
  return Object.fromEntries(
    (node.children ?? []).map(({ children: [key, value] = [] }) => [String(key?.value), value && valueOf(value)]),
  )
}

/** Finds nodes by their paths: each object's keys are gone through once, however often it is asked. */
export class NodeFinder {
  private readonly keys = new Map<Node, ReadonlyMap<string, Node>>()

  constructor(private readonly root: Node) {}

  /** The node at a path, or the nearest one around it that exists; its key, where that is what is wrong. */
  nearest(path: JsonPath, atKey: boolean): Node {
    let node = this.root
    for (const step of path) {
      const next = this.child(node, step)
      if (next === undefined) break
      node = next
    }
    return atKey && node.parent?.type === 'property' ? (node.parent.children?.[0] ?? node) : node
  }

  private child(node: Node, step: string | number): Node | undefined {
    if (node.type === 'array') return typeof step === 'number' ? node.children?.[step] : undefined
    return this.keysOf(node).get(String(step))
  }

  private keysOf(node: Node): ReadonlyMap<string, Node> {
    let keys = this.keys.get(node)
    if (keys === undefined) {
      const pairs = node.type === 'object' ? (node.children ?? []) : []
      keys = new Map(
        pairs.flatMap(({ children: [key, value] = [] }) => (key && value ? [[String(key.value), value] as const] : [])),
      )
      this.keys.set(node, keys)
    }
    return keys
  }
}
