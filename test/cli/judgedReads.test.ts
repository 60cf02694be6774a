import assert from 'node:assert/strict'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { client, conf, shopFiles as files } from '../protocol/shop'
import { inFolder } from './folder'
import { runCli } from './runCli'

const waiver = '# nova-review: ignore[secret-reaches-log] -- a test account'

interface Told {
  readonly rule: string
  readonly file: string
  readonly line: number
  readonly severity: string
}

async function told(folder: string, ...args: string[]): Promise<string[]> {
  const { out } = await runCli(['review', 'nova', '--format', 'json', '--min-severity', 'hint', ...args], folder)
  const { findings } = JSON.parse(out) as { findings: Told[] }
  return findings
    .filter(({ file }) => file.endsWith('client.py'))
    .map(({ rule, line, severity }) => `${line} ${severity} ${rule}`)
}

describe('review judges what code reads', () => {
  it('in files that declare nothing', () =>
    inFolder(files, async folder => {
      assert.deepEqual(await told(folder), ['9 warning secret-reaches-log', '10 hint unknown-option-read'])
    }))

  it('but no tests, and nothing that comes to tests alone', () =>
    inFolder(
      { 'nova/__init__.py': '', 'nova/conf.py': conf, 'nova/tests/__init__.py': '', 'nova/tests/client.py': client },
      async folder => {
        assert.deepEqual(await told(folder), [])
      },
    ))

  it('by the severities that settings give, and not where they switch a rule off', () =>
    inFolder(
      {
        ...files,
        '.nova-config-review/config.json':
          '{ "rules": { "secret-reaches-log": "error", "unknown-option-read": "off" } }',
      },
      async folder => {
        assert.deepEqual(await told(folder), ['9 error secret-reaches-log'])
      },
    ))

  it('unless a comment waives it, and says of one that waives nothing', () =>
    inFolder(files, async folder => {
      const waived = client
        .replace('password)', `password)  ${waiver}`)
        .replace('    return', '    # nova-review: ignore[unknown-option-read] -- made at run time\n    return')
      writeFileSync(join(folder, 'nova/client.py'), waived)
      assert.deepEqual(await told(folder), [])
      assert.equal((await told(folder, '--ignore-suppressions')).length, 2)
      writeFileSync(join(folder, 'nova/client.py'), waived.replace('adress', 'address'))
      assert.deepEqual(await told(folder), ['10 information suppression-unused'])
      const [, , , , , ...rest] = client.split('\n')
      const idle = ['# nova-review: ignore[secret-reaches-log] -- none left', ...rest].join('\n')
      writeFileSync(join(folder, 'nova/client.py'), idle)
      assert.deepEqual(await told(folder), ['1 information suppression-unused'])
    }))

  it('and a baseline knows it, wherever in the file it goes', () =>
    inFolder(files, async folder => {
      await runCli(['review', 'nova', '--write-baseline'], folder)
      writeFileSync(join(folder, 'nova/client.py'), `\n\n${client}`)
      assert.deepEqual(await told(folder), [])
      writeFileSync(
        join(folder, 'nova/client.py'),
        client.replace('    return', '    LOG.info(CONF.shop.password)\n    return'),
      )
      assert.deepEqual(await told(folder), ['10 warning secret-reaches-log'])
    }))

  it('and SARIF has it, with the place of the log', () =>
    inFolder(files, async folder => {
      const { out } = await runCli(['review', 'nova', '--format', 'sarif', '--min-severity', 'hint'], folder)
      const { runs } = JSON.parse(out) as {
        runs: { results: { ruleId: string; locations: { physicalLocation: { region: { startLine: number } } }[] }[] }[]
      }
      const lines = runs[0]!.results
        .filter(({ ruleId }) => /^(secret-reaches-log|unknown-option-read)$/.test(ruleId))
        .map(({ locations }) => locations[0]!.physicalLocation.region.startLine)
      assert.deepEqual(lines, [9, 10])
    }))

  it('silently where not all sources are at hand that may declare the option', () =>
    inFolder(files, async folder => {
      writeFileSync(join(folder, 'nova/client.py'), client.replace('password)', `password)  ${waiver}`))
      const { out } = await runCli(['review', 'nova/client.py', '--min-severity', 'hint'], folder)
      assert.doesNotMatch(out, /unknown-option-read|suppression-unused/)
    }))
})
