import { LineIndex, type Option } from '../../server/src/engine/index'
import type { Statement } from '../../server/src/engine/syntax/ast'
import { blocksOf } from '../../server/src/engine/syntax/walk'

/** A text that is broken in one place: there, some characters made way for others. */
export interface Break {
  readonly kind: string
  readonly at: number
  readonly removed: number
  readonly inserted: string
}

/** Lines as they come up in the middle of typing, from templates, merges and older Python; `|` stands for the indentation. */
const lines: Readonly<Record<string, string>> = {
  'an open bracket': '|x = foo(',
  'an open list': '|x = [1,',
  'an open dictionary': "|x = {'a':",
  'an open call of an option': "|cfg.StrOpt('zz', ",
  'an open quote': "|x = 'abc",
  'open triple quotes': '|x = """abc',
  'a bracket too many': '|x = foo(1))',
  'half an assignment': '|x =',
  'a function without colon': '|def broken(a, b)\n|    pass',
  'a function without body': '|def broken(a, b):',
  'a class without colon': '|class Broken\n|    x = 1',
  'an open parameter list': '|def broken(a, b',
  'a try without handlers': '|try:\n|    x = 1',
  'half an if': '|if x.',
  'an else of nothing': '|else:\n|    x = 1',
  'an except of nothing': '|except A, e:\n|    x = 1',
  'a template statement': '|{% if x %}',
  'a template expression': '|{{ x.y | z }}',
  'a merge marker': '<<<<<<< HEAD',
  'a print statement': '|print "x" % y, z',
  prose: '|This is not Python',
}

/** The same among the options of a list. */
const items: Readonly<Record<string, string>> = {
  'an open option': "|cfg.StrOpt('zz', ",
  'an option without arguments': '|cfg.StrOpt(',
  'an option without its help': "|cfg.StrOpt('zz', help=",
  'a name without quote': "|cfg.StrOpt('zz",
  'a help without quotes': '|cfg.StrOpt(\'zz\', help="""abc',
  'an option without comma': "|cfg.StrOpt('zz')",
  'an option without a value': "|cfg.StrOpt('zz', default=),",
  'an option with a bracket too many': "|cfg.StrOpt('zz')),",
  'a template in a list': '|{% if x %}',
  'a merge marker in a list': '=======',
}

/** Breaks at all statements and options of a text. */
export function* breaksOf(text: string, body: readonly Statement[], options: readonly Option[]): Generator<Break> {
  const index = new LineIndex(text)
  function* linesAt(table: Readonly<Record<string, string>>, start: number): Generator<Break> {
    const indent = text.slice(text.lastIndexOf('\n', start - 1) + 1, start)
    if (indent.trim() !== '') return
    for (const [kind, line] of Object.entries(table)) {
      yield { kind, at: start - indent.length, removed: 0, inserted: `${line.replaceAll('|', indent)}\n` }
    }
  }
  for (const { start } of statementsIn(body)) {
    yield* linesAt(lines, start)
    const header = /^(?:def|class|if|for|with|try|while)\b.*:(?=\n)/.exec(text.slice(start, start + 200))
    if (header) yield { kind: 'a colon taken away', at: start + header[0].length - 1, removed: 1, inserted: '' }
  }
  for (const option of options) {
    const start = index.offsetAt(option.range.start)
    if (/[[,]\s*$/.test(text.slice(0, start))) yield* linesAt(items, start)
    const bracket = index.offsetAt(option.range.end) - 1
    const quote = index.offsetAt(option.nameRange.end) - 1
    yield { kind: 'a bracket taken away', at: bracket, removed: 1, inserted: '' }
    yield { kind: 'a quote taken away', at: quote, removed: 1, inserted: '' }
  }
}

/**
 * States on the way while somebody types: each option erased from its end to its beginning, a help's quotes erased one by
 * one, quotes typed in it, and quotes and brackets that nothing answers around each option.
 */
export function* keysOf(text: string, options: readonly Option[]): Generator<Break> {
  const index = new LineIndex(text)
  for (const option of options) {
    const [start, end] = [index.offsetAt(option.range.start), index.offsetAt(option.range.end)]
    for (let at = end - 1; at >= start; at--) yield { kind: 'erased', at, removed: end - at, inserted: '' }
    for (const { index } of text.slice(start, end).matchAll(/"""/g)) {
      const at = start + index
      for (const removed of [1, 2, 3]) yield { kind: 'quotes erased', at: at + 3 - removed, removed, inserted: '' }
    }
    const help = text.indexOf('"""', start)
    if (help >= 0 && help < end) {
      for (let at = help + 3; at < text.indexOf('"""', help + 3); at += 3) {
        yield { kind: 'quotes typed in a help', at, removed: 0, inserted: '"""' }
      }
    }
    const comma = text[end] === ',' ? 1 : 0
    for (const stray of ['(', ')', '[', ']', '{', '}', "'", '"', '"""']) {
      const [kind, removed] = [`a stray ${stray}`, 0]
      yield { kind, at: start, removed, inserted: stray }
      yield { kind, at: start, removed, inserted: `${stray}\n    ` }
      yield { kind, at: text.indexOf('(', start) + 1, removed, inserted: stray }
      yield { kind, at: text.indexOf(',', start), removed, inserted: stray }
      yield { kind, at: end + comma, removed, inserted: stray }
    }
  }
}

function* statementsIn(body: readonly Statement[]): Generator<Statement> {
  for (const statement of body) {
    yield statement
    for (const block of blocksOf(statement)) yield* statementsIn(block)
  }
}
