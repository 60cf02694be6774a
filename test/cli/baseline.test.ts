import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { badModule, goodModule, inFolder } from './folder'
import { type CliResult, runCli } from './runCli'

const config = '.nova-config-review/config.json'
const baseline = '.nova-config-review/baseline.json'
const otherModule = badModule.replaceAll('api', 'other')

const write = (folder: string, ...args: string[]): Promise<CliResult> =>
  runCli(['review', '--write-baseline', ...args], folder)

/** The groups whose password a baseline knows. */
function known(folder: string, file = baseline): (string | undefined)[] {
  const { known } = JSON.parse(readFileSync(join(folder, file), 'utf8')) as {
    known: { group?: string; findings: { rule: string }[] }[]
  }
  return known
    .filter(({ findings }) => findings.some(({ rule }) => rule === 'secret-not-marked'))
    .map(({ group }) => group)
}

describe('review --write-baseline keeps what it did not see gone', () => {
  const files = { 'conf/api.py': badModule, 'conf/other.py': otherModule }

  it('of a file that cannot be read, and says so', () =>
    inFolder(files, async folder => {
      await write(folder)
      writeFileSync(join(folder, 'conf', 'api.py'), goodModule)
      writeFileSync(join(folder, 'conf', 'other.py'), 'x\0y')
      const { out, code } = await write(folder)
      assert.equal(code, 0)
      assert.match(
        out,
        /^Recorded \d+ findings? in .*\. What it said of 1 file that could not be read wholly stays\.\n$/,
      )
      assert.deepEqual(known(folder), ['other'])
    }))

  it('of a file that is only read in part', () =>
    inFolder(files, async folder => {
      await write(folder)
      writeFileSync(join(folder, 'conf', 'other.py'), `${otherModule}#${'x'.repeat(3_000_000)}\n`)
      await write(folder)
      assert.deepEqual(known(folder), ['api', 'other'])
    }))

  it('of files that settings leave out, and of rules that are off', () =>
    inFolder(files, async folder => {
      await write(folder)
      for (const settings of [{ exclude: ['conf/other.py'] }, { rules: { 'secret-not-marked': 'off' } }]) {
        writeFileSync(join(folder, config), JSON.stringify(settings))
        await write(folder)
        assert.deepEqual(known(folder), ['api', 'other'], JSON.stringify(settings))
      }
    }))

  it('but nothing of a file that is gone', () =>
    inFolder(files, async folder => {
      await write(folder)
      rmSync(join(folder, 'conf', 'other.py'))
      await write(folder)
      assert.deepEqual(known(folder), ['api'])
    }))

  it('of the copies of an option that lie outside of the PATH', () =>
    inFolder({ 'a/api.py': badModule, 'b/api.py': badModule }, async folder => {
      await write(folder)
      const before = readFileSync(join(folder, baseline), 'utf8')
      await write(folder, 'a')
      await write(folder, 'b')
      assert.equal(readFileSync(join(folder, baseline), 'utf8'), before)
    }))

  it('in a folder within another, whichever is named first', () => {
    const inner = `sub/${baseline}`
    const nested = { [config]: '{}', [`sub/${config}`]: '{}', 'api.py': badModule, 'sub/other.py': otherModule }
    return inFolder(nested, async folder => {
      await write(folder, '.')
      await write(folder, 'sub')
      for (const paths of [
        ['.', 'sub'],
        ['sub', '.'],
      ]) {
        assert.equal((await write(folder, ...paths)).code, 0)
        assert.deepEqual([known(folder), known(folder, inner)], [['api', 'other'], ['other']], paths.join(' '))
      }
    })
  })

  it('of each of two folders that share a file', () => {
    const two = { [`r1/${config}`]: '{}', 'r1/a.py': badModule, [`r2/${config}`]: '{}', 'r2/b.py': otherModule }
    return inFolder(two, async folder => {
      const shared = ['r1', 'r2', '--baseline', 'both.json']
      await write(folder, ...shared)
      assert.deepEqual(known(folder, 'both.json'), ['api', 'other'])
      const { out, code } = await runCli(['review', ...shared], folder)
      assert.match(out, /^No findings\. .* \d+ findings known\.\n$/)
      assert.equal(code, 0)
    })
  })

  it('of everything else where the PATH only begins like one outside', () =>
    inFolder({ ...files, '..new/third.py': badModule.replaceAll('api', 'third') }, async folder => {
      await write(folder, '.', '..new')
      await write(folder, '..new')
      assert.deepEqual(known(folder), ['api', 'other', 'third'])
    }))
})

