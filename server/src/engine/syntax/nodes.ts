import type { Node } from './node'
import type { Span } from '../text'
import type { Expression, Statement } from './ast'

/** What one lowering carries along. */
export interface Lowering {
  readonly text: string
  /** Where the text has characters that nobody wrote. */
  readonly added: ReadonlySet<number>
  /** Whether the text has errors anywhere: only then is it worth asking a node. */
  readonly hasErrors: boolean
  /** How deep the present node lies; bounds recursion. */
  depth: number
  /** Whether a `yield` has been seen in the function that is being lowered. */
  yields: boolean
}

/** A lowering that knows what to do with the block of a statement. */
export interface BlockLowering extends Lowering {
  block(node: Node | null): Statement[]
  /** Whether the body of a function is kept, by its text. */
  keepsBody(text: string): boolean
}

/** Deeper nesting than people write: what lies below is left out. */
export const deepestNesting = 150

/** A node's named children without comments. */
export function expressions(node: Node): Node[] {
  return node.namedChildren.filter(child => child.type !== 'comment' && child.type !== 'line_continuation')
}

/** The block among a clause's children. */
export function blockOf(clause: Node): Node | null {
  return clause.namedChildren.find(child => child.type === 'block') ?? null
}

/** The text that a node was read from. */
export function textOf(node: Node, lowering: Lowering): string {
  return lowering.text.slice(node.startIndex, node.endIndex)
}

export function spanOf(node: Node): Span {
  return { start: node.startIndex, end: node.endIndex }
}

/** Something without a meaning of its own here. */
export function other(span: Span): Expression {
  return { kind: 'other', parts: [], start: span.start, end: span.end }
}
