import assert from 'node:assert/strict'
import type { SymbolInformation } from 'vscode-languageserver-protocol'
import { apiModule, twoPasswords } from './samples'
import { TestClient, root } from './testClient'

describe('symbols', () => {
  it('nest the options of a file under their groups', async () => {
    const client = await TestClient.ready()
    const symbols = await (await client.open('api.py', apiModule)).symbols()
    assert.deepEqual(
      symbols.map(({ name, detail, kind, tags }) => [name, detail, kind, tags]),
      [['[api]', 'API options', 3, undefined]],
    )
    const { children = [], range, selectionRange } = symbols[0]!
    assert.deepEqual(
      children.map(({ name, detail, kind, tags }) => [name, detail, kind, tags]),
      [
        ['admin_password', 'StrOpt', 7, undefined],
        ['workers', 'IntOpt = 4', 7, undefined],
        ['old_switch', 'BoolOpt = False', 7, [1]],
      ],
    )
    assert.deepEqual(children[1]?.selectionRange, {
      start: { line: 7, character: 15 },
      end: { line: 7, character: 24 },
    })
    assert.deepEqual(selectionRange.start, { line: 2, character: 25 })
    assert.deepEqual([range.start.line, range.end.line], [2, 24])
    await client.stop()
  })

  it('stand under a group that is declared elsewhere, or under none where it is not known', async () => {
    const client = await TestClient.ready()
    const text = twoPasswords.replace('def list_opts', "other = [cfg.StrOpt('loose')]\n\n\ndef list_opts")
    const symbols = await (await client.open('two.py', text)).symbols()
    assert.deepEqual(
      symbols.map(({ name, children }) => [name, children?.map(child => child.name)]),
      [
        ['[service]', ['admin_password', 'proxy_password']],
        ['loose', undefined],
      ],
    )
    await client.stop()
  })

  it('are found alike by group and name in any spelling, and shown as they were asked for', async () => {
    const client = await TestClient.ready({ files: { 'nova/conf/api.py': apiModule } })
    const find = async (query: string) => {
      const found = await client.connection.sendRequest<SymbolInformation[]>('workspace/symbol', { query })
      return found.map(({ name, containerName }) => [name, containerName])
    }
    assert.deepEqual(await find('[api] old_switch'), [['[api] old_switch', undefined]])
    assert.deepEqual(await find('api old'), [['[api] old_switch', undefined]])
    assert.deepEqual(await find('api.old_switch'), [['api.old_switch', undefined]])
    assert.deepEqual(await find('old_switch'), [['old_switch', '[api]']])
    assert.deepEqual(await find('OLD-switch'), [['old_switch', '[api]']])
    assert.deepEqual(await find('cinder.old_switch'), [])
    await client.stop()
  })

  it('finds options of the whole workspace by letters of their group and name', async () => {
    const client = await TestClient.ready({
      files: { 'nova/conf/api.py': apiModule, 'nova/conf/two.py': twoPasswords },
    })
    const find = (query: string) => client.connection.sendRequest<SymbolInformation[]>('workspace/symbol', { query })
    assert.deepEqual(
      (await find('pass')).map(({ name, containerName }) => [name, containerName]),
      [
        ['admin_password', '[api]'],
        ['admin_password', '[service]'],
        ['proxy_password', '[service]'],
      ],
    )
    const [workers, ...others] = await find('api wrk')
    assert.equal(workers?.location.uri, `${root}/nova/conf/api.py`)
    assert.deepEqual(others, [])
    assert.equal((await find('')).length, 5)
    await client.stop()
  })
})
