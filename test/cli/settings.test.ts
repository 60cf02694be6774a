import assert from 'node:assert/strict'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { badModule, goodModule, inFolder } from './folder'
import { runCli } from './runCli'

const config = '.nova-config-review/config.json'
const warnings = ['review', '--min-severity', 'warning']

describe('nova-config-review review, with a settings file', () => {
  it('finds it from each PATH upwards, and reads paths and globs from its folder', () => {
    const paths = [{ files: 'conf/old/**', rules: { 'secret-not-marked': 'off' } }]
    const files = {
      [config]: JSON.stringify({ minimumSeverity: 'warning', exclude: ['**/tests/**'], paths }),
      'conf/api.py': badModule,
      'conf/old/api.py': badModule,
      'conf/tests/api.py': badModule,
    }
    return inFolder(files, async folder => {
      const here = await runCli(['review'], folder)
      assert.match(here.out, /^conf\/api\.py:4:16: warning secret-not-marked: .*\n\n1 finding /)
      const below = await runCli(['review', '.'], join(folder, 'conf'))
      assert.match(below.out, /^api\.py:4:16: warning secret-not-marked: .*\n\n1 finding /)
      const elsewhere = await runCli(['review', join(folder, 'conf', 'old', 'api.py')], '/')
      assert.equal(elsewhere.code, 0, elsewhere.out)
    })
  })

  it('takes another with --config, and a level from --min-severity over the file', () => {
    const files = {
      [config]: '{ "rules": { "secret-not-marked": "off" } }',
      'strict.json': '{ "minimumSeverity": "warning", "rules": { "secret-not-marked": "information" } }',
      'api.py': badModule,
    }
    return inFolder(files, async folder => {
      const reported = async (...args: string[]) =>
        (await runCli(['review', ...args], folder)).out.includes('information secret-not-marked')
      assert.equal(await reported('--min-severity', 'information'), false)
      assert.equal(await reported('--config', 'strict.json'), false)
      assert.equal(await reported('--config', 'strict.json', '--min-severity', 'information'), true)
      assert.equal(
        (await runCli(['review', '--config', 'none.json'], folder)).err,
        'error: cannot read none.json: no such file or folder\n',
      )
    })
  })

  it('names the first mistake with its place in one line, and exits with 2', () =>
    inFolder({ [config]: '{\n  "rulse": {},\n  "x": 1\n}', 'api.py': badModule }, async folder => {
      assert.deepEqual(await runCli(['review'], folder), {
        code: 2,
        out: '',
        err: `error: ${config}:2:3: "rulse" is not known here. Did you mean "rules"?\n`,
      })
    }))

  it('runs its policies', () => {
    const policies = [{ name: 'ports-documented', message: '{name} is a port.', when: { type: 'PortOpt' } }]
    return inFolder({ [config]: JSON.stringify({ policies }), 'api.py': goodModule }, async folder => {
      const { out, code } = await runCli(['review'], folder)
      assert.match(out, /^api\.py:5:\d+: information policy\/ports-documented: listen_port is a port\.$/m)
      assert.equal(code, 1)
    })
  })

  it('reports what comments waive with --ignore-suppressions', () => {
    const waived = badModule.replace(
      '    cfg.StrOpt(',
      '    # nova-review: ignore[secret-not-marked] -- a test\n    cfg.StrOpt(',
    )
    return inFolder({ 'api.py': waived }, async folder => {
      assert.equal((await runCli(warnings, folder)).code, 0)
      assert.match(
        (await runCli([...warnings, '--ignore-suppressions'], folder)).out,
        /^api\.py:5:16: warning secret-not-marked/,
      )
    })
  })
})