describe('review --write-baseline refuses in one line, and leaves everything as it is', () => {
  const refuses = async (folder: string, said: RegExp, ...args: string[]): Promise<void> => {
    const { code, out, err } = await write(folder, ...args)
    assert.match(err, said)
    assert.deepEqual([code, out, err.split('\n').length], [2, '', 2])
  }

  const contents: Record<string, [string, RegExp]> = {
    'no JSON': ['#!/bin/sh\n', /^error: known\.json:1:1: This is no JSON: .*\n$/],
    'other JSON': ['{ "rules": {} }', /^error: known\.json:1:1: "version" is missing here\.\n$/],
    'an empty file': ['', /^error: known\.json:1:1: The file is empty\.\n$/],
    'a merge conflict': [
      '{\n  "version": 1,\n  "known": [\n<<<<<<< HEAD\n=======\n>>>>>>> theirs\n  ]\n}\n',
      /^error: known\.json:4:1: There is a merge conflict here: resolve it first\.\n$/,
    ],
    'a version to come': [
      '{ "version": 2, "known": [] }',
      /^error: known\.json:1:14: Only version 1 of a baseline is known here\.\n$/,
    ],
  }
  for (const [what, [text, said]] of Object.entries(contents)) {
    it(`over ${what}`, () =>
      inFolder({ 'api.py': badModule, 'known.json': text }, async folder => {
        await refuses(folder, said, '--baseline', 'known.json')
        assert.equal(readFileSync(join(folder, 'known.json'), 'utf8'), text)
      }))
  }

  it('in a place that settings of a repository may not name', () =>
    inFolder({ 'api.py': badModule, 'hook.json': '{}' }, async folder => {
      mkdirSync(join(folder, '.nova-config-review'))
      for (const place of [
        '../.git/hooks/pre-commit',
        '../hook.json',
        'known',
        'config.json',
        '..\\x.json',
        '/x.json',
      ]) {
        writeFileSync(join(folder, config), JSON.stringify({ baseline: place }))
        const message = 'This has to be the path of another .json file in the folder of this one.'
        await refuses(folder, new RegExp(`^error: ${config}:1:13: ${message}\n$`))
        assert.equal((await runCli(['review'], folder)).code, 2)
      }
      writeFileSync(join(folder, config), '{ "baseline": "sub/known.json" }')
      assert.equal((await write(folder)).code, 0)
      assert.ok(existsSync(join(folder, '.nova-config-review/sub/known.json')))
    }))

  it('through a link, to a file or of a folder, unless the folder is one of the workspace', () =>
    inFolder({ 'r/api.py': badModule, 'r/team/x': '', 'outside/x': '' }, async folder => {
      const root = join(folder, 'r')
      const at = (name: string): string => join(root, name)
      symlinkSync(join(folder, 'outside'), at('.nova-config-review'))
      await refuses(root, /^error: cannot write .*baseline\.json: \.nova-config-review is a link out of the folder\n$/)
      rmSync(at('.nova-config-review'))
      symlinkSync('nowhere', at('.nova-config-review'))
      await refuses(root, /: \.nova-config-review is a link out of the folder\n$/)
      rmSync(at('.nova-config-review'))
      symlinkSync('team', at('.nova-config-review'))
      assert.equal((await write(root)).code, 0)
      rmSync(at('team/baseline.json'))
      symlinkSync('../../outside/new.json', at('team/baseline.json'))
      await refuses(root, /^error: cannot write .*baseline\.json: it is a link\n$/)
      assert.deepEqual(readdirSync(join(folder, 'outside')), ['x'])
    }))

  it('to what is no file or has another name, whoever names it', () =>
    inFolder({ 'api.py': badModule }, async folder => {
      execFileSync('mkfifo', [join(folder, 'pipe.json')])
      for (const name of ['pipe.json', '/dev/full', '.']) {
        await refuses(folder, /^error: cannot read .*: it is (no regular file|a folder)\n$/, '--baseline', name)
      }
      await refuses(folder, /^error: cannot write known: its name has to end in \.json\n$/, '--baseline', 'known')
      assert.deepEqual(readdirSync(folder), ['api.py', 'pipe.json'])
    }))

  it('where no folder can be made', () =>
    inFolder({ 'api.py': badModule, file: '' }, folder =>
      refuses(folder, /^error: cannot write file\/known\.json: E(NOTDIR|EXIST)\n$/, '--baseline', 'file/known.json'),
    ))

  it('all files, where one of them may not be written', () =>
    inFolder({ [`r1/${config}`]: '{}', 'r1/a.py': badModule, [`r2/${config}`]: '{}' }, async folder => {
      symlinkSync('nowhere', join(folder, 'r2', baseline))
      await refuses(folder, /: it is a link\n$/, 'r1', 'r2')
      assert.ok(!existsSync(join(folder, 'r1', baseline)))
    }))
})

describe('review --write-baseline puts a new file in the place of the old one', () => {
  it('with the same permissions, and leaves nothing else', () =>
    inFolder({ 'api.py': badModule }, async folder => {
      await write(folder)
      chmodSync(join(folder, baseline), 0o640)
      writeFileSync(join(folder, 'api.py'), otherModule)
      await write(folder)
      assert.deepEqual(known(folder), ['other'])
      assert.equal(statSync(join(folder, baseline)).mode & 0o777, 0o640)
      assert.deepEqual(readdirSync(join(folder, '.nova-config-review')), ['baseline.json'])
    }))

  it('whatever its name is: one that leaves no room for another name beside it', () =>
    inFolder({ 'api.py': badModule }, async folder => {
      const name = `${'n'.repeat(250)}.json`
      assert.equal((await write(folder, '--baseline', name)).code, 0)
      renameSync(join(folder, name), join(folder, 'known.json'))
      assert.deepEqual(known(folder, 'known.json'), ['api'])
    }))
})
