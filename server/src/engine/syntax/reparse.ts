import type { Span } from '../text'
import type { Call, Statement, SyntaxModule } from './ast'
import { moved, type Move } from './moved'

/** A text and the tree that was read from it. */
export interface Parsed {
  readonly text: string
  readonly syntax: SyntaxModule
}

/**
 * The tree of a text that differs from one already read in a single place, as each key typed makes it. A change inside
 * a comment only moves what follows; for one between the parentheses of a call only that call is parsed anew: what
 * stands around it is the same, and it is still one call from its first character to its last. Undefined where this
 * cannot be sure to give what parsing the whole text gives.
 */
export function reparse(before: Parsed, text: string, parse: (text: string) => SyntaxModule): SyntaxModule | undefined {
  if (before.syntax.hasErrors) return undefined
  const start = sharedStart(before.text, text)
  const end = before.text.length - sharedEnd(before.text, text, start)
  const shift = text.length - before.text.length
  const { body, comments } = before.syntax
  const behind = shifted(start, shift)
  // A new line, a comment or a continued line may mean something to the lines around it.
  if (/[\r\n#\\]/.test(before.text.slice(start, end) + text.slice(start, end + shift))) return undefined
  if (comments.some(each => each.start < start && end <= each.end)) {
    return { hasErrors: false, body: moved(body, behind), comments: moved(comments, behind) }
  }
  const call = innermostCall(body, start, end)
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

/** The smallest call between whose parentheses a stretch of text lies. */
function innermostCall(body: readonly Statement[], start: number, end: number): Call | undefined {
  let found: Call | undefined
  const visit = (node: unknown): void => {
    if (typeof node !== 'object' || node === null) return
    if (Array.isArray(node)) return node.forEach(visit)
    const span = node as Partial<Statement | Call>
    if (span.start !== undefined && span.end !== undefined && (span.end < end || span.start > start)) return
    if (span.kind === 'call' && (node as Call).open <= start && end <= (node as Call).close) found = node as Call
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
