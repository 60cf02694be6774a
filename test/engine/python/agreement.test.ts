import { strict as assert } from 'node:assert'
import fc from 'fast-check'
import { Project, renderPython } from '../../../server/src/engine/index'
import type { Option, PythonParser } from '../../../server/src/engine/index'
import { python } from '../engine'
import { hasPython, runPrograms, same, type Answer } from './oracle'
import { prelude } from './prelude'
import { program } from './statements'

/**
 * Generated programs declare options, and Python is asked what their defaults are. `npm run test:fuzz` tries at least
 * 100 000 declarations, with another seed each time; what runs with all tests is the same each time.
 */
const wanted = Number(process.env['FUZZ_DECLARATIONS'] ?? 10_000)
const seed = Number(process.env['FUZZ_SEED'] ?? 20)

/** Programs that go to one Python together. */
const batch = 200

/** Fewer known values than this would mean that the comparison compares nothing. */
const leastKnown = 0.6

describe('What the engine says of generated programs', function () {
  this.timeout(30_000 + wanted * 60)
  let parser: PythonParser
  before(async () => {
    parser = await python()
  })

  it(`is what Python says of ${wanted} declarations`, () => {
    const compares = hasPython()
    if (!compares) process.stderr.write('NOT COMPARED: this machine has no python3 of at least 3.10\n')
    let declared = 0
    let known = 0
    const wrong: string[] = []
    for (let at = 0; declared < wanted; at++) {
      const programs = fc.sample(program, { numRuns: batch, seed: seed * 1000 + at })
      const answers = compares ? runPrograms(prelude, programs) : programs.map(asWritten)
      for (const [index, answer] of answers.entries()) {
        const statements = answer.kept.map(kept => programs[index]![kept]!)
        for (const option of optionsOf(statements, parser)) {
          declared++
          if (option.default.kind === 'unknown') continue
          known++
          if (!agrees(option, answer)) wrong.push(report(option, answer, statements))
        }
      }
    }
    assert.deepEqual(wrong.slice(0, 3), [], `${wrong.length} of ${known} known values are not Python's`)
    if (compares) assert.ok(known > declared * leastKnown, `only ${known} of ${declared} are known`)
    process.stderr.write(
      `      ${declared} declarations, ${known} known values, all as Python has them (seed ${seed})\n`,
    )
  })
})

/** Stands in for Python's answer where there is no Python: that nothing fails is worth knowing all the same. */
function asWritten(statements: readonly string[]): Answer {
  return { kept: statements.map((_, at) => at), outcomes: [] }
}

/** What the engine finds in a program. */
function optionsOf(statements: readonly string[], parser: PythonParser): readonly Option[] {
  const project = new Project(parser)
  const text = ['import outside', 'from oslo_config import cfg', prelude, ...statements, ''].join('\n')
  project.setText('program.py', text)
  return project.module('program.py')?.options ?? []
}

/** Whether a known default is the one that Python found, in every run. */
function agrees(option: Option, { outcomes }: Answer): boolean {
  const ours = option.default.kind === 'known' ? option.default.value : null
  return outcomes.every(outcome => !(option.displayName in outcome) || same(ours, outcome[option.displayName]))
}

function report(option: Option, { outcomes }: Answer, statements: readonly string[]): string {
  const ours = option.default.kind === 'known' ? renderPython(option.default.value) : 'None'
  const others = outcomes.map(outcome => JSON.stringify(outcome[option.displayName])).join(' or ')
  const program = statements.filter(each => !each.startsWith('cfg.') || each.includes(`'${option.displayName}'`))
  return `${option.displayName} is ${ours}, in Python ${others}:\n${program.join('\n')}`
}
