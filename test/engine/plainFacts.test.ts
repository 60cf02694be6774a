import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { Project, defaultReviewSettings, renderPython, review, rules } from '../../server/src/engine/index'
import type { PyValue } from '../../server/src/engine/index'
import { equalValue } from '../../server/src/engine/python/value'
import { readPage } from '../rules/page'
import { projectOf, python } from './engine'

/** Every example of the rules' pages, and values that JSON has no words for. */
const samples = [
  ...rules.flatMap(({ name }) =>
    readPage(readFileSync(join(import.meta.dirname, `../../docs/rules/${name}.md`), 'utf8')).blocks.map(
      ({ code }) => code,
    ),
  ),
  `
import sys
opts = [
    cfg.IntOpt('most', default=sys.maxsize, min=-2**70, max=2**70, help='How many.'),
    cfg.FloatOpt('share', default=float('inf')),
    cfg.Opt('other', type=types.List(item_type=types.Integer(max=sys.maxsize)), default={1: (b'a', {2})}),
    cfg.StrOpt(f'{sys.argv}', secret=unknown, choices=[('a', 'first'), ('b', 'second')], deprecated_name='old'),
]
def register_opts(conf):
    conf.register_opts(opts, group='api')
    conf.set_default('most', sys.maxsize, 'api')
`,
]

describe('What the engine hands out', () => {
  it('is plain data: a copy says the same', async () => {
    let copied = 0
    for (const code of samples) {
      const project = await projectOf({ 'nova/conf/example.py': code })
      const settings = { ...defaultReviewSettings, minimumSeverity: 'hint' as const }
      for (const module of project.modules()) {
        const told = { module, findings: review(project, module.file, settings) }
        assert.deepEqual(structuredClone(told), told)
        copied += module.options.length
      }
    }
    assert.ok(copied > 200, `${String(copied)} options`)
  })
})

const value: fc.Arbitrary<PyValue> = fc.letrec<{ value: PyValue }>(tie => ({
  value: fc.oneof(
    { maxDepth: 2 },
    fc.constantFrom<PyValue>(null, true, false, 0, 1, 2n ** 63n, 2n ** 64n, '', '1', 'a'),
    fc.constantFrom(0, -0, 1, NaN, Infinity).map((value): PyValue => ({ py: 'float', value })),
    fc.constantFrom('', '1', 'a').map((value): PyValue => ({ py: 'bytes', value })),
    fc
      .tuple(
        fc.constantFrom('list' as const, 'tuple' as const, 'set' as const),
        fc.array(tie('value'), { maxLength: 2 }),
      )
      .map(([py, items]): PyValue => ({ py, items })),
    fc
      .array(fc.tuple(tie('value'), tie('value')), { maxLength: 2 })
      .map((entries): PyValue => ({ py: 'dict', entries })),
  ),
})).value

describe('Two values', () => {
  it('are the same where Python writes them alike', () => {
    fc.assert(
      fc.property(value, value, (one, other) => {
        assert.equal(equalValue(one, other), renderPython(one) === renderPython(other))
        assert.ok(equalValue(one, structuredClone(one)))
      }),
      { numRuns: 5000 },
    )
  })

  it('of one option are news where they differ in their type alone', async () => {
    const project = new Project(await python())
    const defaultWith = (item: string): unknown => {
      project.setText('p/conf.py', `from oslo_config import cfg\nITEMS = [${item}]\no = cfg.Opt('x', default=ITEMS)\n`)
      return project.module('p/conf.py')?.options[0]?.default
    }
    assert.notDeepEqual(defaultWith('1'), defaultWith('1.'))
  })
})
