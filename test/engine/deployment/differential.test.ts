import { deepStrictEqual, ok } from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { Declarations, Values, readConf, renderPython } from '../../../server/src/engine/index'
import { projectOf } from '../engine'

/** Files, and what oslo.config said of them: see `scripts/recordOsloConf.py`. */
interface Case {
  readonly files: readonly string[]
  readonly said: readonly [file: number, line: number, message: string] | Readonly<Record<string, string>>
}

const script = join(import.meta.dirname, '../../../scripts/recordOsloConf.py')

describe('Configuration files put together by chance', function () {
  this.timeout(120_000)
  let declarations: Declarations

  before(async () => {
    const project = await projectOf({ 'declared.py': readFileSync(join(import.meta.dirname, 'declared.py'), 'utf8') })
    declarations = new Declarations()
    declarations.addModules(project.modules())
  })

  it('are read as oslo.config 9.0 has said', () => {
    const recorded = readFileSync(join(import.meta.dirname, 'differential.json.gz'))
    compare(JSON.parse(gunzipSync(recorded).toString('utf8')) as Case[])
  })

  it('are read as the oslo.config at hand says', () => {
    const python = ['python3', '/usr/bin/python3'].find(
      name => spawnSync(name, ['-c', 'import oslo_config.cfg']).status === 0,
    )
    if (python === undefined) {
      process.stderr.write('NOT COMPARED: this machine has no Python with oslo.config\n')
      return
    }
    const seed = String(Date.now() % 1_000_000)
    const asked = spawnSync(python, ['-X', 'utf8', script, seed, '300'], { encoding: 'utf8', maxBuffer: 1 << 28 })
    compare(JSON.parse(asked.stdout) as Case[], `seed ${seed}`)
  })

  function compare(cases: readonly Case[], hint = ''): void {
    const wrong = cases.flatMap(one => {
      const said = normal(one.said)
      const ours = normal(tell(one.files))
      return isEqual(said, ours) ? [] : [{ files: one.files, ...difference(said, ours) }]
    })
    ok(cases.length >= 300)
    deepStrictEqual(wrong.slice(0, 3), [], `${wrong.length} of ${cases.length} ${hint}`)
  }

  function tell(texts: readonly string[]): Case['said'] {
    const files = texts.map((text, number) => readConf(String(number), text))
    const broken = files.find(({ faults }) => faults.length > 0)
    if (broken !== undefined) {
      const { line, message } = broken.faults[0]!
      return [Number(broken.file), line + 1, message]
    }
    const values = new Values(declarations, files)
    return Object.fromEntries(
      [...declarations.all()].map(option => {
        const { outcome } = values.of(option)
        const shown =
          outcome.kind === 'value'
            ? `=${renderPython(outcome.value)}`
            : `!${outcome.kind === 'error' ? outcome.of : '?'}`
        return [`${option.group}/${option.dest}`, shown]
      }),
    )
  }
})

/** Python prints special floats without the call that makes them. */
function normal(said: Case['said']): Case['said'] {
  if (Array.isArray(said)) return said
  const entries = Object.entries(said as Record<string, string>).map(([name, value]) => [
    name,
    value.replace(/float\('(-?\w+)'\)/g, '$1'),
  ])
  return Object.fromEntries(entries.sort()) as Case['said']
}

function isEqual(a: Case['said'], b: Case['said']): boolean {
  return JSON.stringify(a) === JSON.stringify(b)
}

/** The options of which the two say something else; all that they say where one of them cannot read the files. */
function difference(said: Case['said'], ours: Case['said']): object {
  if (Array.isArray(said) || Array.isArray(ours)) return { said, ours }
  const theirs = said as Record<string, string>
  const own = ours as Record<string, string>
  const names = Object.keys(theirs).filter(name => theirs[name] !== own[name])
  return Object.fromEntries(names.map(name => [name, `${theirs[name]!} and not ${own[name]!}`]))
}
