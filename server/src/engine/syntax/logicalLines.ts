import { stringEnd } from './tokens'

/** A line as Python counts them: what brackets, quotes and backslashes hold together is one. */
export interface Line {
  /** Its first character that is no white space. */
  readonly start: number
  /** Behind its last character of code. */
  readonly end: number
  /** How far it is indented, in characters. */
  readonly column: number
  /** Where to look for the next one. */
  readonly next: number
}

/** The first logical line with code at `from`, which begins a line, or behind it; undefined where there is none. */
export function lineIn(text: string, from: number): Line | undefined {
  /** What ends a line, or keeps it from ending. */
  const marks = /["'#()[\]{}\n]/g
  let depth = 0
  let start: number | undefined
  let lineStart = from
  let end = from
  for (let offset = from; offset < text.length;) {
    marks.lastIndex = offset
    const match = marks.exec(text)
    const next = match ? match.index : text.length
    const mark = match?.[0] ?? '\n'
    const code = skipBlank(text, offset, next)
    if (code < next) end = next
    if (start === undefined && !(code === next && (mark === '\n' || mark === '#'))) start = code
    offset = next + 1
    if (mark === '#') {
      const lineEnd = text.indexOf('\n', next)
      offset = lineEnd < 0 ? text.length : lineEnd
    } else if (mark === '\n') {
      if (depth > 0 || text[next - 1] === '\\') continue
      if (start !== undefined) return { start, end: trimmed(text, start, end), column: start - lineStart, next: offset }
      lineStart = offset
    } else if (mark === '"' || mark === "'") {
      const quote = text.startsWith(mark.repeat(3), next) ? mark.repeat(3) : mark
      end = offset = stringEnd(text, next + quote.length, quote) ?? (quote === mark ? offset : text.length)
    } else {
      depth = Math.max(0, depth + ('([{'.includes(mark) ? 1 : -1))
      end = offset
    }
  }
  return start === undefined
    ? undefined
    : { start, end: trimmed(text, start, end), column: start - lineStart, next: text.length }
}

function skipBlank(text: string, from: number, to: number): number {
  let at = from
  while (at < to && text.charCodeAt(at) <= 32) at++
  return at
}

function trimmed(text: string, start: number, end: number): number {
  let at = end
  while (at > start && text.charCodeAt(at - 1) <= 32) at--
  return at
}
