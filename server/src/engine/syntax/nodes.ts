import type { Node } from 'web-tree-sitter'
import type { Span } from '../text'
import type { Expression } from './ast'

/** What one lowering carries along. */
export interface Lowering {
  readonly text: string
  readonly comments: Span[]
  /** Whether the text has errors anywhere: only then is it worth asking a node. */
  readonly hasErrors: boolean
  /** How deep the present node lies; bounds recursion. */
  depth: number
  /** Whether a `yield` has been seen in the function that is being lowered. */
  yields: boolean
}

/** A node's named children; comments among them are noted and left out. */
export function expressions(node: Node, lowering: Lowering): Node[] {
  return node.namedChildren.filter(child => {
    if (child.type !== 'comment' && child.type !== 'line_continuation') return true
    if (child.type === 'comment') lowering.comments.push(spanOf(child))
    return false
  })
}

export function spanOf(node: Node): Span {
  return { start: node.startIndex, end: node.endIndex }
}

/** Something without a meaning of its own here. */
export function other(span: Span): Expression {
  return { kind: 'other', parts: [], start: span.start, end: span.end }
}
