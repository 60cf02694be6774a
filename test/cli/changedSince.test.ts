import assert from 'node:assert/strict'
import { badModule, goodModule } from './folder'
import { inRepository } from './repository'
import { runCli } from './runCli'

const told = async (folder: string, ...args: readonly string[]): Promise<string[]> => {
  const { out, err } = await runCli(['review', ...args, '--format', 'json'], folder)
  assert.equal(err, '')
  const { findings } = JSON.parse(out) as { findings: { rule: string; file: string; option: string }[] }
  return findings.map(({ file, rule, option }) => `${file} ${rule} ${option}`)
}

const linesIn = (out: string): unknown[] => {
  const { zuul } = JSON.parse(out) as { zuul: { file_comments: Record<string, { line: number; level: string }[]> } }
  return Object.entries(zuul.file_comments).flatMap(([file, all]) => all.map(({ line, level }) => [file, line, level]))
}

const other = badModule.replace('admin_password', 'other_password')

describe('review --changed-since', () => {
  it('tells what the change brought, not what was there in the files that it touched', () =>
    inRepository(async ({ folder, commit, write }) => {
      commit({ 'nova/conf/api.py': badModule, 'nova/conf/b.py': goodModule.replaceAll("'api'", "'b'") })
      write({
        'nova/conf/api.py': badModule.replace(
          'opts = [\n',
          "opts = [\n    cfg.StrOpt('new_password', help='The password of somebody.'),\n",
        ),
      })
      assert.deepEqual(await told(folder, '--changed-since', 'HEAD'), [
        'nova/conf/api.py secret-not-marked new_password',
      ])
      const { out, code } = await runCli(['review', '--changed-since', 'HEAD'], folder)
      assert.equal(code, 1)
      assert.match(out, /^1 finding .*New since HEAD; \d findings of before not told/m)
    }))

  it('knows findings in files that got another name, and counts copies', () =>
    inRepository(async ({ folder, commit, write }) => {
      commit({ 'conf/a.py': badModule, 'conf/b.py': other.replaceAll("'api'", "'b'") })
      write({ 'conf/a.py': null, 'conf/c.py': badModule })
      assert.deepEqual(await told(folder, '--changed-since', 'master'), [])
      write({ 'conf/d.py': other.replaceAll("'api'", "'b'") })
      assert.deepEqual(await told(folder, 'conf', '--changed-since', 'master'), [
        'd.py secret-not-marked other_password',
      ])
    }))

  it('compares with where the work began, not with what others did meanwhile', () =>
    inRepository(async ({ folder, commit, git }) => {
      commit({ 'a.py': badModule })
      git('checkout', '--quiet', '-b', 'work')
      commit({ 'b.py': other.replaceAll("'api'", "'b'") })
      git('checkout', '--quiet', 'master')
      commit({ 'a.py': goodModule })
      git('checkout', '--quiet', 'work')
      assert.deepEqual(await told(folder, '--changed-since', 'master'), ['b.py secret-not-marked other_password'])
    }))

  it('comments on the lines of a change as Zuul takes it, what is found and what changed for operators', () =>
    inRepository(async ({ folder, commit, write }) => {
      commit({ 'a.py': goodModule })
      write({ 'a.py': badModule })
      const { out } = await runCli(['review', '--changed-since', 'HEAD', '--format', 'zuul'], folder)
      assert.deepEqual(linesIn(out), [['a.py', 4, 'warning']])
      const changes = await runCli(['diff', 'HEAD', '--format', 'zuul'], folder)
      assert.deepEqual(linesIn(changes.out), [['a.py', 4, 'error']])
    }))

  it('is refused where nothing can be compared', () =>
    inRepository(async ({ folder, commit }) => {
      commit({ 'a.py': badModule })
      const { code, out, err } = await runCli(['review', '--changed-since', 'nowhere'], folder)
      assert.deepEqual([code, out], [2, ''])
      assert.match(err, /"nowhere" is no commit, branch or tag here/)
    }))
})
