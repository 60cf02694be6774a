import { sarifToMarkdown } from '@security-alert/sarif-to-markdown'
import Ajv from 'ajv-draft-04'
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { badModule, inFolder } from './folder'
import { runCli } from './runCli'

interface Result {
  readonly ruleId: string
  readonly ruleIndex: number
  readonly level: string
  readonly message: { readonly text: string }
  readonly locations: readonly {
    readonly physicalLocation: {
      readonly artifactLocation: { readonly uri: string }
      readonly region: { readonly startLine: number }
    }
  }[]
  readonly partialFingerprints: Readonly<Record<string, string>>
  readonly baselineState?: string
  readonly suppressions?: readonly { readonly kind: string; readonly justification: string }[]
}

interface Log {
  readonly runs: readonly {
    readonly tool: {
      readonly driver: { readonly rules: readonly { readonly id: string; readonly help: { readonly text: string } }[] }
    }
    readonly invocations: readonly { readonly executionSuccessful: boolean }[]
    readonly results: readonly Result[]
  }[]
}

const isUri = (text: string): boolean =>
  URL.canParse(text, 'https://example.org/') && !/[\s%](?![0-9A-F]{2})/.test(text)
const schema = require.resolve('@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json')
const isValid = new Ajv({
  strict: false,
  unicodeRegExp: false,
  formats: { uri: isUri, 'uri-reference': isUri, 'date-time': true },
}).compile(JSON.parse(readFileSync(schema, 'utf8')) as object)

/** The log that a command prints, which the official schema takes. */
async function logOf(args: readonly string[], folder: string): Promise<Log> {
  const { out } = await runCli([...args, '--format', 'sarif'], folder)
  const log = JSON.parse(out) as Log
  assert.ok(isValid(log), JSON.stringify(isValid.errors))
  return log
}

const waived = badModule.replace(
  "    cfg.StrOpt('admin",
  "    # nova-review: ignore[secret-not-marked] -- read from a vault\n    cfg.StrOpt('admin",
)

describe('SARIF', () => {
  it('has each finding with its rule, its place and a fingerprint that stays when lines move', async () => {
    const of = (text: string) => inFolder({ 'api conf/o%.py': text }, folder => logOf(['review'], folder))
    const [run] = (await of(badModule)).runs
    const [moved] = (await of(`# One line more.\n${badModule}`)).runs
    const [result] = run!.results
    assert.equal(result!.ruleId, 'secret-not-marked')
    assert.equal(run!.tool.driver.rules[result!.ruleIndex]!.id, 'secret-not-marked')
    assert.deepEqual(result!.locations[0]!.physicalLocation.artifactLocation, { uri: 'api%20conf/o%25.py' })
    assert.equal(result!.locations[0]!.physicalLocation.region.startLine, 4)
    assert.deepEqual(moved!.results[0]!.partialFingerprints, result!.partialFingerprints)
    assert.equal(result!.baselineState, undefined)
    assert.equal(run!.invocations[0]!.executionSuccessful, true)
    for (const { id, help } of run!.tool.driver.rules) assert.ok(help.text.length > 10, id)
  })

  it('keeps what a comment waives, with its reason, and what the baseline knows', async () => {
    const [run] = (await inFolder({ 'o.py': waived }, folder => logOf(['review'], folder))).runs
    assert.deepEqual(
      run!.results.map(({ suppressions }) => suppressions),
      [[{ kind: 'inSource', justification: 'read from a vault', status: 'accepted' }]],
    )
    const [known] = (
      await inFolder({ 'o.py': badModule }, async folder => {
        await runCli(['review', '--write-baseline'], folder)
        return logOf(['review'], folder)
      })
    ).runs
    assert.deepEqual(
      known!.results.map(({ baselineState, suppressions }) => [baselineState, suppressions?.[0]?.kind]),
      [['unchanged', 'external']],
    )
  })

  it('says that a run did not read all', async () => {
    const [run] = (
      await inFolder({ 'o.py': badModule, 'p.py': Buffer.from('\xff\xfe cfg', 'latin1') }, f => logOf(['review'], f))
    ).runs
    assert.equal(run!.invocations[0]!.executionSuccessful, false)
  })

  it('is valid of configuration files, too, and whatever their names and texts are', async () => {
    const files = { 'ö b.conf': '[DEFAULT]\nunknown\u202e = 1\nno line\n', 'o.py': badModule }
    await inFolder(files, folder => logOf(['check', 'ö b.conf', '--source', 'o.py'], folder))
  })

  it('is read by others as it was meant', async () => {
    const read = async (text: string): Promise<string> => {
      const log = await inFolder({ 'o.py': text }, folder => logOf(['review'], folder))
      const [first] = sarifToMarkdown({ title: 'Read', owner: 'o', repo: 'r', branch: 'b', sourceRoot: '' })(
        log as never,
      )
      return first!.body.split('## Rules')[0]!
    }
    assert.match(
      await read(badModule),
      /## Results[^#]*WARNING[^#]*secret-not-marked[^#]*holds a credential[^#]*o\.py#L4/,
    )
    assert.match(await read(waived), /## Suppressed results[^#]*secret-not-marked/)
  })
})
