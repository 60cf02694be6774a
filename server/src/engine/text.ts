/**
 * Plain text geometry, counted as LSP counts it: lines and characters from 0, characters in UTF-16 code units,
 * a range's end exclusive.
 */

export interface Position {
  readonly line: number
  readonly character: number
}

export interface Range {
  readonly start: Position
  readonly end: Position
}

/** Replaces `range` by `newText`; the range is empty for an insertion. */
export interface Edit {
  readonly range: Range
  readonly newText: string
}

/** A copy of plain data in which every position stands so many lines further down. */
export function movedDown<T>(data: T, lines: number): T {
  if (typeof data !== 'object' || data === null) return data
  if (Array.isArray(data)) return data.map((item: unknown) => movedDown(item, lines)) as T
  const copy: Record<string, unknown> = {}
  for (const key in data) {
    const item: unknown = data[key]
    copy[key] = key === 'line' ? (item as number) + lines : movedDown(item, lines)
  }
  return copy as T
}

/** A stretch of text by UTF-16 offsets from the start of the file; `end` is exclusive. */
export interface Span {
  readonly start: number
  readonly end: number
}

/** Translates between offsets and positions of one text. `\n`, `\r\n` and `\r` each end a line, as in LSP and Python. */
export class LineIndex {
  private readonly starts: readonly number[]

  constructor(readonly text: string) {
    this.starts = lineStartsOf(text)
  }

  /** The number of lines, at least 1. */
  get lineCount(): number {
    return this.starts.length
  }

  /** The position of an offset; one beyond the text counts as its end. */
  positionAt(offset: number): Position {
    return positionIn(this.starts, Math.max(0, Math.min(offset, this.text.length)))
  }

  /** The offset of a position; a line or character beyond the text counts as its end. */
  offsetAt(position: Position): number {
    const start = this.starts[position.line]
    if (start === undefined) return this.text.length
    return start + Math.min(position.character, this.lineText(position.line).length)
  }

  rangeOf(span: Span): Range {
    return { start: this.positionAt(span.start), end: this.positionAt(span.end) }
  }

  /** The text of one line, without its line end. */
  lineText(line: number): string {
    const start = this.starts[line]
    if (start === undefined) return ''
    return this.text.slice(start, this.starts[line + 1] ?? this.text.length).replace(/\r?\n$|\r$/, '')
  }
}

/** Where the lines of a text start. */
export function lineStartsOf(text: string): number[] {
  const starts = [0]
  const ends = /\r\n?|\n/g
  while (ends.exec(text) !== null) starts.push(ends.lastIndex)
  return starts
}

/** The position of an offset in a text whose lines start at `starts`. */
export function positionIn(starts: ArrayLike<number>, offset: number): Position {
  let low = 0
  let high = starts.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if (starts[middle]! <= offset) low = middle + 1
    else high = middle
  }
  return { line: low - 1, character: offset - (starts[low - 1] ?? 0) }
}

/** Negative, zero or positive as `a` lies before, at or after `b`. */
export function comparePositions(a: Position, b: Position): number {
  return a.line - b.line || a.character - b.character
}

/** Whether `position` lies in `range`, its end included (a cursor behind the last character still touches it). */
export function touches(range: Range, position: Position): boolean {
  return comparePositions(range.start, position) <= 0 && comparePositions(position, range.end) <= 0
}

/** Whether two ranges have a character or an edge in common. */
export function meet(a: Range, b: Range): boolean {
  return comparePositions(a.start, b.end) <= 0 && comparePositions(b.start, a.end) <= 0
}

export function isSameRange(a: Range, b: Range): boolean {
  return comparePositions(a.start, b.start) === 0 && comparePositions(a.end, b.end) === 0
}

/** Whether `inner` lies wholly in `outer`. */
export function encloses(outer: Range, inner: Range): boolean {
  return comparePositions(outer.start, inner.start) <= 0 && comparePositions(inner.end, outer.end) <= 0
}
