import type { Span } from '../text'
import { insert, type Insertion, type Inserted } from './insertions'
import { compound, readLine, type Line } from './readLine'
import { matchesAt, wordAt } from './tokens'
import { TripleQuotes } from './tripleQuotes'

/** How often a text's own length may be looked at to mend it. */
const mostRereading = 8

/** What a clause may stand behind. */
const clauses: Readonly<Record<string, { behind: RegExp; start: string }>> = {
  elif: { behind: /^(if|elif)$/, start: 'if ...: pass' },
  else: { behind: /^(if|elif|for|while|except)$/, start: 'if ...: pass' },
  except: { behind: /^(try|except)$/, start: 'try: pass' },
  finally: { behind: /^(try|except|else)$/, start: 'try: pass' },
}

/**
 * Gives a text that is not all Python the brackets, quotes, commas and colons that it lacks, where its layout tells the
 * place, and takes lines of other languages out: a tree-sitter that is left without them loses what stands around.
 * What cannot be read otherwise stays as it is. Undefined where there is nothing to mend, or where it would take too long.
 */
export function mend(text: string): Inserted | undefined {
  const lacks: Insertion[] = []
  const foreign: Span[] = []
  const blocks: { column: number; word: string }[] = []
  let header: Line | undefined
  let left = mostRereading * text.length + 10_000

  const endHeader = (column: number): void => {
    if (header) lacks.push({ at: header.codeEnd, text: column > header.column ? ':' : ': pass' })
    header = undefined
  }
  const triples = new TripleQuotes(text)
  for (let at = 0; at < text.length;) {
    let line = readLine(text, at, false, triples)
    left -= line?.cost ?? 0
    if (line && !line.whole) {
      line = readLine(text, at, true, triples)!
      left -= line.cost
    }
    if (left < 0) return undefined
    if (!line) break
    const { start, column } = line
    for (const each of line.foreign) foreign.push(each)
    endHeader(column)
    while (blocks.length > 0 && blocks.at(-1)!.column > column) blocks.pop()
    const before = blocks.at(-1)?.column === column ? blocks.pop()!.word : ''
    const word = wordAt(text, start)
    blocks.push({ column, word })
    const clause = Object.hasOwn(clauses, word) ? clauses[word]! : undefined
    if (clause && !clause.behind.test(before)) {
      const indentation = text.slice(text.lastIndexOf('\n', start - 1) + 1, start)
      lacks.push({ at: start, text: `${clause.start}\n${indentation}` })
    }
    for (const each of line.lacks) lacks.push(each)
    if (!line.hasColon && matchesAt(compound, text, start)) header = line
    at = line.next
  }
  endHeader(0)
  return lacks.length + foreign.length > 0 ? insert(withBlanks(text, foreign), lacks) : undefined
}

function withBlanks(text: string, spans: readonly Span[]): string {
  let at = 0
  let blanked = ''
  for (const { start, end } of spans) {
    blanked += text.slice(at, start) + ' '.repeat(end - start)
    at = end
  }
  return blanked + text.slice(at)
}
