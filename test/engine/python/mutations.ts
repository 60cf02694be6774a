import { readFileSync, readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import fc, { type Arbitrary } from 'fast-check'
import { LineIndex, Project } from '../../../server/src/engine/index'
import type { PythonParser } from '../../../server/src/engine/index'
import { one } from './pieces'

/** Declarations as people write them, and what becomes of them under keys that slip. */

const samples = fileURLToPath(new URL('../../../samples/stratus/conf/', import.meta.url))

/** The source of every option that the samples declare. */
export function sampleDeclarations(parser: PythonParser): string[] {
  const project = new Project(parser)
  return readdirSync(samples)
    .filter(name => name.endsWith('.py'))
    .flatMap(name => {
      const text = readFileSync(samples + name, 'utf8')
      project.setText(name, text)
      const lines = new LineIndex(text)
      return (project.module(name)?.options ?? []).map(({ range }) =>
        text.slice(lines.offsetAt(range.start), lines.offsetAt(range.end)),
      )
    })
}

/** What is typed or pasted by mistake: all that means something to Python. */
const slip = one(
  ...[
    '"',
    "'",
    '"""',
    "'''",
    '\\',
    '\n',
    '\r\n',
    '\t',
    ' ',
    ',',
    '(',
    ')',
    '[',
    ']',
    '{',
    '}',
    ':',
    '=',
    '.',
    '#',
    '*',
  ],
  ...[
    '%',
    '%s',
    '%%',
    '+',
    '-',
    '0',
    '1',
    '_',
    '0x',
    'e',
    'j',
    'f"',
    'b"',
    'u"',
    'r"',
    "f'{",
    '_(',
    "'' ",
    '\\n',
    '\\x',
  ],
  ...['é', '😀', '\u2028', 'None', 'True', ' if ', ' else ', ' or ', ' and ', 'not ', 'lambda ', 'textwrap.dedent('],
  ...["default='a', ", 'secret=True, ', "help='b' 'c', ", '"%d" % 3, ', "'{}'.format('d'), ", '[1, *[2]], ', '(1), '],
)

/** One slip: where (as a part of the whole length), what goes away, what comes in. */
const mutation = fc.oneof(
  fc.record({ at: unit(), away: fc.nat({ max: 3 }), from: fc.constant(0), take: fc.constant(0), slip }),
  fc.record({
    at: unit(),
    away: fc.integer({ min: 0, max: 20 }),
    from: unit(),
    take: fc.integer({ min: 0, max: 40 }),
    slip: fc.constant(''),
  }),
)

/** A place in a text, as a share of its length from 0 to 1. Without fast-check's bias, which prefers the ends. */
function unit(): Arbitrary<number> {
  return fc.noBias(fc.nat({ max: 9999 })).map(part => part / 10_000)
}

/** Declarations with up to three slips each, some of them a piece of another declaration. */
export function mutatedFrom(declarations: readonly string[]): Arbitrary<string> {
  const any = fc.constantFrom(...declarations)
  return fc.tuple(any, any, fc.array(mutation, { minLength: 1, maxLength: 3 })).map(([declaration, other, mutations]) =>
    mutations.reduce((text, { at, away, from, take, slip: typed }) => {
      const start = Math.floor(at * (text.length + 1))
      const taken = Math.floor(from * other.length)
      return text.slice(0, start) + typed + other.slice(taken, taken + take) + text.slice(start + away)
    }, declaration),
  )
}
