import { deepStrictEqual } from 'node:assert/strict'
import { TestClient } from './testClient'

describe('A secret in an open configuration file', () => {
  it('is told as long as others may read the file, for all that the host can tell', async () => {
    let mode: number | undefined = 0o644
    let isTracked: boolean | undefined = false
    const fileAccess = (uris: readonly string[]) => Promise.resolve(uris.map(file => ({ file, mode, isTracked })))
    const client = await TestClient.ready({ settings: {}, fileAccess })
    const document = await client.open('nova.conf', '[neutron]\npassword = words\n', 'oslo-config')
    const told = async () => (await document.diagnostics()).map(({ code, range }) => [code, range.start.line])
    deepStrictEqual(await told(), [['secret-exposed', 1]])
    mode = 0o640
    deepStrictEqual(await told(), [])
    isTracked = true
    deepStrictEqual(await told(), [['secret-exposed', 1]])
    await document.replace('words', 'NEUTRON_PASS')
    deepStrictEqual(await told(), [])
    await document.replace('NEUTRON_PASS', 'words')
    ;[mode, isTracked] = [undefined, undefined]
    deepStrictEqual(await told(), [])
    await client.stop()
  })

  it('is nothing that is said where the host sees no files', async () => {
    const client = await TestClient.ready({ settings: {} })
    const document = await client.open('nova.conf', '[neutron]\npassword = words\n', 'oslo-config')
    deepStrictEqual(await document.diagnostics(), [])
    await client.stop()
  })
})
