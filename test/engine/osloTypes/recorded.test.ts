import { strict as assert } from 'node:assert'
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { convert, renderPython } from '../../../server/src/engine/index'
import type { Option, Verdict } from '../../../server/src/engine/index'
import { optionsOf } from '../engine'

/** What oslo.config itself said: `python3 scripts/recordOsloTypes.py`, for each version it was asked of. */
interface Recorded {
  /** The exception, null for none; one for each version where they differ. */
  readonly declarations: Readonly<Record<string, string | null | readonly (string | null)[]>>
  /** By type and text: `=` and the value, or `!` and the error. */
  readonly conversions: Readonly<Record<string, Readonly<Record<string, string>>>>
}

const recorded = read('recorded.json') as Recorded
const judged = read('refused.json') as readonly { declaration: string; refused: boolean | null; by: string | null }[]

describe('What oslo.config says', function () {
  this.timeout(120_000)

  it('of sixty declarations, we say', async () => {
    const options = await declared(judged.map(one => one.declaration))
    const wrong = judged.filter((one, at) => !agrees(options[at]!, one.refused === true ? one.by : null))
    assert.deepEqual(wrong, [])
    assert.equal(judged.length, 60)
  })

  it('of thousands of declarations, we say, or that we cannot tell', async () => {
    const calls = Object.keys(recorded.declarations)
    const options = await declared(calls)
    const wrong: string[] = []
    let open = 0
    for (const [at, call] of calls.entries()) {
      const said = recorded.declarations[call]!
      const option = options[at]!
      const all = (Array.isArray(said) ? said : [said]) as (string | null)[]
      if (option.refusal.kind === 'unknown') open++
      else if (!all.some(one => agrees(option, all.includes(null) ? null : one)))
        wrong.push(`${call}: ${String(said)}, not ${JSON.stringify(option.refusal)}`)
    }
    assert.deepEqual(wrong, [])
    assert.ok(open < calls.length / 50, `${open} of ${calls.length} are left open`)
  })

  it('of the texts of configuration files, we say, in its words', async () => {
    const types = Object.keys(recorded.conversions)
    const options = await declared(types.map(type => `Opt('a', type=${type})`))
    const wrong: string[] = []
    let open = 0
    for (const [at, name] of types.entries()) {
      const { valueType } = options[at]!
      assert.equal(valueType.kind, 'known', name)
      for (const [text, said] of Object.entries(recorded.conversions[name]!)) {
        const verdict = convert(valueType.value, text)
        if (verdict.kind === 'unknown') open++
        else if (!isSame(verdict, said))
          wrong.push(`${name} of ${JSON.stringify(text)}: ${said}, not ${shown(verdict)}`)
      }
    }
    assert.deepEqual(wrong, [])
    assert.ok(open < 200, `${open} are left open`)
  })

  it('of the declarations, the one at hand still says', () => {
    const python = ['python3', '/usr/bin/python3'].find(
      name => spawnSync(name, ['-c', 'import oslo_config.cfg']).status === 0,
    )
    if (python === undefined) {
      process.stderr.write('NOT COMPARED: this machine has no Python with oslo.config\n')
      return
    }
    const script = fileURLToPath(new URL('../../../scripts/recordOsloTypes.py', import.meta.url))
    const { stdout } = spawnSync(python, [script, '--ask'], { encoding: 'utf8', maxBuffer: 1 << 30 })
    const now = JSON.parse(stdout) as Recorded
    const wrong = Object.entries(recorded.declarations).filter(
      ([call, said]) => ![said].flat().includes(now.declarations[call] as string | null),
    )
    assert.deepEqual(wrong, [])
  })
})

function read(name: string): unknown {
  return JSON.parse(readFileSync(new URL(name, import.meta.url), 'utf8'))
}

/** The options of calls, each of its own line, in files of a size that people write. */
async function declared(calls: readonly string[]): Promise<Option[]> {
  const options: Option[] = []
  for (let at = 0; at < calls.length; at += 100) {
    const part = calls.slice(at, at + 100)
    const lines = part.map(call => `cfg.${call}`)
    const found = await optionsOf(`from oslo_config import cfg, types\nimport re\n${lines.join('\n')}`)
    const missing = part.filter((_, line) => !found.some(option => option.range.start.line === line + 2))
    assert.deepEqual(missing, [])
    options.push(...found)
  }
  return options
}

function agrees({ refusal }: Option, error: string | null): boolean {
  if (error === null) return refusal.kind !== 'known'
  return refusal.kind === 'known' && refusal.value.error.replace('re.', '') === error.replace('PatternError', 'error')
}

function isSame(verdict: Verdict, said: string): boolean {
  // Plain data has no ranges: a range stays its text.
  if (said.includes('range(')) return verdict.kind === 'accepted'
  return shown(verdict).slice(0, said.length) === said
}

function shown(verdict: Verdict): string {
  if (verdict.kind === 'accepted') return `=${renderPython(verdict.value).replace(/float\('(-?\w+)'\)/, '$1')}`
  return verdict.kind === 'refused' ? `!${verdict.error}: ${verdict.message}` : '?'
}
