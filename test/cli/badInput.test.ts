import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { badModule, inFolder } from './folder'
import { runCli } from './runCli'

describe('The command line, on bad usage', () => {
  const usages: readonly (readonly [string[], RegExp])[] = [
    [['review', 'nowhere'], /^error: cannot read nowhere: no such file or folder\n$/],
    [['inventory', 'nowhere'], /^error: cannot read nowhere: no such file or folder\n$/],
    [['review', '--format', 'xml'], /^error: .*--format.*'xml' is invalid.*text, json.*\n$/],
    [['review', '--min-severity', 'fatal'], /^error: .*'fatal' is invalid.*hint, information, warning, error.*\n$/],
    [['review', '--nonsense'], /^error: unknown option '--nonsense'\n$/],
    [['nonsense'], /^error: unknown command 'nonsense'\n$/],
  ]
  for (const [args, said] of usages) {
    it(`exits with 2 and one line for: ${args.join(' ')}`, async () => {
      const { code, out, err } = await runCli(args)
      assert.match(err, said)
      assert.equal(out, '')
      assert.equal(code, 2)
    })
  }

  it('exits with 2 and the usage without a command', async () => {
    const { code, err } = await runCli([])
    assert.match(err, /^Usage: nova-config-review /)
    assert.equal(code, 2)
  })

  it('prints help and version on stdout and exits with 0', async () => {
    const help = await runCli(['review', '--help'])
    assert.match(help.out, /^Usage: nova-config-review review /)
    assert.deepEqual([help.code, help.err], [0, ''])
    assert.match((await runCli(['--version'])).out, /^\d+\.\d+\.\d+\n$/)
  })
})

describe('The command line, on bad files', () => {
  /** Reviews a folder of the file and a good neighbour, which must be served whatever the file is like. */
  async function review(content: string | Uint8Array): Promise<{ first: string; err: string }> {
    return inFolder({ 'a.py': content, 'neighbour.py': badModule }, async folder => {
      const { out, err } = await runCli(['review', '.', '--min-severity', 'warning'], folder)
      assert.match(out, /^neighbour\.py:4:16: warning secret-not-marked: /m)
      return { first: out.split('\n')[0] ?? '', err }
    })
  }
  const found = /^a\.py:4:16: warning secret-not-marked: /

  it('leaves out a binary file with one warning', async () => {
    const { err } = await review(Uint8Array.from([0x7f, 0x45, 0x4c, 0x46, 0, 0, 1, 2, 255]))
    assert.equal(err, 'warning: a.py cannot be read: it is no text\n')
  })

  it('reads UTF-8 with a byte order mark', async () => {
    assert.match((await review(`\ufeff${badModule}`)).first, found)
  })

  it('reads the encoding that a coding comment names', async () => {
    const text = `# -*- coding: latin-1 -*-\n${badModule.slice(badModule.indexOf('\n') + 1)}from oslo_config import cfg\n# \xe9\n`
    assert.equal((await review(Buffer.from(text, 'latin1'))).err, '')
  })

  it('reads bytes that are not UTF-8 all the same', async () => {
    const bytes = Buffer.concat([Buffer.from(badModule), Buffer.from([0x23, 0xe9, 0xff, 0x0a])])
    const { first, err } = await review(bytes)
    assert.match(first, found)
    assert.equal(err, 'warning: a.py is not all utf-8\n')
  })

  it('says so when a file is in an encoding that could hide what Python runs', async () => {
    const { err } = await review(`# coding: utf-7\n${badModule}`)
    assert.equal(err, 'warning: a.py is read as UTF-8: the encoding "utf-7" is not known here\n')
  })

  it('reads on behind a comment that ends with \\r alone', async () => {
    assert.match((await review(`# Options\r${badModule.replaceAll('\n', '\r')}`)).first, /^a\.py:5:16: warning /)
  })

  it('counts lines that end with \\r\\n', async () => {
    assert.match((await review(badModule.replaceAll('\n', '\r\n'))).first, found)
  })

  it('goes on after a module that is half typed', async () => {
    assert.equal((await review("from oslo_config import cfg\nopts = [cfg.StrOpt('a', help='")).err, '')
  })

  it('goes on after ten megabytes', async () => {
    const { err } = await review(`${badModule}#${'x'.repeat(10_000_000)}\n`)
    assert.equal(err, 'warning: a.py is left out: it has more than 2097152 characters\n')
  })

  it('warns of a link that leads nowhere only when it is named, and leaves pipes alone', () =>
    inFolder({ 'good.py': badModule }, async folder => {
      symlinkSync('nowhere', join(folder, 'link.py'))
      symlinkSync('.', join(folder, 'circle'))
      execFileSync('mkfifo', [join(folder, 'pipe.py')])
      const { code, err } = await runCli(['review', '.'], folder)
      assert.deepEqual([code, err], [1, ''])
      const named = await runCli(['review', 'link.py'], folder)
      assert.deepEqual([named.code, named.err], [2, 'error: cannot read link.py: no such file or folder\n'])
    }))

  it('exits with 2 when a file that was named cannot be read as text', () =>
    inFolder({ 'a.py': 'x\0y' }, async folder => {
      const { code, err } = await runCli(['review', 'a.py'], folder)
      assert.deepEqual([code, err], [2, 'error: cannot read a.py: it is no text\n'])
    }))
})
