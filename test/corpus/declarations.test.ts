import assert from 'node:assert/strict'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { runCli } from '../cli/runCli'
import type { Attribute } from './compare'
import { reportText } from './report'
import { type AttributeCounts, type Difference, type Score, score, toldRate } from './score'
import type { Entry } from './sites'
import { cacheFolder } from './sources'
import { projects, readTruth } from './truth'

/** How much of each attribute must be told rather than left open, over all projects together. */
const leastTold: Partial<Record<Attribute, number>> = {
  name: 0.995,
  type: 0.995,
  secret: 0.995,
  choices: 0.995,
  min: 0.995,
  max: 0.995,
  required: 0.995,
  mutable: 0.995,
  helpLength: 0.995,
  default: 0.99,
  group: 0.97,
}

/** Full reports of the last run, for reading. */
const reports = join(__dirname, '..', '..', 'out', 'corpus')

describe('The inventory of real OpenStack source', () => {
  const scores = new Map<string, Score>()

  before(async () => {
    mkdirSync(reports, { recursive: true })
    for (const project of projects) {
      const { code, out } = await runCli(['inventory', '--format', 'json', join(cacheFolder, project)])
      assert.equal(code, 0)
      const result = score(JSON.parse(out) as Entry[], readTruth(project))
      writeFileSync(join(reports, `${project}.txt`), reportText(project, result, Infinity))
      scores.set(project, result)
    }
  })

  const scoreOf = (project: string): Score => {
    const result = scores.get(project)
    assert.ok(result)
    return result
  }

  for (const project of projects) {
    describe(`of ${project}`, () => {
      it('finds every declaration', () => {
        assert.deepEqual(scoreOf(project).misses.map(where), [])
      })

      it('takes nothing else for a declaration, and none twice', () => {
        const { counts, false: wrong, repeated } = scoreOf(project)
        assert.deepEqual(wrong.map(where), [])
        assert.deepEqual(repeated.map(where), [])
        assert.equal(counts.false, 0)
      })

      it('says nothing wrong of any attribute', () => {
        assert.deepEqual(scoreOf(project).wrong.map(difference), [])
      })
    })
  }

  it('tells the group of at least 95 % of the options of nova', () => {
    const { group } = scoreOf('nova').attributes
    assert.ok(toldRate(group) >= 0.95, `told ${toldRate(group)}`)
  })

  it('reports at least 99.5 % of the names that exist at run time', () => {
    const all = [...scores.values()].map(({ counts }) => counts)
    const rate = sum(all.map(counts => counts.optionsNamed)) / sum(all.map(counts => counts.options))
    assert.ok(rate >= 0.995, `reported ${rate}`)
  })

  for (const [attribute, least] of Object.entries(leastTold)) {
    it(`tells ${attribute} of at least ${least * 100} % of the options`, () => {
      const told = toldRate(total([...scores.values()].map(result => result.attributes[attribute as Attribute])))
      const open = [...scores.values()].flatMap(result => result.open.filter(one => one.attribute === attribute))
      assert.ok(told >= least, `told ${told}; left open:\n${open.slice(0, 40).map(difference).join('\n')}`)
    })
  }
})

function where(at: { file: string; line: number }): string {
  return `${at.file}:${at.line}`
}

function difference({ file, line, name, attribute, reported, truth }: Difference): string {
  return `${file}:${line} ${name} ${attribute}: ${JSON.stringify(reported)}, truth ${JSON.stringify(truth)}`
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((a, b) => a + b, 0)
}

function total(counts: readonly AttributeCounts[]): AttributeCounts {
  const of = (key: keyof AttributeCounts): number => sum(counts.map(count => count[key]))
  return {
    agree: of('agree'),
    wrong: of('wrong'),
    null: of('null'),
    missing: of('missing'),
    uncheckable: of('uncheckable'),
    literal: of('literal'),
  }
}
