import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { rmSync } from 'node:fs'
import { CORE_SCHEMA, load } from 'js-yaml'
import { textOf } from '../repo/tree'
import { badModule, goodModule } from './folder'
import { inRepository } from './repository'
import { runCli } from './runCli'

/** The commands that docs/gates.md has people run, without what hands their output on. */
function commandsIn(page: string): string[] {
  const blocks = [...page.matchAll(/^```yaml\n([^]*?)^```/gm)].map(([, text = '']) => text)
  for (const block of blocks) load(block, { schema: CORE_SCHEMA })
  return blocks.flatMap(block =>
    [...block.matchAll(/nova-config-review (review [^\n>]*)/g)].map(([, args = '']) => args.trim()),
  )
}

describe('The commands of the page on gates', () => {
  it('end with 0 where nothing is found, with 1 where a change brings something, and print what the gates read', async () => {
    const commands = commandsIn(textOf('docs/gates.md'))
    assert.equal(commands.length, 2)
    await inRepository(async ({ folder, commit }) => {
      commit({ 'nova/conf/api.py': goodModule })
      const clone = `${folder}-clone`
      try {
        execFileSync('git', ['clone', '--quiet', folder, clone])
        for (const command of commands) {
          const args = command.replace('{{ zuul.branch }}', 'master').split(/\s+/)
          assert.equal((await runCli(args, clone)).code, 0, command)
        }
        commit({ 'nova/conf/api.py': badModule })
        execFileSync('git', ['fetch', '--quiet'], { cwd: clone })
        execFileSync('git', ['checkout', '--quiet', '--detach', 'origin/master'], { cwd: clone })
        execFileSync('git', ['update-ref', 'refs/remotes/origin/master', 'HEAD~1'], { cwd: clone })
        for (const command of commands) {
          const { code, out } = await runCli(command.replace('{{ zuul.branch }}', 'master').split(/\s+/), clone)
          assert.equal(code, 1, command)
          const told = JSON.parse(out) as { runs?: unknown[]; zuul?: { file_comments: Record<string, unknown[]> } }
          assert.equal(told.runs?.length ?? told.zuul?.file_comments['nova/conf/api.py']?.length, 1)
        }
      } finally {
        rmSync(clone, { recursive: true, force: true })
      }
    })
  })

  it('have their counterpart in the hook, which gets the names of files', () =>
    inRepository(async ({ folder, write }) => {
      const [hook] = load(textOf('.pre-commit-hooks.yaml'), { schema: CORE_SCHEMA }) as {
        entry: string
        files: string
      }[]
      const [program, ...args] = hook!.entry.split(' ')
      assert.equal(program, 'nova-config-review')
      assert.match('nova/conf/api.py', new RegExp(hook!.files))
      write({ 'nova/conf/api.py': badModule, 'nova/conf/base.py': goodModule })
      const { code, out } = await runCli([...args, 'nova/conf/api.py', 'nova/conf/base.py'], folder)
      assert.equal(code, 1)
      assert.match(out, /nova\/conf\/api\.py:\d+:\d+: warning secret-not-marked/)
    }))
})
