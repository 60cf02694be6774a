import type { Span } from '../text'
import type { Call, Statement, SyntaxModule } from './ast'

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
  // A new line, a comment or a continued line may mean something to the lines around it.
  if (/[\r\n#\\]/.test(before.text.slice(start, end) + text.slice(start, end + shift))) return undefined
  if (comments.some(each => each.start < start && end <= each.end)) {
    return { hasErrors: false, body: moved(body, start, shift), comments: moved(comments, start, shift) }
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
  const outside = (span: Span): boolean => span.end <= call.start || span.start >= call.end
  return {
    hasErrors: false,
    body: moved(body, start, shift, { from: call, to: moved(made, -1, call.start) }),
    comments: [...moved(comments.filter(outside), start, shift), ...moved(anew.comments, -1, call.start)],
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

/**
 * A copy of a piece of the tree in which all offsets behind `from` have moved, and perhaps one call is another; what
 * stays the same is shared.
 */
function moved<T>(value: T, from: number, by: number, replaced?: { from: Call; to: Call }): T {
  if (typeof value !== 'object' || value === null) return value
  if (replaced && (value as unknown) === replaced.from) return replaced.to as T
  if (Array.isArray(value)) return value.map((item: unknown) => moved(item, from, by, replaced)) as T
  const node = value as Record<string, unknown>
  if (typeof node['end'] === 'number' && node['end'] < from) return value
  const copy: Record<string, unknown> = {}
  for (const key in node) {
    const item = node[key]
    if (typeof item !== 'number' || !offsets.has(key)) {
      copy[key] = typeof item === 'object' ? moved(item, from, by, replaced) : item
    } else copy[key] = isBehind(key, item, from) ? item + by : item
  }
  return copy as T
}

/** An end at the very place of a change moves with it: the change lies inside whatever encloses it. */
function isBehind(key: string, offset: number, from: number): boolean {
  return key === 'end' || key === 'close' ? offset >= from : offset > from
}

/** The keys under which the tree keeps offsets. */
const offsets = new Set(['start', 'end', 'open', 'close'])
