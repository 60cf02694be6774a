import type { Span } from '../text'
import type { Call, Dict, Expression, Sequence, Statement, SyntaxModule } from './ast'
import { moved, type Move } from './moved'

/** A text and the tree that was read from it. */
export interface Parsed {
  readonly text: string
  readonly syntax: SyntaxModule
}

/**
 * The tree of a text that differs from one already read in a single place, as each key typed makes it. A change inside
 * a comment, or of the space between the items of a bracket, only moves what follows; for one between the parentheses of
 * a call only that call is parsed anew: what stands around it is the same, and it is still one call from its first
 * character to its last. Undefined where this cannot be sure to give what parsing the whole text gives.
 */
export function reparse(before: Parsed, text: string, parse: (text: string) => SyntaxModule): SyntaxModule | undefined {
  if (before.syntax.hasErrors) return undefined
  const start = sharedStart(before.text, text)
  const end = before.text.length - sharedEnd(before.text, text, start)
  const shift = text.length - before.text.length
  const { body, comments } = before.syntax
  const onlyMoved = (by: Move): SyntaxModule => {
    return { hasErrors: false, body: moved(body, by), comments: moved(comments, by) }
  }
  if (isSpace(before, text, start, end, shift) && innermost(body, start, end, isBracketAround(before.text))) {
    return onlyMoved({ from: start, offset: offset => (offset < start ? offset : offset + shift) })
  }
  const behind = shifted(start, shift)
  // A new line, a comment or a continued line may mean something to the lines around it.
  if (/[\r\n#\\]/.test(before.text.slice(start, end) + text.slice(start, end + shift))) return undefined
  if (comments.some(each => each.start < start && end <= each.end)) return onlyMoved(behind)
  const call = innermost(body, start, end, isCallAround)
  if (!call) return undefined
  const piece = text.slice(call.start, call.end + shift)
  const anew = parse(piece)
  const [statement] = anew.body
  const made = statement?.kind === 'expression' ? statement.value : undefined
  const whole =
    made?.kind === 'call' && made.start === 0 && made.end === piece.length && made.open === call.open - call.start
  if (anew.hasErrors || anew.body.length !== 1 || !whole) return undefined
  const within = shifted(-1, call.start)
  const outside = (span: Span): boolean => span.end <= call.start || span.start >= call.end
  return {
    hasErrors: false,
    body: moved(body, behind, { from: call, to: moved(made, within) }),
    comments: [...moved(comments.filter(outside), behind), ...moved(anew.comments, within)],
  }
}

/**
 * Whether a change adds and takes nothing but space, and parts or joins nothing: what stands beside it ends a token
 * whatever follows. A comment would grow into what follows it, and a backslash wants its line end.
 */
function isSpace(before: Parsed, text: string, start: number, end: number, shift: number): boolean {
  const changed = before.text.slice(start, end) + text.slice(start, end + shift)
  return (
    /^[ \t\r\n]+$/.test(changed) &&
    (/[\s,([{]/.test(before.text.charAt(start - 1)) || /[\s,)\]}]/.test(before.text.charAt(end))) &&
    before.text.charAt(start - 1) !== '\\' &&
    !before.syntax.comments.some(comment => comment.start <= end && start <= comment.end)
  )
}

/** A call, or a list, set or dictionary as it is written. */
type Bracket = Call | Sequence | Dict

/** Whether a stretch lies in a bracket, and neither in nor at the end of what moves otherwise: its beginning, its items. */
function isBracketAround(text: string) {
  return (node: Statement | Expression, start: number, end: number): node is Bracket => {
    if (isCallAround(node, start, end)) return node.open < start && isBeside(node.arguments, start, end)
    if (node.kind === 'dict') {
      const items = node.entries.flatMap(({ key, value }) => (key ? [key, value] : [value]))
      return node.start < start && end < node.end && isBeside(items, start, end)
    }
    // A tuple need not have brackets.
    if ((node.kind !== 'list' && node.kind !== 'set') || !/[[{]/.test(text.charAt(node.start))) return false
    return node.start < start && end < node.end && isBeside(node.items, start, end)
  }
}

function isBeside(items: readonly Span[], start: number, end: number): boolean {
  return items.every(item => item.end < start || end <= item.start)
}

/** Whether a stretch lies between the parentheses of a call. */
function isCallAround(node: Statement | Expression, start: number, end: number): node is Call {
  return node.kind === 'call' && node.open <= start && end <= node.close
}

/** The smallest piece of a tree around a stretch of text of which something holds. */
function innermost<T extends Statement | Expression>(
  body: readonly Statement[],
  start: number,
  end: number,
  holds: (node: Statement | Expression, start: number, end: number) => node is T,
): T | undefined {
  let found: T | undefined
  const visit = (node: unknown): void => {
    if (typeof node !== 'object' || node === null) return
    if (Array.isArray(node)) return node.forEach(visit)
    const piece = node as Statement | Expression
    // What stands in braces of a string obeys rules of its own.
    if (piece.end < end || piece.start > start || piece.kind === 'formatted') return
    if (holds(piece, start, end)) found = piece
    for (const key in node) visit((node as Record<string, unknown>)[key])
  }
  visit(body)
  return found
}

function sharedStart(a: string, b: string): number {
  const most = Math.min(a.length, b.length)
  let at = 0
  while (at < most && a.charCodeAt(at) === b.charCodeAt(at)) at++
  return at
}

/** How many characters the texts share at their ends, those they share at their starts left out. */
function sharedEnd(a: string, b: string, start: number): number {
  const most = Math.min(a.length, b.length) - start
  let count = 0
  while (count < most && a.charCodeAt(a.length - 1 - count) === b.charCodeAt(b.length - 1 - count)) count++
  return count
}

/** Moves what lies behind an offset. An end at the very place moves too: a change there lies inside what encloses it. */
function shifted(from: number, by: number): Move {
  return { from, offset: (offset, isEnd) => (offset > from || (isEnd && offset === from) ? offset + by : offset) }
}
