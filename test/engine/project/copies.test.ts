import * as assert from 'node:assert/strict'
import { Judgements, Project, baselineRecords, defaultReviewSettings, review } from '../../../server/src/engine/index'
import type { Finding, PythonParser } from '../../../server/src/engine/index'
import { loadParser } from '../../rules/engine'

/** Four times as many copies may take so many times as long: 16 would be each copy looking at each other. */
const allowed = 10

describe('Many copies of one option', () => {
  let python: PythonParser

  before(async () => {
    python = await loadParser()
    reviewed(python, 250)
  })

  for (const where of ['in one file', 'each in its file'] as const) {
    it(`${where} are judged and known in time that grows with their number`, () => {
      const few = fastest(() => reviewed(python, 250, where))
      const many = fastest(() => reviewed(python, 1000, where))
      assert.ok(many < few * allowed, `${many.toFixed(0)} ms after ${few.toFixed(0)} ms`)
    })
  }

  it('are two declarations when only a third differs, and the first to differ is named', () => {
    const project = new Project(python)
    for (const [file, text] of [
      ['a', "'x'"],
      ['b', "'x'"],
      ['c', "'y'"],
    ] as const) {
      project.setText(`nova/conf/${file}.py`, moduleWith(`cfg.StrOpt('size', default=${text}, help='How large.')`, 1))
    }
    project.complete = true
    void [...project.modules()]
    const related = review(project, 'nova/conf/a.py', defaultReviewSettings)
      .filter(({ rule }) => rule === 'duplicate-option')
      .flatMap(finding => finding.related.map(({ file }) => file))
    assert.deepEqual(related, ['nova/conf/c.py'])
  })

  it('that come to differ are news to the other files', () => {
    const project = new Project(python)
    const text = moduleWith("cfg.StrOpt('size', default='x', help='How large.')", 1)
    for (const file of ['a', 'b']) project.setText(`nova/conf/${file}.py`, text)
    project.complete = true
    void [...project.modules()]
    const before = project.epoch
    project.setText('nova/conf/b.py', text.replace("'x'", "'y'"))
    void [...project.modules()]
    assert.notEqual(project.epoch, before)
  })
})

/** Reviews so many copies, records all findings, and reviews once more: all are known then. */
function reviewed(python: PythonParser, count: number, where = 'in one file'): void {
  const option = "cfg.StrOpt('admin_password', default='abc', help='The password.')"
  const project = new Project(python)
  const perFile = where === 'in one file' ? count : 1
  const files = Array.from({ length: count / perFile }, (_, at) => `nova/conf/a${String(at)}.py`)
  for (const file of files) project.setText(file, moduleWith(option, perFile))
  project.complete = true
  void [...project.modules()]
  const judgements = new Judgements()
  const all = (settings: object): readonly Finding[] =>
    files.flatMap(path => {
      const how = { ...defaultReviewSettings, ...settings, path }
      return review(project, path, how, (_rule, error) => assert.ifError(error), judgements)
    })
  const found = all({}).map(finding => ({ finding, path: finding.file }))
  const known = all({ baseline: baselineRecords(found, [], () => true) }).filter(finding => finding.known === true)
  assert.ok(found.length >= count && known.length >= found.length)
}

function moduleWith(option: string, count: number): string {
  const options = Array.from({ length: count }, () => `    ${option},\n`).join('')
  return `from oslo_config import cfg\nopts = [\n${options}]\ndef register_opts(conf):\n    conf.register_opts(opts, group='g')\n`
}

function fastest(action: () => void): number {
  return Math.min(
    ...Array.from({ length: 3 }, () => {
      const start = performance.now()
      action()
      return performance.now() - start
    }),
  )
}
