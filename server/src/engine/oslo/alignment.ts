import { tokenAt } from '../syntax/tokens'
import { type LineIndex, comparePositions } from '../text'
import type { Edit, Position, Range } from '../text'

/** A later line of a call, and the place that its indentation goes by: it moves as that moves. */
interface ContinuationLine {
  readonly line: number
  readonly indent: number
  readonly anchor: Position
}

/**
 * The edits, and those that keep the later lines of `calls` under what they line up with: an opening bracket, or the
 * beginning of a string. Lines that are indented from the line above by a fixed step stay, and so does what lies within
 * a string. The edits must not overlap; `text` is what they are made for.
 */
export function keepAligned<E extends Edit>(
  lines: LineIndex,
  calls: readonly Range[],
  edits: readonly E[],
): readonly (E | Edit)[] {
  const ordered = [...edits].sort(byPlace)
  const touched = calls.filter(
    ({ start, end }) =>
      end.line > start.line &&
      ordered.some(({ range }) => range.end.line >= start.line && comparePositions(range.start, end) <= 0),
  )
  const shifts = new Map<number, number>()
  for (const call of touched) {
    for (const { line, indent, anchor } of continuationLines(lines, call)) {
      const shift = columnAfter(anchor, ordered, shifts) - anchor.character
      if (shift !== 0 && indent + shift >= 0 && !ordered.some(({ range }) => covers(range, line)))
        shifts.set(line, shift)
    }
  }
  if (shifts.size === 0) return ordered
  return [...ordered.map(edit => reindented(edit, shifts)), ...[...shifts].map(shiftLine)].sort(byPlace)
}

/** Insertions come before what replaces the text behind them; several at one place stay in their order. */
function byPlace(a: Edit, b: Edit): number {
  return comparePositions(a.range.start, b.range.start) || comparePositions(a.range.end, b.range.end)
}

/** Whether the white space at the beginning of a line goes with the range. */
function covers({ start, end }: Range, line: number): boolean {
  return comparePositions(start, { line, character: 0 }) <= 0 && comparePositions({ line, character: 0 }, end) < 0
}

/** The column of a place once edits are made and lines shifted. */
function columnAfter(place: Position, edits: readonly Edit[], shifts: ReadonlyMap<number, number>): number {
  const before = edits.findLast(
    ({ range: { end } }) => end.line === place.line && end.character <= place.character && end.character > 0,
  )
  if (before === undefined) return place.character + (shifts.get(place.line) ?? 0)
  const { range, newText } = before
  const behind = place.character - range.end.character
  const lastLine = newText.lastIndexOf('\n')
  if (lastLine >= 0) return newText.length - lastLine - 1 + behind
  return columnAfter(range.start, edits.slice(0, edits.indexOf(before)), shifts) + newText.length + behind
}

/** New lines go along with the line that they were made to fit. */
function reindented<E extends Edit>(edit: E, shifts: ReadonlyMap<number, number>): E {
  const { line, character } = edit.range.start
  const shift = shifts.get(character === 0 ? line - 1 : line) ?? 0
  if (shift === 0) return edit
  const indented = (text: string): string =>
    text.replace(/^ +(?=\S|$)/, spaces => ' '.repeat(Math.max(0, spaces.length + shift)))
  const [first = '', ...rest] = edit.newText.split('\n')
  const newText = [character === 0 ? indented(first) : first, ...rest.map(indented)].join('\n')
  return { ...edit, newText }
}

function shiftLine([line, shift]: readonly [number, number]): Edit {
  const start = { line, character: 0 }
  if (shift > 0) return { range: { start, end: start }, newText: ' '.repeat(shift) }
  return { range: { start, end: { line, character: -shift } }, newText: '' }
}

/** What a bracket, open where a line begins, has its lines go by. */
interface OpenBracket {
  readonly line: number
  /** Just behind the bracket. */
  readonly column: number
  /** Whether nothing stands behind it on its line: the next lines are indented by a fixed step. */
  readonly hangs: boolean
  /** Where strings begin in it: the later ones of a text in pieces stand below the first. */
  readonly strings: Position[]
}

/** The lines of a call but the first, those that begin within a string or are indented by tabs left out. */
function continuationLines(lines: LineIndex, { start, end }: Range): readonly ContinuationLine[] {
  const found: ContinuationLine[] = []
  const open: OpenBracket[] = []
  const { text } = lines
  const last = lines.offsetAt(end)
  let line = start.line
  for (let token = tokenAt(text, lines.offsetAt(start)); token !== undefined && token.start < last;) {
    const at = lines.positionAt(token.start)
    const bracket = open.at(-1)
    if (at.line > line && bracket !== undefined && token.kind !== 'newline') {
      if (/^ *$/.test(lines.lineText(at.line).slice(0, at.character))) {
        found.push({ line: at.line, indent: at.character, anchor: anchorOf(lines, bracket, at.character) })
      }
      line = at.line
    }
    const next = tokenAt(text, token.end)
    if (token.kind === 'open') {
      const hangs = next?.kind === 'newline' || next?.kind === 'comment'
      open.push({ line: at.line, column: at.character + 1, hangs, strings: [] })
    } else if (token.kind === 'close') open.pop()
    else if (token.kind === 'string') {
      bracket?.strings.push({ line: at.line, character: at.character - prefixLength(text, token.start) })
      line = Math.max(line, lines.positionAt(token.end).line)
    }
    token = next
  }
  return found
}

/** How long the letters before a string's quotes are: `r`, `f`. */
function prefixLength(text: string, quotes: number): number {
  return /(?<!\w)[bfru]{1,2}$/i.exec(text.slice(Math.max(0, quotes - 3), quotes))?.[0].length ?? 0
}

function anchorOf(lines: LineIndex, { line, column, hangs, strings }: OpenBracket, indent: number): Position {
  if (!hangs && indent === column) return { line, character: column }
  const above = strings.findLast(({ character }) => character === indent)
  if (above !== undefined) return above
  const from = /^\s*/.exec(lines.lineText(line))?.[0].length ?? 0
  return { line, character: !hangs && indent > column ? column : from }
}
