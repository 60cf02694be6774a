import type { Span } from '../text'
import type { Insertion } from './insertions'
import { columnOf, matchesAt, tokenAt, type Token } from './tokens'
import { endOfUnclosed, isClosed, isEnd, quotesIn, type TripleQuotes } from './tripleQuotes'

/** A statement's line with the lines that belong to it by their brackets; of a compound statement, its first line. */
export interface Line {
  readonly start: number
  /** How far it is indented. */
  readonly column: number
  /** Behind its last character of code. */
  readonly codeEnd: number
  /** Where to read on. */
  readonly next: number
  /** Whether its brackets and quotes fit, with a comma between what stands in two lines. */
  readonly whole: boolean
  /** Whether a colon stands outside its brackets. */
  readonly hasColon: boolean
  /** What it lacks, as far as the layout tells where. */
  readonly lacks: readonly Insertion[]
  /** Lines before and in it that are no Python. */
  readonly foreign: readonly Span[]
  /** How many characters were looked at; infinitely many when the brackets are nested deeper than people write. */
  readonly cost: number
}

interface OpenBracket {
  readonly closer: string
  /** What stands for the rest of its contents where they are cut off. */
  readonly rest: string
  readonly codeStart: number
  readonly end: number
  /** How far its line is indented. */
  readonly indent: number
  /** A line that begins here or further left is not in the bracket any more. */
  outside: number
  /** Where what stands between two of its commas begins. */
  itemColumn: number | undefined
  /** Its offset, or that of the last one. */
  itemStart: number
}

const deepestBrackets = 100

/** What begins a statement with a block. */
export const compound = /(?:async\s+)?(?:def|class|if|elif|else|for|while|with|try|except|finally|match|case)\b/y

/** The closing brackets, and what stands for contents that nobody knows. */
const brackets: Readonly<Record<string, readonly [string, string]>> = {
  '(': [')', '*...'],
  '[': [']', '*...'],
  '{': ['}', '**...'],
}

/** What only goes on with something else, and what only a call has. */
const attribute = /\.(?![\d.])/y
const keyword = /\w+[ \t]*=(?!=)/y

