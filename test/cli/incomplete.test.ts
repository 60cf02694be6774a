import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { badModule, goodModule, inFolder } from './folder'
import { runCli } from './runCli'

/** Steps that nobody waits for, and then an option. */
const tooLong = `from oslo_config import cfg
for a in range(1000):
    for b in range(1000):
        c = [a, b]
${badModule}`

describe('What is not read wholly', () => {
  const files: readonly (readonly [what: string, content: string | Uint8Array, reason: RegExp])[] = [
    ['a file whose statements take too long', tooLong, /is read in part: following its statements would take too long/],
    ['a file that is too large', `${badModule}${'# a line\n'.repeat(250_000)}`, /2097152|too large|2 MiB/],
    ['a file in an encoding that is not known', `# coding: utf-7\n${badModule}`, /the encoding "utf-7" is not known/],
    ['a file that is no text', Uint8Array.from([0x7f, 0x45, 0, 1]), /it is no text/],
  ]
  for (const [what, content, reason] of files) {
    it(`fails the review and is told in every format: ${what}`, () =>
      inFolder({ 'good.py': goodModule, 'strange.py': content }, async folder => {
        const text = await runCli(['review', '.', '--min-severity', 'warning'], folder)
        assert.equal(text.code, 2)
        assert.match(text.err, reason)
        assert.match(text.out, /\nNot read wholly: strange\.py\.\n$/)
        const json = await runCli(['review', '.', '--format', 'json'], folder)
        assert.equal(json.code, 2)
        const { incomplete } = JSON.parse(json.out) as { incomplete: { file: string; reason: string }[] }
        assert.deepEqual(
          incomplete.map(one => one.file),
          ['strange.py'],
        )
        assert.match(incomplete[0]?.reason ?? '', reason)
        const inventory = await runCli(['inventory', '.', '--format', 'json'], folder)
        assert.equal(inventory.code, 2)
        assert.match(inventory.out, /\{"file": "strange\.py", "line": 1, "incomplete": "/)
      }))
  }

  it('fails nothing where that is allowed', () =>
    inFolder({ 'good.py': goodModule, 'strange.py': tooLong }, async folder => {
      const args = ['review', '.', '--min-severity', 'warning', '--allow-incomplete']
      const { code, out } = await runCli(args, folder)
      assert.match(out, /Not read wholly: strange\.py\./)
      assert.equal(code, 0)
      assert.equal((await runCli(['inventory', '.', '--allow-incomplete'], folder)).code, 0)
    }))

  it('reads a linked file, once', () =>
    inFolder({ 'elsewhere/real.txt': badModule, 'tree/good.py': goodModule }, async folder => {
      symlinkSync('../elsewhere/real.txt', join(folder, 'tree/linked.py'))
      symlinkSync('good.py', join(folder, 'tree/again.py'))
      const { code, out } = await runCli(['review', 'tree', '--min-severity', 'warning'], folder)
      assert.match(out, /^tree\/linked\.py:4:16: warning secret-not-marked: /)
      assert.match(out, /Looked at 4 options in 2 files\./)
      assert.equal(code, 1)
    }))

  it('counts a linked folder that it does not follow', () =>
    inFolder({ 'elsewhere/a.py': badModule, 'tree/good.py': goodModule }, async folder => {
      symlinkSync('../elsewhere', join(folder, 'tree/linked'))
      const { code, out, err } = await runCli(['review', 'tree'], folder)
      assert.match(err, /^warning: tree\/linked is a link to a folder that is not read/)
      assert.match(out, /Not read wholly: tree\/linked\./)
      assert.equal(code, 2)
      const both = await runCli(['review', 'tree', 'elsewhere', '--min-severity', 'warning'], folder)
      assert.deepEqual([both.code, both.err], [1, ''])
    }))

  it('is no "No findings": a place without a Python file', () =>
    inFolder({ 'README.md': '' }, async folder => {
      const { code, out, err } = await runCli(['review'], folder)
      assert.deepEqual([code, out], [2, ''])
      assert.match(err, /^error: .*no Python file/i)
    }))

  it('says so when there is no option', () =>
    inFolder({ 'a.py': 'x = 1\n' }, async folder => {
      const { code, out } = await runCli(['review'], folder)
      assert.deepEqual([code, out], [0, 'No findings: 1 Python file and not one option.\n'])
    }))

  it('takes a path by its letters, whatever they mean elsewhere', () =>
    inFolder({}, async folder => {
      for (const name of ['\\d', '[ab]', '{a,b}', '!a', '(a)', '*', 'a b']) {
        mkdirSync(join(folder, name))
        writeFileSync(join(folder, name, 'a.py'), badModule)
        const { code, out } = await runCli(['review', name, '--min-severity', 'warning'], folder)
        assert.match(out, /\n1 finding \(1 warning\)/, name)
        assert.equal(code, 1, name)
      }
      assert.equal((await runCli(['review', '\\w'], folder)).code, 2)
    }))
})

describe('What is no regular file', () => {
  it('is refused as a PATH, in one line', () =>
    inFolder({ 'a.py': goodModule }, async folder => {
      execFileSync('mkfifo', [join(folder, 'pipe.py')])
      symlinkSync('/dev/zero', join(folder, 'zero.py'))
      for (const path of ['pipe.py', 'zero.py', '/dev/zero']) {
        const { code, err } = await runCli(['review', path], folder)
        assert.deepEqual([code, err], [2, `error: cannot read ${path}: it is no regular file\n`])
      }
      assert.equal((await runCli(['review', '.', '--min-severity', 'warning'], folder)).code, 0)
    }))

  it('is refused as a file of settings, in one line', () =>
    inFolder({ 'a.py': goodModule, '.nova-config-review/x.json': '{}' }, async folder => {
      const config = join(folder, '.nova-config-review', 'config.json')
      symlinkSync('/dev/zero', config)
      const { code, err } = await runCli(['review'], folder)
      assert.equal(code, 2)
      assert.match(err, /^error: cannot read .*config\.json: it is no regular file\n$/)
    }))
})

describe('Settings that are far too much', () => {
  const configs: readonly (readonly [what: string, text: () => string, said: RegExp])[] = [
    ['deep', () => `{"rules":${'['.repeat(3000)}${']'.repeat(3000)}}`, /nested too deep/],
    ['long', () => `{"${'a'.repeat(20_000_000)}": 1}`, /bytes or more, and no more than \d+ are read/],
    ['rather long', () => `{"${'a'.repeat(2_000_000)}": 1}`, /has 2000007 characters, and no more than \d+ are read/],
    [
      'wide',
      () => `{${Array.from({ length: 30_000 }, (_, i) => `"minimumSeverit${i}":1`).join(',')}}`,
      /"minimumSeverit0" is not known here\. Did you mean "minimumSeverity"\?/,
    ],
  ]
  for (const [what, text, said] of configs) {
    it(`are refused in one line: ${what}`, () =>
      inFolder({ 'a.py': goodModule, '.nova-config-review/config.json': text() }, async folder => {
        const { code, err } = await runCli(['review'], folder)
        assert.equal(code, 2)
        assert.match(err, said)
        assert.match(err, /^error: [^\n]{1,400}\n$/)
      }))
  }
})
