import assert from 'node:assert/strict'
import { join } from 'node:path'
import { novaEntries } from '../../server/src/engine/index'
import { runCli } from '../cli/runCli'
import { cacheFolder } from './sources'

interface Declared {
  readonly name: string
  readonly group: string | readonly string[] | null
}

describe('What is known of options of Nova', () => {
  it('speaks of options that exist, other than those of releases after the corpus', async () => {
    const { err, out } = await runCli(['inventory', '--format', 'json', join(cacheFolder, 'nova', 'nova', 'conf')])
    assert.equal(err, '')
    const declared = new Set(
      (JSON.parse(out) as readonly Declared[]).flatMap(({ name, group }) =>
        [group ?? []].flat().map(one => `[${one}] ${name}`),
      ),
    )
    const gone = novaEntries.filter(({ group, name, since }) => {
      return since === undefined && !declared.has(`[${group}] ${name}`)
    })
    assert.deepEqual(
      gone.map(({ group, name }) => `[${group}] ${name}`),
      [],
    )
  })
})
