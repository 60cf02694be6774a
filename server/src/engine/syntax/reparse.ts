import type { Span } from '../text'
import type { Statement, SyntaxModule } from './ast'

/** A text and the tree that was read from it. */
export interface Parsed {
  readonly text: string
  readonly syntax: SyntaxModule
}

/**
 * The tree of a text that differs from one already read in a single place, as each key typed makes it. A change inside
 * a comment only moves what follows; for one inside a top-level statement only that statement is parsed anew. Undefined
 * where this cannot be sure to give what parsing the whole text gives.
 */
export function reparse(before: Parsed, text: string, parse: (text: string) => SyntaxModule): SyntaxModule | undefined {
  if (before.syntax.hasErrors) return undefined
  const start = sharedStart(before.text, text)
  const end = before.text.length - sharedEnd(before.text, text, start)
  const shift = text.length - before.text.length
  const { body, comments } = before.syntax
  const inside = (span: Span): boolean => span.start < start && end <= span.end
  if (comments.some(inside) && !/[\r\n]/.test(text.slice(start, end + shift))) {
    return { hasErrors: false, body: moved(body, start, shift), comments: moved(comments, start, shift) }
  }
  const at = body.findIndex(each => each.start < start && end < each.end)
  const statement = body[at]
  if (!statement) return undefined
  const piece = text.slice(statement.start, statement.end + shift)
  // A statement that now ends in a backslash goes on in the next line.
  if (/\\\s*$/.test(piece) || !standsAlone(before.text, statement)) return undefined
  const anew = parse(piece)
  const [only] = anew.body
  const same = only && only.kind === statement.kind && only.start === 0 && only.end === piece.length
  if (anew.hasErrors || anew.body.length !== 1 || !same) return undefined
  return {
    hasErrors: false,
    body: [...body.slice(0, at), moved(only, -1, statement.start), ...moved(body.slice(at + 1), -1, shift)],
    comments: [
      ...comments.filter(each => each.end <= statement.start),
      ...moved(anew.comments, -1, statement.start),
      ...moved(
        comments.filter(each => each.start >= statement.end),
        -1,
        shift,
      ),
    ],
  }
}

/** Whether a statement begins at the left margin and has its lines to itself. */
function standsAlone(text: string, statement: Statement): boolean {
  const before = statement.start === 0 || text[statement.start - 1] === '\n'
  return before && /^[ \t]*(#[^\n]*)?(\r?\n|$)/.test(text.slice(statement.end, statement.end + 500))
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

/** A copy of a piece of the tree in which all offsets behind `from` have moved; what has none there is shared. */
function moved<T>(value: T, from: number, by: number): T {
  if (by === 0 || typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) return value.map((item: unknown) => moved(item, from, by)) as T
  const node = value as Record<string, unknown>
  if (typeof node['end'] === 'number' && node['end'] <= from) return value
  const copy: Record<string, unknown> = {}
  for (const key in node) {
    const item = node[key]
    if (typeof item !== 'number' || !offsets.has(key)) copy[key] = typeof item === 'object' ? moved(item, from, by) : item
    else copy[key] = item > from ? item + by : item
  }
  return copy as T
}

/** The keys under which the tree keeps offsets. */
const offsets = new Set(['start', 'end', 'open', 'close'])
