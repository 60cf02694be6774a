import assert from 'node:assert/strict'
import type { InventoryResult } from '../../server/src/protocol'
import { client, shopFiles as files } from './shop'
import { TestClient } from './testClient'

const settings = { minimumSeverity: 'hint' }

/** Waits until the squiggles of a file that declares nothing are there, or are others. */
async function until(what: string, test: () => Promise<boolean>, server: TestClient): Promise<void> {
  for (let seen = -1; !(await test());) {
    const { refreshes } = server.ledger
    if (refreshes === seen) await server.ledger.until(what, () => server.ledger.refreshes > seen)
    seen = server.ledger.refreshes
  }
}

describe('What a file reads', () => {
  it('is judged once everything has been read, moves along while somebody types, and can be mended', async () => {
    const server = await TestClient.ready({ files, settings })
    const document = await server.open('nova/client.py', client)
    const told = async (): Promise<string[]> =>
      (await document.diagnostics()).map(({ code, range: { start } }) => `${String(start.line)} ${String(code)}`)
    await until('the squiggles', async () => (await told()).length > 0, server)
    assert.deepEqual(await told(), ['8 secret-reaches-log', '9 unknown-option-read'])
    await document.replace('LOG = ', '\n\nLOG = ')
    assert.deepEqual(await told(), ['10 secret-reaches-log', '11 unknown-option-read'])
    const unknown = (await document.diagnostics()).filter(({ code }) => code === 'unknown-option-read')
    const [fix] = await document.actions(unknown)
    assert.equal(fix?.title, "Change to 'address'")
    await document.replace('CONF.shop.adress', 'CONF.shop.address')
    assert.deepEqual(await told(), ['10 secret-reaches-log'])
    await document.replace("'with %s', CONF.shop.password", "'with %s', CONF.shop.pasword")
    await until('the other squiggle', async () => (await told()).join() === '10 unknown-option-read', server)
    await server.stop()
  })

  it('counts among the findings of the project', async () => {
    const server = await TestClient.ready({ files, settings })
    const params = { groupBy: 'severity', findingsOnly: true, securityRelevantOnly: false, hideKnown: false }
    const found = async (): Promise<string[]> => {
      const { sections } = await server.connection.sendRequest<InventoryResult>('novaConfigReview/inventory', params)
      return sections.flatMap(({ findings }) => findings.map(({ subject, rule }) => `${subject} ${rule}`))
    }
    await server.ledger.until('the warning', () => (server.ledger.inventories.at(-1)?.summary.warning ?? 0) > 0)
    const own = (await found()).filter(each => each.startsWith('nova/client.py'))
    assert.deepEqual(own, ['nova/client.py secret-reaches-log', 'nova/client.py unknown-option-read'])
    await server.stop()
  })
})
