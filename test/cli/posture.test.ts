import { deepStrictEqual, match, ok, strictEqual } from 'node:assert/strict'
import { chmodSync, cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { postureChecks } from '../../server/src/engine/index'
import { inFolder } from './folder'
import { runCli } from './runCli'

const samples = join(import.meta.dirname, '../../samples')

interface Told {
  readonly checks: readonly {
    id: string
    verdict: string
    option: string | null
    effective: unknown
    from: unknown
    evidence: string[]
  }[]
}

/** The verdicts on a sample, its file with these permissions. */
async function posture(sample: string, mode = 0o640): Promise<Told['checks']> {
  const folder = mkdtempSync(join(tmpdir(), 'nova-config-review-'))
  try {
    cpSync(join(samples, sample, 'nova.conf'), join(folder, 'nova.conf'))
    chmodSync(join(folder, 'nova.conf'), mode)
    const { out } = await runCli(['posture', 'nova.conf', '--format', 'json'], folder)
    return (JSON.parse(out) as Told).checks
  } finally {
    rmSync(folder, { recursive: true })
  }
}

describe('posture', () => {
  it('fails a weak deployment for each of its ten weaknesses', async () => {
    const failed = (await posture('deployment-weak')).filter(({ verdict }) => verdict === 'fail').map(({ id }) => id)
    const weaknesses = [
      'debug-off',
      'force-raw-images',
      'inject-password',
      'vnc-server-listen',
      'vnc-vencrypt',
      'migration-tls',
      'service-token',
      'glance-tls',
      'rabbit-tls',
      'deep-image-inspection',
    ]
    deepStrictEqual(
      weaknesses.filter(id => !failed.includes(id)),
      [],
    )
  })

  it('fails its hardened twin for nothing', async () => {
    const checks = await posture('deployment-hardened')
    deepStrictEqual(
      checks.filter(({ verdict }) => verdict === 'fail').map(({ id }) => id),
      [],
    )
    ok(checks.filter(({ verdict }) => verdict === 'pass').length > 20)
  })

  it('tells the effective value, its place and the evidence', async () => {
    const check = (await posture('deployment-weak')).find(({ id }) => id === 'debug-off')
    deepStrictEqual(
      [check?.verdict, check?.option, check?.effective, check?.from],
      ['fail', 'debug', true, { file: 'nova.conf', line: 7 }],
    )
    match(String(check?.evidence[0]), /OSSN-0049/)
  })

  it('sees who may read secrets', async () => {
    const verdict = (password: string, mode: number) =>
      inFolder({ 'nova.conf': `[neutron]\npassword = ${password}\n` }, async folder => {
        chmodSync(join(folder, 'nova.conf'), mode)
        const { out } = await runCli(['posture', 'nova.conf', '--format', 'json'], folder)
        return (JSON.parse(out) as Told).checks.find(({ id }) => id === 'secrets-file-mode')?.verdict
      })
    strictEqual(await verdict('words', 0o640), 'pass')
    strictEqual(await verdict('words', 0o644), 'fail')
    strictEqual(await verdict('NEUTRON_PASS', 0o644), 'not-applicable')
  })

  it('judges by the release that is named', async () => {
    const told = async (release: string) => {
      const { out } = await runCli(
        ['posture', join(samples, 'deployment-weak/nova.conf'), '--format', 'json', '--release', release],
        samples,
      )
      return (JSON.parse(out) as Told).checks.find(({ id }) => id === 'forwarded-for')?.verdict
    }
    strictEqual(await told('zed'), 'pass')
    strictEqual(await told('dalmatian'), 'not-applicable')
  })

  it('fails because of sources that are not read wholly, unless that is allowed', () =>
    inFolder(
      {
        'n.conf': '[DEFAULT]\n',
        's/o.py': 'from oslo_config import cfg\n',
        's/strange.py': '# coding: utf-7\nx = 1\n',
      },
      async folder => {
        const args = ['posture', 'n.conf', '--source', 's']
        strictEqual((await runCli(args, folder)).code, 2)
        strictEqual((await runCli([...args, '--allow-incomplete'], folder)).code, 0)
      },
    ))

  it('ends with the count of each verdict, what fails first', async () => {
    const { out, code } = await runCli(['posture', join(samples, 'deployment-weak/nova.conf')])
    strictEqual(code, 1)
    match(out, /^fail: /)
    match(out, /\n\d+ fail, \d+ unknown, \d+ pass, \d+ not-applicable\.\n$/)
  })

  it('says why it cannot judge what cannot be read', async () => {
    const { code, err } = await runCli(['posture', 'package.json'], join(samples, '..'))
    strictEqual(code, 2)
    match(err, /^error: package\.json:1: /)
  })

  it('has evidence for every check', () => {
    ok(postureChecks.every(({ evidence }) => evidence.length > 0))
    strictEqual(new Set(postureChecks.map(({ id }) => id)).size, postureChecks.length)
  })
})
