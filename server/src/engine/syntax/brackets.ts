import type { Span } from '../text'
import type { Call, Dict, Expression, Sequence, Statement } from './ast'

/** A call, or a list, set or dictionary as it is written. */
type Bracket = Call | Sequence | Dict

/** Whether a stretch of a text lies in a bracket, and neither in nor at the end of what moves otherwise: its beginning, its items. */
export function isBracketAround(text: string) {
  return (node: Statement | Expression, stretch: Span): node is Bracket => {
    if (isCallAround(node, stretch)) return node.open < stretch.start && isBeside(node.arguments, stretch)
    if (node.kind === 'dict') {
      const items = node.entries.map(({ key, value }) => ({ start: (key ?? value).start, end: value.end }))
      return isInside(node, stretch) && isBeside(items, stretch)
    }
    // A tuple need not have brackets.
    if ((node.kind !== 'list' && node.kind !== 'set') || !/[[{]/.test(text.charAt(node.start))) return false
    return isInside(node, stretch) && isBeside(node.items, stretch)
  }
}

function isBeside(items: readonly Span[], { start, end }: Span): boolean {
  return items.every(item => item.end < start || end <= item.start)
}

function isInside(node: Span, { start, end }: Span): boolean {
  return node.start < start && end < node.end
}

/** Whether a stretch lies between the parentheses of a call. */
export function isCallAround(node: Statement | Expression, { start, end }: Span): node is Call {
  return node.kind === 'call' && node.open <= start && end <= node.close
}

/** Whether a stretch lies between the brackets of a list. */
export function isListAround(node: Statement | Expression, stretch: Span): node is Sequence {
  return node.kind === 'list' && isInside(node, stretch)
}

/** The smallest piece of a tree around a stretch of text of which something holds. */
export function innermost<T extends Statement | Expression>(
  body: readonly Statement[],
  stretch: Span,
  holds: (node: Statement | Expression, stretch: Span) => node is T,
): T | undefined {
  let found: T | undefined
  const visit = (node: unknown): void => {
    if (typeof node !== 'object' || node === null) return
    if (Array.isArray(node)) return node.forEach(visit)
    const piece = node as Statement | Expression
    // What stands in braces of a string obeys rules of its own.
    if (piece.end < stretch.end || piece.start > stretch.start || piece.kind === 'formatted') return
    if (holds(piece, stretch)) found = piece
    for (const key in node) visit((node as Record<string, unknown>)[key])
  }
  visit(body)
  return found
}
