import type { Span } from '../text'
import type { Call, Expression, Sequence, Statement, SyntaxModule } from './ast'
import { innermost, isBracketAround, isCallAround, isListAround } from './brackets'
import { moved, type Move } from './moved'
import { changeBetween, type Complete, type TextChange } from './textChange'

/** A text and the tree that was read from it. */
export interface Parsed {
  readonly text: string
  readonly syntax: SyntaxModule
}

/** A text that is Python to its last character, and its tree. */
export interface CompleteParsed extends Complete {
  readonly syntax: SyntaxModule
}

/** Reads a piece of a text, if it is Python to its last character. `added` are the offsets of what nobody wrote. */
export type ReadPiece = (piece: string, added: ReadonlySet<number>) => SyntaxModule | undefined

/**
 * The tree of a text that differs from one already read in a single place, as each key typed makes it. A change inside
 * a comment, or of the space between the items of a bracket, only moves what follows; for one between the parentheses of
 * a call, or among the items of a list, only these are parsed anew: what stands around them is the same. `broken` where they
 * are no Python any more, undefined where this cannot be sure to give what parsing the whole text gives.
 */
export function reparse(before: CompleteParsed, now: Complete, read: ReadPiece): SyntaxModule | 'broken' | undefined {
  const change = changeBetween(before, now)
  const { start, end, shift } = change
  const { body, comments } = before.syntax
  const written = before.text.slice(start, end) + now.text.slice(start, end + shift)
  const onlyMoved = (by: Move): SyntaxModule => {
    return { hasErrors: false, body: moved(body, by), comments: moved(comments, by) }
  }
  if (isSpace(before, change, written) && innermost(body, change, isBracketAround(before.text))) {
    return onlyMoved({ from: start, offset: offset => (offset < start ? offset : offset + shift) })
  }
  // Half of a line end may belong to what stands beside it.
  if (written.includes('\r')) return undefined
  const behind = shifted(start, shift)
  const hasLines = /[\n#\\]/.test(written)
  if (!hasLines && comments.some(each => each.start < start && end <= each.end)) return onlyMoved(behind)
  // In a block, tree-sitter takes some lines between brackets for its end, if they begin before it.
  const isFree = body.some(each => flat.has(each.kind) && each.start <= start && end <= each.end)
  const around = innermost(body, change, isFree ? isCallOrListAround : isCallAround)
  if (hasLines && !isFree) return undefined
  const anew = around && (around.kind === 'call' ? readCall : readItems)(around as Call & Sequence, change, now, read)
  if (!anew || anew === 'broken') return anew
  const outside = (span: Span): boolean => span.end <= anew.start || span.start >= anew.end
  return {
    hasErrors: false,
    body: moved(body, behind, { from: around, to: anew.made }),
    comments: [...moved(comments.filter(outside), behind), ...anew.comments],
  }
}

/**
 * Whether a change adds and takes nothing but space, and parts or joins nothing: what stands beside it ends a token
 * whatever follows. A comment would grow into what follows it, and a backslash wants its line end.
 */
function isSpace({ text, syntax }: CompleteParsed, { start, end }: TextChange, written: string): boolean {
  return (
    /^[ \t\r\n]+$/.test(written) &&
    (/[\s,([{]/.test(text.charAt(start - 1)) || /[\s,)\]}]/.test(text.charAt(end))) &&
    text.charAt(start - 1) !== '\\' &&
    !syntax.comments.some(comment => comment.start <= end && start <= comment.end)
  )
}

/** Statements that have no blocks. */
const flat: ReadonlySet<Statement['kind']> = new Set(['assign', 'augmentedAssign', 'expression'])

function isCallOrListAround(node: Statement | Expression, stretch: Span): node is Call | Sequence {
  return isCallAround(node, stretch) || isListAround(node, stretch)
}

/** What stands in place of a call or list, and which stretch of the text before was read anew for it. */
interface Anew extends Span {
  readonly made: Expression
  /** The comments in that stretch. */
  readonly comments: readonly Span[]
}

/** A call that is still one call from its first character to its last. */
function readCall(call: Call, { shift }: TextChange, now: Complete, read: ReadPiece): Anew | 'broken' | undefined {
  const piece = now.text.slice(call.start, call.end + shift)
  const anew = readExpression(piece, call.start, now, read)
  if (anew === 'broken') return anew
  if (anew?.made.kind !== 'call' || anew.made.open !== call.open) return undefined
  return { ...anew, start: call.start, end: call.end }
}

/** A list whose items before and behind the change are the same: between names that stand for them, the others are read. */
function readItems(list: Sequence, change: TextChange, now: Complete, read: ReadPiece): Anew | 'broken' | undefined {
  const { shift } = change
  const before = list.items.filter(item => item.end < change.start).length
  const behind = list.items.filter(item => item.start > change.end).length
  const start = list.items[before - 1]?.end ?? list.start + 1
  const end = behind > 0 ? list.items.at(-behind)!.start : list.end - 1
  const [opening, closing] = [before > 0 ? '[_' : '[', behind > 0 ? '_]' : ']']
  const from = start - opening.length
  const anew = readExpression(opening + now.text.slice(start, end + shift) + closing, from, now, read)
  if (anew === 'broken') return anew
  if (anew?.made.kind !== 'list') return undefined
  const { items } = anew.made
  const stands = (item: Expression | undefined, at: number): boolean =>
    item?.kind === 'name' && item.start === at && item.end === at + 1
  if (before > 0 && !stands(items[0], start - 1)) return undefined
  if (behind > 0 && !stands(items.at(-1), end + shift)) return undefined
  const after = moved(list, shifted(change.start, shift))
  const made = {
    ...after,
    items: [
      ...after.items.slice(0, before),
      ...items.slice(before > 0 ? 1 : 0, behind > 0 ? -1 : undefined),
      ...after.items.slice(after.items.length - behind),
    ],
  }
  return { made, comments: anew.comments, start, end }
}

/** Reads a piece that is one expression from its first character to its last; `from` is where it begins in the text. */
function readExpression(
  piece: string,
  from: number,
  { added }: Complete,
  read: ReadPiece,
): { made: Expression; comments: readonly Span[] } | 'broken' | undefined {
  const anew = read(piece, new Set(added.map(span => span.start - from)))
  if (!anew) return 'broken'
  const [statement] = anew.body
  if (anew.body.length !== 1 || statement?.kind !== 'expression') return undefined
  if (statement.value.start !== 0 || statement.value.end !== piece.length) return undefined
  const within = shifted(-1, from)
  return { made: moved(statement.value, within), comments: moved(anew.comments, within) }
}

/** Moves what lies behind an offset. An end at the very place moves too: a change there lies inside what encloses it. */
function shifted(from: number, by: number): Move {
  return { from, offset: (offset, isEnd) => (offset > from || (isEnd && offset === from) ? offset + by : offset) }
}
