import assert from 'node:assert/strict'
import { apiModule, sampleSettings, twoPasswords } from './samples'
import { TestClient, root } from './testClient'

const whole = { ...sampleSettings, problems: 'workspace' }
const api = `${root}/nova/conf/api.py`
const two = `${root}/nova/conf/two.py`

/** How many problems the client was told last of a file that is not open. */
const toldOf = (client: TestClient, uri: string): number | undefined =>
  client.ledger.published.findLast(published => published.uri === uri)?.diagnostics.length

describe('Problems of the whole workspace', () => {
  const files = { 'nova/conf/api.py': apiModule, 'nova/conf/two.py': twoPasswords, 'setup.py': 'x = 1\n' }

  it('are told where a person wants them, each file once, and taken back where not', async () => {
    const client = await TestClient.ready({ files })
    assert.equal(client.ledger.published.length, 0)
    await client.changeSettings(whole)
    await client.ledger.until('both files', () => toldOf(client, api) === 1 && toldOf(client, two) === 3)
    await client.connection.sendRequest('novaConfigReview/refresh')
    assert.equal(client.ledger.published.length, 2)
    await client.changeSettings(sampleSettings)
    await client.ledger.until('none', () => toldOf(client, api) === 0 && toldOf(client, two) === 0)
    await client.stop()
  })

  it('leave a file to its editor while it is open', async () => {
    const client = await TestClient.ready({ files, settings: whole })
    await client.ledger.until('the file', () => toldOf(client, two) === 3)
    const document = await client.open('nova/conf/two.py', twoPasswords)
    await client.ledger.until('none', () => toldOf(client, two) === 0)
    assert.equal((await document.diagnostics()).length, 3)
    await document.close()
    await client.ledger.until('the file again', () => toldOf(client, two) === 3)
    await client.stop()
  })

  it('are all or those of open files: another word is told to be a mistake', async () => {
    const client = await TestClient.ready({ settings: { ...sampleSettings, problems: 'some' } })
    assert.match(await client.ledger.takeShown(), /problems is "some", but has to be "openFiles" or "workspace"/)
    await client.stop()
  })
})
