import * as assert from 'node:assert/strict'
import { LineIndex, Project, defaultReviewSettings, review } from '../../server/src/engine/index'
import type { PythonParser } from '../../server/src/engine/index'
import { generateModule } from '../../bench/generatedModule'
import { file, loadParser } from './engine'
import { moduleWith, pieces, places } from './longTexts'

/** Bare parses of a large module that a file with one long text may cost beyond being read. */
const allowed = 20
const length = 40_000

describe('A long text', () => {
  let python: PythonParser
  let bareParse: number

  before(async () => {
    python = await loadParser()
    const large = generateModule(1700)
    bareParse = Math.min(...Array.from({ length: 5 }, () => timed(() => python.parseBare(large))))
  })

  for (const [name, place] of Object.entries(places)) {
    it(`as ${name} costs about what reading it costs`, () => {
      for (const piece of pieces) {
        for (const written of [true, false]) {
          const text = moduleWith(place, piece, length, written)
          // A busy machine may be slow once: what is really slow is slow again.
          const isQuick = costOf(text) < allowed * bareParse || costOf(text) < allowed * bareParse
          assert.ok(isQuick, `${JSON.stringify(piece)} repeated takes more than ${allowed} bare parses`)
        }
      }
    })
  }

  it('makes no long message', () => {
    const project = new Project(python)
    const name = `'${'secret_'.repeat(2000)}password'`
    project.setText(file, `from oslo_config import cfg\nx = cfg.StrOpt(${name}, default='${'a'.repeat(15_000)}')\n`)
    const messages = review(project, file, defaultReviewSettings).map(finding => finding.message)
    assert.ok(messages.length > 0)
    for (const message of messages) assert.ok(message.length < 600, message.slice(0, 600))
  })

  function costOf(text: string): number {
    const reading = timed(() => {
      python.parse(text)
      new LineIndex(text).positionAt(text.length)
    })
    const all = timed(() => {
      const project = new Project(python)
      project.setText(file, text)
      project.complete = true
      review(project, file, defaultReviewSettings, (rule, error) => {
        throw new Error(`${rule} failed`, { cause: error })
      })
    })
    return Math.max(0, all - reading)
  }
})

function timed(action: () => unknown): number {
  const start = performance.now()
  action()
  return performance.now() - start
}
