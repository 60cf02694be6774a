import type { Move } from './moved'
import { matchesAt, stringEnd } from './tokens'

const definition = /[ \t]*(?:async[ \t]+)?def\b/y

/** The body of a function that is not within another: from the start of its first line to the end of its last. */
interface Body {
  readonly start: number
  readonly end: number
}

/** A text without some functions' bodies, and the way back to where its characters stood. */
export interface Outline {
  readonly text: string
  readonly back: Move
}

/**
 * A text with `pass` instead of the functions' bodies that hold none of `places` (offsets in ascending order): what is
 * left out costs the parser nothing.
 */
export function outlineOf(text: string, places: readonly number[]): Outline {
  const pieces: string[] = []
  /** Where the text goes on behind each gap: there, and in the whole text. */
  const shifts: { readonly at: number; readonly by: number }[] = []
  let from = 0
  let length = 0
  let place = 0
  for (const { start, end } of bodiesOf(text)) {
    while (place < places.length && places[place]! < start) place++
    if (place < places.length && places[place]! < end) continue
    const piece = text.slice(from, start + indentAt(text, start)) + leftOutBody
    pieces.push(piece)
    length += piece.length
    from = end
    shifts.push({ at: length, by: end - length })
  }
  pieces.push(text.slice(from))
  return { text: pieces.join(''), back: { from: shifts[0]?.at ?? Infinity, offset: at => at + shiftAt(shifts, at) } }
}

function shiftAt(shifts: readonly { readonly at: number; readonly by: number }[], offset: number): number {
  let low = 0
  let high = shifts.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if (shifts[middle]!.at <= offset) low = middle + 1
    else high = middle
  }
  return shifts[low - 1]?.by ?? 0
}

/** What stands for a body that is left out. */
export const leftOutBody = 'pass'

function* bodiesOf(text: string): Generator<Body> {
  /** What tells strings, comments, brackets and lines apart. */
  const marks = /["'#()[\]{}\n]/g
  let depth = 0
  /** How far the function is indented whose header is being read, or whose body is to come. */
  let header: number | undefined
  let body: { readonly start: number; readonly column: number } | undefined
  /** Behind the last character of code so far. */
  let codeEnd = 0
  /** Where the line starts of which nothing but white space has been seen. */
  let lineStart: number | undefined = 0

  for (let offset = 0; offset < text.length;) {
    marks.lastIndex = offset
    const match = marks.exec(text)
    const next = match ? match.index : text.length
    const mark = match?.[0] ?? '\n'
    const blank = isBlank(text, offset, next)
    if (lineStart !== undefined && !(blank && (mark === '\n' || mark === '#'))) {
      const column = indentAt(text, lineStart)
      if (body && column <= body.column) {
        yield { start: body.start, end: codeEnd }
        body = undefined
      }
      if (header !== undefined && column > header) body = { start: lineStart, column: header }
      header = undefined
      if (!body && matchesAt(definition, text, lineStart)) header = column
      lineStart = undefined
    }
    if (!blank) codeEnd = next
    offset = next + 1
    if (mark === '#') {
      const end = text.indexOf('\n', next)
      offset = end < 0 ? text.length : end
    } else if (mark === '\n') {
      if (depth === 0 && text[next - 1] !== '\\') lineStart = offset
    } else if (mark === '"' || mark === "'") {
      const quote = text.startsWith(mark.repeat(3), next) ? mark.repeat(3) : mark
      codeEnd = offset = stringEnd(text, next + quote.length, quote) ?? (quote === mark ? offset : text.length)
    } else {
      depth = Math.max(0, depth + ('([{'.includes(mark) ? 1 : -1))
      codeEnd = offset
    }
  }
  if (body) yield { start: body.start, end: codeEnd }
}

function isBlank(text: string, from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (text.charCodeAt(at) > 32) return false
  return true
}

function indentAt(text: string, start: number): number {
  let at = start
  while (text[at] === ' ' || text[at] === '\t') at++
  return at - start
}