/** Words that begin a statement and nothing else: no bracket reaches over a line that begins with one. */
const beginsStatement =
  /(?:(?:return|raise|pass|break|continue|try|except|finally)\b(?!\s*=[^=])|(?:def|class|import|global|nonlocal|del|assert|while|with|elif)\b[ \t]*(?!=[^=])[^\s#,])/y

/**
 * Reads the first line of code at or behind an offset, undefined where there is none. As Python reads it, it ends where
 * its brackets are closed. `byLayout`, it and what is open in it also end where the indentation says so: at a line that
 * begins no further right than what the bracket or the quotes belong to.
 */
export function readLine(text: string, from: number, byLayout: boolean, triples: TripleQuotes): Line | undefined {
  const lacks: Insertion[] = []
  const foreign: Span[] = []
  const open: OpenBracket[] = []
  let first: { start: number; column: number } | undefined
  let isFresh = true
  let isUnclosed = false
  let codeStart = from
  let indent = 0
  let whole = true
  let hasColon = false
  let codeEnd = from
  let cost = 0
  let end = from

  const columnIn = (offset: number): number => indent + offset - codeStart
  const itemColumn = (): number => open.at(-1)?.itemColumn ?? first!.column
  const close = (): void => {
    const { closer, rest, itemColumn: item } = open.pop()!
    if (rest !== '') lacks.push({ at: codeEnd, text: item === undefined ? rest : `,${rest}` })
    lacks.push({ at: codeEnd, text: closer })
  }
  /** Whether the next line of code is indented as only what is in brackets can be. */
  const goesOnDeeper = (from: number): boolean => {
    if (matchesAt(compound, text, first!.start)) return false
    let isNext = false
    for (let token = tokenAt(text, from); token; token = tokenAt(text, token.end)) {
      cost += token.end - token.start
      if (token.kind === 'newline') isNext = true
      else if (isNext && isCode(token)) {
        const column = columnOf(text, text.lastIndexOf('\n', token.start - 1) + 1, token.start)
        return column > first!.column || (token.kind === 'close' && column === first!.column)
      }
    }
    return false
  }
  /** Opens a text that has only an end: in front of its words, where they are all that the item has, or at an offset. */
  const openBefore = (offset: number, quote: string): void => {
    const start = open.at(-1)?.itemStart ?? offset
    const item = text.slice(start, offset)
    cost += item.length
    const isProse = /\w \w/.test(item) && !/[=()"']/.test(item)
    while (isProse && lacks.length > 0 && lacks.at(-1)!.at >= start) lacks.pop()
    lacks.push({ at: isProse ? start : offset, text: quote })
  }
  const done = (next: number): Line => {
    const { start, column } = first ?? { start: end, column: 0 }
    return { start, column, codeEnd, next, whole, hasColon, lacks, foreign, cost }
  }

  for (let token = tokenAt(text, from); token; token = tokenAt(text, end)) {
    cost += token.end - token.start + 1
    end = token.end
    if (token.kind === 'foreign') foreign.push(token)
    if (token.kind === 'newline' && first && open.length === 0) {
      if (codeStart > first.start && goesOnDeeper(token.start)) whole = false
      const operand = missingOperand(text[codeEnd - 1]!)
      if (operand !== '') lacks.push({ at: codeEnd, text: operand })
      return done(end)
    }
    if (token.kind === 'newline' || token.kind === 'continuation') isFresh = true
    if (!isCode(token)) continue
    if (isFresh) {
      isFresh = false
      codeStart = token.start
      const lineStart = text.lastIndexOf('\n', codeStart - 1) + 1
      indent = columnOf(text, lineStart, codeStart)
      first ??= { start: codeStart, column: indent }
      if (open.length > 0) {
        const count = open.length
        const top = open.at(-1)!
        // Contents that begin in a line of their own are indented with respect to the whole line before.
        if (top.end === codeEnd) top.outside = Math.min(top.outside, top.indent)
        const isStatement = matchesAt(beginsStatement, text, codeStart)
        const begins = token.kind !== 'close' && token.kind !== 'comma'
        const isOutside = begins && indent <= top.outside
        if (byLayout && (isStatement || isOutside || lacksComma(text, codeEnd, codeStart))) {
          const unopened = triples.endFrom(codeStart)
          if (unopened) {
            openBefore(codeEnd, unopened.quote)
            codeEnd = end = unopened.end
            continue
          }
        }
        if (isStatement) {
          whole = false
          while (byLayout && open.length > 0) close()
          return done(lineStart)
        }
        while (byLayout && begins && open.length > 0 && indent <= open.at(-1)!.outside) close()
        if (open.length === 0) return done(lineStart)
        if (open.length < count || isUnclosed || lacksComma(text, codeEnd, codeStart)) {
          whole = false
          lacks.push({ at: codeEnd, text: ',' })
          open.at(-1)!.itemColumn = undefined
        } else if (lacksName(text, codeEnd, codeStart) && open.at(-1)!.itemColumn === indent) {
          whole = false
          lacks.push({ at: codeEnd, text: '_,' })
          open.at(-1)!.itemColumn = undefined
        }
      }
    }
    const around = open.at(-1)
    isUnclosed = false
    if (token.kind === 'comma') {
      if (around && around.itemColumn === undefined) {
        whole = false
        lacks.push({ at: codeEnd, text: '_' })
      }
      if (around) around.itemColumn = undefined
    } else if (token.kind === 'close') {
      const fits = open.findLastIndex(each => each.closer === text[token.start])
      if (fits !== open.length - 1 || fits < 0) whole = false
      // One of another kind is left alone, unless it begins its line or closes something that was opened in it.
      const closes = token.start === codeStart || open[fits + 1]?.codeStart === codeStart
      // One too early, too: what follows is indented as contents are.
      const isEarly = byLayout && fits === 0 && open[0]!.codeStart !== codeStart && goesOnDeeper(end)
      if (byLayout && (isEarly || fits < 0)) {
        foreign.push(token)
        if (token.start === codeStart) isFresh = true
        continue
      }
      if (fits === open.length - 1 || (byLayout && closes)) {
        while (fits >= 0 && open.length - 1 > fits) close()
        if (fits >= 0) open.pop()
      } else if (!byLayout) open.pop()
    } else {
      if (around && around.itemColumn === undefined) {
        around.itemColumn = columnIn(token.start)
        around.itemStart = token.start
        if (matchesAt(attribute, text, token.start)) {
          whole = false
          lacks.push({ at: token.start, text: '_' })
        } else if (around.rest !== '' && matchesAt(keyword, text, token.start)) {
          whole = false
          lacks.push({ at: token.start, text: '_(' })
          const { itemColumn: column } = around
          open.push({ ...around, closer: ')', rest: '', indent, outside: column - 1 })
        }
      }
      if (token.kind === 'open') {
        if (open.length > deepestBrackets) {
          cost = Infinity
          return done(text.length)
        }
        const [closer, rest] = brackets[text[token.start]!]!
        const isCall = closer === ')' && /\w|[)\]]/.test(text[token.start - 1] ?? '')
        open.push({
          closer,
          rest: isCall ? '' : rest,
          codeStart,
          end,
          indent,
          outside: itemColumn(),
          itemColumn: undefined,
          itemStart: end,
        })
      } else if (token.kind === 'string' && token.quote!.length > 1 && isEnd(text, token.start)) {
        whole = false
        end = token.start + token.quote!.length
        if (byLayout) openBefore(token.start, token.quote!)
      } else if (token.kind === 'string') {
        const closed = isClosed(text, token)
        isUnclosed = !closed
        if (!closed && byLayout) {
          end = endOfUnclosed(text, token, itemColumn(), first!.column)
          // They would close what is closed further on now.
          for (const each of quotesIn(text, token, end)) foreign.push(each)
        }
        const contentEnd = closed ? end - token.quote!.length : end
        const braces = missingBraces(text, token, contentEnd)
        if (!closed || braces !== '') whole = false
        if (byLayout && braces !== '') lacks.push({ at: contentEnd, text: braces })
        if (byLayout && !closed) lacks.push({ at: end, text: token.quote! })
      } else if (open.length === 0 && text[token.start] === ':') hasColon = true
    }
    codeEnd = end
  }
  if (!first) return foreign.length > 0 ? done(end) : undefined
  if (open.length > 0) whole = false
  while (byLayout && open.length > 0) close()
  return done(text.length)
}

function isCode({ kind }: Token): boolean {
  return kind !== 'newline' && kind !== 'continuation' && kind !== 'comment' && kind !== 'foreign'
}

/** What a line that ends in an operator lacks: without it, the next line would be taken for the rest. */
function missingOperand(last: string): string {
  if (last === '.') return '_'
  return '=+-/%|&^<>~'.includes(last) ? '...' : ''
}

/** What goes on with the expression of the line before, and what expects it to. */
const goesOn = /(?:if|else|for|in|is|and|or|not|async)\b|[bBrRuUfFtT]{0,2}["']/y
const expectsMore = /\b(?:if|else|for|in|is|and|or|not|lambda|await|async|yield|from)$/

/** Whether a line begins another item with no comma before it: two names side by side are no Python. */
function lacksComma(text: string, codeEnd: number, next: number): boolean {
  const before = text.slice(Math.max(0, codeEnd - 8), codeEnd)
  return (
    matchesAt(/[A-Za-z_]/y, text, next) &&
    !matchesAt(goesOn, text, next) &&
    /[\w)\]}"']$/.test(before) &&
    !expectsMore.test(before)
  )
}

/** Whether a line ends in a dot and the next begins with another name: `cfg.` above `cfg.StrOpt(`. */
function lacksName(text: string, codeEnd: number, next: number): boolean {
  return text[codeEnd - 1] === '.' && /\w/.test(text[codeEnd - 2] ?? '') && matchesAt(/[A-Za-z_][\w.]*\(/y, text, next)
}

/** What closes the expressions in an f-string that nothing closes: each reaches over all that follows it. */
function missingBraces(text: string, { start, quote }: Token, end: number): string {
  if (!/(?:^|\W)(?:[fF][rR]?|[rR][fF])$/.test(text.slice(Math.max(0, start - 3), start))) return ''
  const content = text.slice(start + quote!.length, end).replace(/\{\{|\}\}/g, '')
  const open = content.split('{').length - content.split('}').length
  if (open <= 0) return ''
  return (/\{\s*$/.test(content) ? '_' : '') + '}'.repeat(open)
}
