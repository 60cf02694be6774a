import { strict as assert } from 'node:assert'
import { isDeepStrictEqual } from 'node:util'
import fc from 'fast-check'
import { Project, renderPython } from '../../../server/src/engine/index'
import type { Option, PyValue, PythonParser, Value } from '../../../server/src/engine/index'
import { python } from '../engine'
import { mutatedFrom, sampleDeclarations } from './mutations'
import { declarationsIn, hasPython, same, type Declared } from './oracle'

/**
 * Declarations of the samples are changed at random, and where they are still Python, Python is asked for the values of
 * their arguments. `npm run test:fuzz` tries as many as of generated programs.
 */
const wanted = Number(process.env['FUZZ_DECLARATIONS'] ?? 6000)
const seed = Number(process.env['FUZZ_SEED'] ?? 20)

/** Modules that go to one Python together. */
const batch = 1000

/** How many of them must still be Python, for the comparison to compare something. */
const leastValid = 0.15

/** The facts that are told, by the argument of oslo.config that they come from. */
const facts: Readonly<Record<string, (option: Option) => Value>> = {
  name: option => option.name,
  default: option => option.default,
  help: option => option.help,
  metavar: option => option.metavar,
  sample_default: option => option.sampleDefault,
  deprecated_reason: option => option.deprecatedReason,
}

describe('What the engine says of declarations with slips in them', function () {
  this.timeout(30_000 + wanted * 20)
  let parser: PythonParser
  before(async () => {
    parser = await python()
  })

  it(`is what Python says of ${wanted} of them`, () => {
    const declarations = mutatedFrom(sampleDeclarations(parser))
    let tried = 0
    let valid = 0
    let compared = 0
    const wrong: string[] = []
    for (let at = 0; tried < wanted; at++) {
      const modules = fc
        .sample(declarations, { numRuns: batch, seed: seed * 1000 + at })
        .map(declaration => `from oslo_config import cfg, types\nimport textwrap\nopts = [\n    ${declaration}\n]\n`)
      const answers = hasPython() ? declarationsIn(modules) : modules.map(() => null)
      for (const [index, text] of modules.entries()) {
        tried++
        const options = optionsOf(text, parser)
        const calls = answers[index]
        if (!calls) continue
        valid++
        for (const option of options) {
          const { told, mistakes } = compare(option, calls)
          compared += told
          wrong.push(...mistakes.map(mistake => `${mistake}\n${text}`))
        }
      }
    }
    assert.deepEqual(wrong.slice(0, 3), [], `${wrong.length} of ${compared} values are not Python's`)
    if (!hasPython()) process.stderr.write('NOT COMPARED: this machine has no python3 of at least 3.10\n')
    else assert.ok(valid > tried * leastValid && compared > valid, `${compared} values of ${valid} modules of ${tried}`)
    process.stderr.write(`      ${tried} declarations, ${valid} still Python, ${compared} values (seed ${seed})\n`)
  })
})

function optionsOf(text: string, parser: PythonParser): readonly Option[] {
  const project = new Project(parser)
  project.setText('mutated.py', text)
  return project.module('mutated.py')?.options ?? []
}

/** How many facts of an option could be compared with Python's, and which are not the same. */
function compare(option: Option, calls: readonly Declared[]): { told: number; mistakes: string[] } {
  const call = calls.find(each => isDeepStrictEqual(each.range, option.range))
  if (!call) return { told: 0, mistakes: [`${option.displayName} is no call in Python`] }
  const mistakes: string[] = []
  let told = 0
  for (const [argument, factOf] of Object.entries(facts)) {
    const fact = factOf(option)
    const [value] = call.arguments[argument] ?? []
    if (fact.kind === 'unknown' || call.arguments[argument] === undefined) continue
    told++
    const ours: PyValue = fact.kind === 'known' ? fact.value : null
    if (call.arguments[argument] !== null && same(ours, value)) continue
    mistakes.push(`${argument} is ${renderPython(ours)}, in Python ${JSON.stringify(value)}`)
  }
  return { told, mistakes }
}
