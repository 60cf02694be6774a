import type { Span } from '../text'
import { countBelow } from './insertions'
import { columnOf, lineEnd, matchesAt, type Token } from './tokens'

/** What stands before quotes that open a text, and what behind those that close one. */
const beforeStart = /(?:^|[=([{,:+%]|\b(?:return|yield|in|and|or|not|if|else|print))[ \t]*[bBrRuUfF]{0,2}$/
const behindEnd = /\s{0,80}[)\],%.]/y

/** Whether quotes in threes close a text, by what stands around them: `"""),` opens none. */
export function isEnd(text: string, at: number): boolean {
  if (!matchesAt(behindEnd, text, at + 3)) return false
  const line = text.slice(Math.max(text.lastIndexOf('\n', at - 1) + 1, at - 40), at)
  return line.trim() === '' || !beforeStart.test(line)
}

/** Where a text has quotes in threes. */
export class TripleQuotes {
  private readonly places: readonly number[]

  constructor(private readonly text: string) {
    this.places = Array.from(text.matchAll(/"""|'''/g), ({ index }) => index)
  }

  /** The next quotes in threes at or behind an offset, if they close a text: one that has lost its beginning. */
  endFrom(offset: number): { readonly end: number; readonly quote: string } | undefined {
    const at = this.places[countBelow(this.places, offset)]
    return at === undefined || !isEnd(this.text, at) ? undefined : { end: at + 3, quote: this.text.slice(at, at + 3) }
  }
}

/** Words behind a string, and those of them that go on with its expression. */
const words = /[ \t]*[A-Za-z_]/y
const operators = /[ \t]*(?:if|else|for|in|is|and|or|not|async)\b/y

/** Whether a string ends where its quotes come again. Those in threes rather begin another where code stands around them. */
export function isClosed(text: string, { start, end, quote, closed }: Token): boolean {
  if (!closed) return false
  if (quote!.length === 1) return true
  const before = text.slice(Math.max(start + 4, end - 20), end - 3)
  if (/[=([,]\s*[bBrRuUfF]{0,2}$/.test(before) || /\w/.test(text[end] ?? '')) return false
  return !matchesAt(words, text, end) || matchesAt(operators, text, end)
}

/** What code looks like at the beginning of a line, as prose rarely does. */
const looksLikeCode =
  /[ \t]*(?:(?:def|class)[ \t]+\w+[ \t]*[(:]|from[ \t]+[\w.]+[ \t]+import\b|import[ \t]+[\w.]+[ \t]*(?:as\b|,|$)|(?:if|for)\b.*:[ \t]*$|return[ \t]+(?:[\w.]+[ \t]*$|[\w.]*[[({])|@\w|[A-Za-z_][\w.]*(?:=[^=\s]|\()|[)\]}])/my
/** A statement that gives a name something; prose shows settings so. */
const assignment = /[ \t]*[A-Za-z_][\w.]*[ \t]*=(?!=)/y

/**
 * Where a string without closing quotes ends: with its line, or before a line of code that begins not right of the
 * item that it belongs to, or of the statement.
 */
export function endOfUnclosed(text: string, { start, quote }: Token, item: number, statement: number): number {
  let end = lineEnd(text, start)
  if (quote!.length === 1) return end
  for (let at = text.indexOf('\n', end) + 1; at > 0; at = text.indexOf('\n', at) + 1) {
    const isCode = matchesAt(looksLikeCode, text, at)
    if (isCode || matchesAt(assignment, text, at)) {
      const code = /[^ \t]/g
      code.lastIndex = at
      if (columnOf(text, at, code.exec(text)!.index) <= (isCode ? item : statement)) return end
    }
    end = lineEnd(text, at)
  }
  return end
}

/** A string's quotes, where they stand in threes, once more before some end. */
export function* quotesIn(text: string, { start, quote }: Token, end: number): Generator<Span> {
  if (quote!.length === 1) return
  for (let at = text.indexOf(quote!, start + 3); at >= 0 && at < end; at = text.indexOf(quote!, at + 3)) {
    yield { start: at, end: at + 3 }
  }
}
