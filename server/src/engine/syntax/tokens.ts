/** A stretch of a text that Python's tokenizer would tell apart; only as fine as finding the ends of statements needs. */
export interface Token {
  readonly kind: 'newline' | 'comment' | 'foreign' | 'continuation' | 'open' | 'close' | 'comma' | 'string' | 'code'
  readonly start: number
  readonly end: number
  /** A string's quotes. */
  readonly quote?: string
  /** Whether a string has its closing quotes. */
  readonly closed?: boolean
}

/** A line of a template language, or what a version control system puts between two versions; never Python. */
const foreignLine = /(?:\{[%#].*[%#]\}[ \t\r]*|[<>|]{7}(?: .*)?|={7}\r?)$/my
const space = /[ \t\f\r\ufeff]*/y
const quotes = /"""|'''|"|'/y
/** What is neither white space, comment, bracket nor string, with the spaces in and behind it. */
const code = /[^\n\r#()[\]{},:'"\\]+/y
const word = /[\w\u0080-\uffff]+/y

/** The token at an offset or behind the white space there; undefined at the end of the text. */
export function tokenAt(text: string, offset: number): Token | undefined {
  const start = endOf(space, text, offset)!
  const character = text[start]
  switch (character) {
    case undefined:
      return undefined
    case '\n':
      return { kind: 'newline', start, end: start + 1 }
    case '#':
      return { kind: 'comment', start, end: lineEnd(text, start) }
    case ',':
      return { kind: 'comma', start, end: start + 1 }
    case "'":
    case '"':
      return stringAt(text, start)
  }
  const isFirst = offset === 0 || text[offset - 1] === '\n'
  const foreignEnd = isFirst && '{<>|='.includes(character) ? endOf(foreignLine, text, start) : undefined
  if (foreignEnd !== undefined) return { kind: 'foreign', start, end: foreignEnd }
  if ('([{'.includes(character)) return { kind: 'open', start, end: start + 1 }
  if (')]}'.includes(character)) return { kind: 'close', start, end: start + 1 }
  if (character === '\\' && /^\r?\n/.test(text.slice(start + 1, start + 3))) {
    return { kind: 'continuation', start, end: text.indexOf('\n', start) + 1 }
  }
  const end = endOf(code, text, start) ?? start + 1
  // White space that Python does not know is code that is none, and a token all the same: nobody reads on from where it begins.
  return { kind: 'code', start, end: start + Math.max(1, text.slice(start, end).trimEnd().length) }
}

function stringAt(text: string, start: number): Token {
  const quote = text.slice(start, endOf(quotes, text, start))
  const end = stringEnd(text, start + quote.length, quote)
  return { kind: 'string', start, end: end ?? unclosedEnd(text, start, quote), quote, closed: end !== undefined }
}

/** Where the line of an offset ends, before its `\n` or `\r\n`. */
export function lineEnd(text: string, offset: number): number {
  const end = text.indexOf('\n', offset)
  if (end < 0) return text.length
  return end > offset && text[end - 1] === '\r' ? end - 1 : end
}

/** How far the code of a line is indented, a tab going to the next multiple of 8. */
export function columnOf(text: string, lineStart: number, offset: number): number {
  let column = 0
  for (let at = lineStart; at < offset; at++) {
    if (text[at] === '\t') column += 8 - (column % 8)
    else if (text[at] === '\f') column = 0
    else if (text[at] !== '\ufeff') column++
  }
  return column
}

/** Behind what a sticky pattern matches at an offset; undefined where it does not match. */
export function endOf(pattern: RegExp, text: string, offset: number): number | undefined {
  pattern.lastIndex = offset
  return pattern.test(text) ? pattern.lastIndex : undefined
}

function unclosedEnd(text: string, start: number, quote: string): number {
  return quote.length > 1 ? text.length : lineEnd(text, start)
}

/** The offset behind a string's closing quotes; undefined where it is not closed. */
export function stringEnd(text: string, from: number, quote: string): number | undefined {
  for (let at = from; at < text.length; at++) {
    const character = text[at]
    if (character === '\\') at += text[at + 1] === '\r' ? 2 : 1
    else if (character === '\n' && quote.length === 1) return undefined
    else if (character === quote[0] && text.startsWith(quote, at)) return at + quote.length
  }
  return undefined
}

/** Whether a sticky pattern matches at an offset. */
export function matchesAt(pattern: RegExp, text: string, offset: number): boolean {
  pattern.lastIndex = offset
  return pattern.test(text)
}

/** The word at an offset, or ''. */
export function wordAt(text: string, offset: number): string {
  return text.slice(offset, endOf(word, text, offset) ?? offset)
}
