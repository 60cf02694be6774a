import assert from 'node:assert/strict'
import type { SymbolInformation } from 'vscode-languageserver-protocol'
import { apiModule, twoPasswords } from './samples'
import { TestClient, root } from './testClient'

describe('symbols', () => {
  it('lists groups and options of a file in their order', async () => {
    const client = await TestClient.ready()
    const symbols = await (await client.open('api.py', apiModule)).symbols()
    assert.deepEqual(
      symbols.map(({ name, detail, kind, tags }) => [name, detail, kind, tags]),
      [
        ['[api]', 'API options', 3, undefined],
        ['admin_password', 'StrOpt', 7, undefined],
        ['workers', 'IntOpt = 4', 7, undefined],
        ['old_switch', 'BoolOpt = False', 7, [1]],
      ],
    )
    assert.deepEqual(symbols[2]?.selectionRange, { start: { line: 7, character: 15 }, end: { line: 7, character: 24 } })
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
