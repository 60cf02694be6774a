import assert from 'node:assert/strict'
import { badModule, goodModule, inFolder } from './folder'
import { runCli } from './runCli'

interface ReviewDocument {
  schemaVersion: number
  summary: Record<string, number>
  findings: Record<string, unknown>[]
}

describe('nova-config-review review', () => {
  it('prints a finding as path:line:col, severity, rule and message, then a summary, and exits with 1', () =>
    inFolder({ 'conf/api.py': badModule }, async folder => {
      const { code, out, err } = await runCli(['review', 'conf', '--min-severity', 'warning'], folder)
      assert.match(
        out,
        /^conf\/api\.py:4:16: warning secret-not-marked: .*admin_password.*\n\n1 finding \(1 warning\)\. /,
      )
      assert.match(out, /Looked at 2 options in 1 file\.\n$/)
      assert.equal(err, '')
      assert.equal(code, 1)
    }))

  it('tells of what two files say differently in both', () => {
    const module = (help: string): string =>
      `from oslo_config import cfg\nopts = [cfg.StrOpt('a', help='${help}')]\ncfg.CONF.register_opts(opts)\n`
    return inFolder({ 'api/a.py': module('One.'), 'work/b.py': module('Two.') }, async folder => {
      const { out } = await runCli(['review', '.', '--min-severity', 'warning'], folder)
      assert.deepEqual(out.match(/^\S+py/gm), ['api/a.py', 'work/b.py'])
    })
  })

  it('puts errors first in its summary', () =>
    inFolder({ 'api.py': "from oslo_config import cfg\nopts = [cfg.IntOpt('n', default='x')]\n" }, async folder => {
      const { out } = await runCli(['review', '.', '--min-severity', 'error'], folder)
      assert.match(
        out,
        /^api\.py:2:33: error declaration-refused: 'n' refuses its own default 'x': .*\n\n1 finding \(1 error\)\. /,
      )
    }))

  it('exits with 0 and says so when there is nothing at the level', () =>
    inFolder({ 'api.py': goodModule }, async folder => {
      const { code, out } = await runCli(['review', '.', '--min-severity', 'warning'], folder)
      assert.equal(out, 'No findings. Looked at 2 options in 1 file.\n')
      assert.equal(code, 0)
    }))

  it('leaves hints out unless they are asked for', () =>
    inFolder({ 'api.py': "from oslo_config import cfg\nopts = [cfg.BoolOpt('x')]\n" }, async folder => {
      const { code, out } = await runCli(['review', '.'], folder)
      assert.equal(out, 'No findings. Looked at 1 option in 1 file.\n')
      assert.equal(code, 0)
      const all = await runCli(['review', '.', '--min-severity', 'hint'], folder)
      assert.match(all.out, /^api\.py:2:21: hint help-missing-or-too-short: /)
      assert.equal(all.code, 1)
    }))

  it('prints JSON of the promised shape', () =>
    inFolder({ 'conf/api.py': badModule }, async folder => {
      const { code, out } = await runCli(['review', folder, '--format', 'json', '--min-severity', 'warning'])
      const { schemaVersion, summary, findings } = JSON.parse(out) as ReviewDocument
      assert.equal(schemaVersion, 1)
      assert.deepEqual(summary, { files: 1, options: 2, findings: 1, error: 0, warning: 1, information: 0, hint: 0 })
      const [{ message, references, ...rest } = {}] = findings
      assert.deepEqual(rest, {
        rule: 'secret-not-marked',
        severity: 'warning',
        file: 'conf/api.py',
        line: 4,
        endLine: 4,
        column: 16,
        option: 'admin_password',
        group: 'api',
      })
      assert.match(String(message), /admin_password/)
      assert.ok(Array.isArray(references) && references.length > 0)
      assert.equal(code, 1)
    }))

  it('prints an empty list as JSON for a folder without options', () =>
    inFolder({ 'a.py': 'x = 1\n', 'b.txt': badModule }, async folder => {
      const { code, out } = await runCli(['review', folder, '--format', 'json'])
      assert.deepEqual((JSON.parse(out) as ReviewDocument).findings, [])
      assert.equal(code, 0)
    }))

  it('colours its text where the terminal wants that, and not the JSON', () =>
    inFolder({ 'api.py': badModule }, async folder => {
      const text = await runCli(['review', '.'], folder, true)
      assert.ok(text.out.includes('\u001b[33mwarning\u001b[39m'))
      assert.ok(!(await runCli(['review', '.'], folder)).out.includes('\u001b'))
      assert.ok(!(await runCli(['review', '.', '--format', 'json'], folder, true)).out.includes('\u001b'))
    }))

  it('reviews the working directory when no path is given', () =>
    inFolder({ 'api.py': badModule }, async folder => {
      assert.match((await runCli(['review'], folder)).out, /^api\.py:4:16: warning secret-not-marked: /)
    }))

  it('reports a file once that two paths lead to', () =>
    inFolder({ 'conf/api.py': badModule }, async folder => {
      const args = ['review', 'conf/api.py', 'conf', '.', '--min-severity', 'warning']
      assert.match((await runCli(args, folder)).out, /\n1 finding /)
    }))

  it('looks into a hidden folder that a path leads through, and not into one below it', () =>
    inFolder(
      { '.cache/nova/conf/api.py': badModule, '.cache/nova/.tox/api.py': badModule, 'a.py': '' },
      async folder => {
        const args = ['--min-severity', 'warning']
        assert.match((await runCli(['review', '.cache/nova', ...args], folder)).out, /\n1 finding /)
        assert.equal((await runCli(['review', '.', ...args], folder)).code, 0)
      },
    ))
})

describe('nova-config-review rules', () => {
  it('prints the catalogue', async () => {
    const { code, out } = await runCli(['rules'])
    assert.match(out, /^secret-not-marked +warning +\S/m)
    assert.equal(code, 0)
  })

  it('prints the page of a rule', async () => {
    assert.equal((await runCli(['rules', 'secret-not-marked'])).out, '# secret-not-marked\n')
  })

  it('says that there is no such rule', async () => {
    assert.deepEqual(await runCli(['rules', 'nonsense']), {
      code: 2,
      out: '',
      err: "error: no rule is called 'nonsense'\n",
    })
  })
})
