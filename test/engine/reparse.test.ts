import assert from 'node:assert/strict'
import fc from 'fast-check'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { loadPython, type PythonParser } from '../../server/src/engine/syntax/parser'

const sample = `# A comment
from oslo_config import cfg

opts = [
    cfg.StrOpt('name', # why
               default='a' "b",
               help=_("""Some
text in ('parentheses')
""")),
    cfg.IntOpt('count', min=1, default=len([1, (2), {3: 4}])),

    cfg.ListOpt('more', item_type=f(f'{[1, (2)]}'), default=[ *a , {**b, 1: [ ] }, {1, -2 }, (3, ) , x if y else z]),
    # Why
    (cfg.StrOpt('last')),  \\
]


def register_opts(conf, group=None):
    conf.register_opts(opts + [x for x in more(1)], group=group)  # last
    if conf.f(lambda a: a): return g()
`

describe('Reading a text again after a change', () => {
  let python: PythonParser

  before(async () => {
    const wasm = (name: string) => readFileSync(join(__dirname, '../../node_modules', name))
    python = await loadPython({
      runtime: wasm('web-tree-sitter/web-tree-sitter.wasm'),
      grammar: wasm('tree-sitter-python/tree-sitter-python.wasm'),
    })
  })

  it('gives the tree that reading it whole gives, wherever the change and whatever its text', () => {
    const typed = fc.oneof(
      fc.constantFrom(
        '',
        'x',
        ' ',
        ',',
        '(',
        ')',
        '"',
        "'",
        '"""',
        '#',
        '\n',
        '\\',
        '[',
        ']',
        '=',
        'secret=True, ',
        '# c\n',
        'f(1)',
        '\r',
        '\n\n    ',
        '\t',
        '🙂',
      ),
      fc.string({ maxLength: 6 }),
    )
    const change = fc.record({ at: fc.nat(sample.length), removed: fc.nat(12), typed })
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 3 }), changes => {
        let before = { text: sample, syntax: python.parse(sample) }
        for (const { at, removed, typed: inserted } of changes) {
          const text = before.text.slice(0, at) + inserted + before.text.slice(at + removed)
          const again = python.parseAgain(before, text)
          const whole = python.parse(text)
          assert.deepEqual(again.body, whole.body)
          assert.equal(again.hasErrors, whole.hasErrors)
          assert.deepEqual(sorted(again.comments), sorted(whole.comments))
          before = { text, syntax: again }
        }
      }),
      { numRuns: 1000 },
    )
  })

  it('spares most of the work for a key typed inside an option, or between two', () => {
    const before = python.parse(sample)
    for (const [at, key] of [
      [sample.indexOf('default') + 3, 'x'],
      [sample.indexOf('cfg.IntOpt'), '\n'],
      [sample.indexOf('{**b'), ' '],
    ] as const) {
      const changed = sample.slice(0, at) + key + sample.slice(at)
      const again = python.parseAgain({ text: sample, syntax: before }, changed)
      assert.equal(again.body[0], before.body[0], `what lies before the ${JSON.stringify(key)} is the same object`)
    }
  })
})

function sorted(spans: readonly { start: number; end: number }[]) {
  return [...spans].sort((a, b) => a.start - b.start)
}
