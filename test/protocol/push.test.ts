import assert from 'node:assert/strict'
import { apiModule } from './samples'
import { TestClient, pullingClient } from './testClient'

const pushed = { ...pullingClient, textDocument: {} }

describe('a client without pull', () => {
  it('gets diagnostics pushed: on opening, on typing and none after closing', async () => {
    const client = await TestClient.ready({ capabilities: pushed })
    const { published } = client.ledger
    const document = await client.open('api.py', apiModule)
    const codes = (): unknown[] | undefined => published.at(-1)?.diagnostics.map(({ code }) => code)
    await client.ledger.until('the squiggle', () => codes()?.[0] === 'secret-not-marked')
    assert.equal(published.at(-1)?.version, 1)
    await document.replace('admin_password', 'admin_name')
    await client.ledger.until('no squiggle', () => codes()?.length === 0)
    assert.equal(published.at(-1)?.version, 2)
    await document.replace('admin_name', 'admin_password')
    await client.ledger.until('the squiggle again', () => codes()?.length === 1)
    await document.close()
    await client.ledger.until('an empty list', () => published.at(-1)?.diagnostics.length === 0)
    assert.equal(client.ledger.refreshes, 0)
    await client.stop()
  })

  it('hears of nothing twice', async () => {
    const client = await TestClient.ready({ capabilities: pushed })
    await client.open('api.py', apiModule)
    await client.ledger.until('the squiggle', () => client.ledger.published.length === 1)
    await client.connection.sendRequest('novaConfigReview/refresh')
    await client.ledger.until('the announcement', () => client.ledger.inventories.at(-1)?.indexing === false)
    const texts = client.ledger.published.map(({ diagnostics }) => JSON.stringify(diagnostics))
    assert.ok(texts.length <= 3)
    await client.stop()
  })
})