describe('nova-config-review review, with a baseline', () => {
  const baseline = '.nova-config-review/baseline.json'

  it('records what there is, and then reports only what is new', () =>
    inFolder({ 'conf/api.py': badModule }, async folder => {
      const written = await runCli(['review', 'conf', '--write-baseline'], folder)
      assert.match(written.out, /^Recorded \d+ findings? in \.nova-config-review\/baseline\.json\.\n$/)
      assert.equal(written.code, 0)
      const text = readFileSync(join(folder, baseline), 'utf8')
      assert.match(
        text,
        /^ {4}\{"group":"api","option":"admin_password","file":"conf\/api\.py","findings":\[\{"rule":"/m,
      )
      const known = await runCli(['review', 'conf'], folder)
      assert.match(known.out, /^No findings\. Looked at 2 options in 1 file\. \d+ findings? known\.\n$/)
      assert.equal(known.code, 0)
      assert.equal((await runCli([...warnings, '--no-baseline'], folder)).code, 1)
      const moved = badModule
        .replace("'admin_password', help=", "'admin_password',\n        help=")
        .replace('opts = [', '\n\nopts = [')
      writeFileSync(join(folder, 'conf', 'api.py'), moved)
      assert.equal((await runCli(['review'], folder)).code, 0)
      writeFileSync(
        join(folder, 'conf', 'api.py'),
        badModule.replace("'admin_password',", "'admin_password', default='x',"),
      )
      assert.equal((await runCli(warnings, folder)).code, 1)
    }))

  it('counts: a copy of what is known is new', () =>
    inFolder({ 'conf/a.py': badModule }, async folder => {
      await runCli(['review', '--write-baseline'], folder)
      writeFileSync(join(folder, 'conf', 'b.py'), badModule)
      const { out } = await runCli(warnings, folder)
      assert.match(out, /^conf\/b\.py:4:16: warning secret-not-marked: /)
      assert.doesNotMatch(out, /^conf\/a\.py:4:16: warning secret-not-marked: /m)
    }))

  it('says what is gone, and forgets it when it is written anew', () =>
    inFolder({ 'conf/api.py': badModule, 'other/api.py': badModule.replaceAll('api', 'other') }, async folder => {
      await runCli(['review', '--write-baseline'], folder)
      const before = readFileSync(join(folder, baseline), 'utf8')
      writeFileSync(join(folder, 'conf', 'api.py'), goodModule)
      const { out, code } = await runCli(['review', 'conf'], folder)
      assert.match(out, /; \d entr(y|ies) of the baseline (is|are) stale\.\n$/)
      assert.equal(code, 0)
      const json = JSON.parse((await runCli(['review', 'conf', '--format', 'json'], folder)).out) as {
        summary: Record<string, number>
      }
      assert.ok((json.summary['stale'] ?? 0) >= 1)
      await runCli(['review', 'conf', '--write-baseline'], folder)
      const after = readFileSync(join(folder, baseline), 'utf8')
      assert.doesNotMatch(after, /"group":"api","option":"admin_password".*secret-not-marked/)
      // The other folder was not looked at, and keeps its entries.
      const ofOther = (text: string) => text.split('\n').filter(line => line.includes('"group":"other"'))
      assert.deepEqual(
        ofOther(after).map(line => line.replace(/,$/, '')),
        ofOther(before).map(line => line.replace(/,$/, '')),
      )
    }))

  it('may be another file, or off', () =>
    inFolder({ 'api.py': badModule, [config]: '{ "baseline": false }' }, async folder => {
      const off = await runCli(['review', '--write-baseline'], folder)
      assert.deepEqual(
        [off.code, off.err],
        [2, 'error: the settings turn the baseline off: name a file with --baseline\n'],
      )
      assert.equal((await runCli(['review', '--baseline', 'known.json'], folder)).code, 2)
      assert.equal((await runCli(['review', '--write-baseline', '--baseline', 'known.json'], folder)).code, 0)
      assert.equal((await runCli(warnings, folder)).code, 1)
      assert.equal((await runCli([...warnings, '--baseline', 'known.json'], folder)).code, 0)
      writeFileSync(join(folder, 'known.json'), '<<<<<<< ours\n')
      const broken = await runCli(['review', '--baseline', 'known.json'], folder)
      assert.match(broken.err, /^error: known\.json:1:1: There is a merge conflict here: resolve it first\.\n$/)
    }))
})
