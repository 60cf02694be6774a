import assert from 'node:assert/strict'
import { cpSync, readdirSync, readFileSync, realpathSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { inRepository } from '../cli/repository'
import { runCli } from '../cli/runCli'
import { declarationIn, novaChanges } from './novaChanges'
import { cacheFolder } from './sources'

interface Told {
  readonly changes: readonly {
    readonly kind: string
    readonly group: string
    readonly option: string
    readonly file: string
  }[]
  readonly incomplete: readonly unknown[]
}

describe("A copy of Debian's Nova with changes of every kind", () => {
  it('is told to have these changes and no others', function () {
    this.timeout(300_000)
    return inRepository(async ({ folder, commit }) => {
      cpSync(realpathSync(join(cacheFolder, 'nova/nova')), join(folder, 'nova'), { recursive: true })
      commit({}, 'As Debian ships it')
      const conf = join(folder, 'nova/conf')
      for (const { file, option, make } of novaChanges) {
        const path = join(conf, file)
        const text = readFileSync(path, 'utf8')
        const { start, end } = declarationIn(text, option)
        writeFileSync(path, `${text.slice(0, start)}${make(text.slice(start, end))}${text.slice(end)}`)
      }
      unlist(join(conf, 'rpc.py'))
      // What changes nothing: comments, a file of another name, another layout.
      for (const file of readdirSync(conf).filter(name => name.endsWith('.py'))) {
        const path = join(conf, file)
        writeFileSync(
          path,
          `# Another comment.\n${readFileSync(path, 'utf8').replaceAll('        default=', '            default = ')}`,
        )
      }
      renameSync(join(conf, 'mks.py'), join(conf, 'screens.py'))
      const init = join(conf, '__init__.py')
      writeFileSync(
        init,
        readFileSync(init, 'utf8')
          .replace('from nova.conf import mks\n', 'from nova.conf import screens\n')
          .replace('mks.register_opts(', 'screens.register_opts('),
      )
      commit({}, 'Changes of every kind')

      const { code, out, err } = await runCli(['diff', 'HEAD~1', 'HEAD', '--format', 'json'], folder)
      assert.deepEqual([code, err], [0, ''])
      const { changes, incomplete } = JSON.parse(out) as Told
      const expected = [...novaChanges.flatMap(({ told }) => told), 'registration [DEFAULT] long_rpc_timeout'].sort()
      assert.ok(expected.length >= 60)
      assert.deepEqual(changes.map(({ kind, group, option }) => `${kind} [${group}] ${option}`).sort(), expected)
      assert.deepEqual(incomplete, [])
    })
  })
})

/** Takes what a module declares out of what it lists. */
function unlist(path: string): void {
  const text = readFileSync(path, 'utf8')
  const after = text.replace(/^def list_opts\(\):\n[^]*?(?=^\S|(?![^]))/m, 'def list_opts():\n    return {}\n')
  assert.notEqual(after, text)
  writeFileSync(path, after)
}
