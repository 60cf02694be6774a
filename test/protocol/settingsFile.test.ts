import assert from 'node:assert/strict'
import { apiModule, sampleSettings } from './samples'
import { TestClient } from './testClient'

const config = '.nova-config-review/config.json'
const configUri = `file:///project/${config}`

/** Writes a file of settings and tells the server, as an editor that watches it does. */
async function write(client: TestClient, path: string, text: string | null): Promise<void> {
  client.files.set(`file:///project/${path}`, text)
  await client.connection.sendNotification('novaConfigReview/settingsFilesChanged')
}

const withRule = (severity: string): string =>
  JSON.stringify({ minimumSeverity: 'hint', rules: { ...sampleSettings.rules, 'secret-not-marked': severity } })

describe('a settings file', () => {
  it('wins over the settings of the editor, and holds at once when it changes', async () => {
    const client = await TestClient.ready({ files: { [config]: withRule('hint'), 'api.py': apiModule } })
    const document = await client.open('api.py', apiModule)
    assert.equal((await document.diagnostics())[0]?.severity, 4)
    const { refreshes } = client.ledger
    await write(client, config, withRule('information'))
    await client.ledger.until('the refresh', () => client.ledger.refreshes > refreshes)
    assert.equal((await document.diagnostics())[0]?.severity, 3)
    await write(client, config, null)
    await client.ledger.until('the next refresh', () => client.ledger.refreshes > refreshes + 1)
    assert.equal((await document.diagnostics())[0]?.severity, 2)
    await client.stop()
  })

  it('has its mistakes underlined and in the log until they are gone, and holds where it is right', async () => {
    const client = await TestClient.start({
      files: { [config]: '{ "rules": { "secret-not-marked": "off" },\n"x": 1 }', 'api.py': apiModule },
    })
    assert.equal(await client.ledger.takeLogged(), `${config}:2:1: "x" is not known here.`)
    await client.indexed()
    const shown = () => client.ledger.published.filter(({ uri }) => uri === configUri).at(-1)?.diagnostics
    assert.deepEqual(shown(), [
      {
        range: { start: { line: 1, character: 0 }, end: { line: 1, character: 3 } },
        severity: 2,
        source: 'nova-config-review',
        message: '"x" is not known here.',
      },
    ])
    const broken = () => client.ledger.inventories.at(-1)?.brokenSettings
    assert.deepEqual(broken(), [{ uri: configUri, mistakes: 1 }])
    const document = await client.open('api.py', apiModule)
    assert.deepEqual(await document.codes(), [])
    await write(client, config, '{}')
    await client.ledger.until('the underline gone', () => shown()?.length === 0)
    await client.ledger.until('nothing broken', () => broken()?.length === 0)
    await client.stop()
  })

  it('changes which files are read', async () => {
    const files = { 'conf/a.py': apiModule, 'old/b.py': apiModule.replaceAll('api', 'old') }
    const client = await TestClient.ready({ files })
    await write(client, config, '{ "exclude": ["old/**"] }')
    await client.ledger.until('the new listing', () => client.ledger.lists.length === 2)
    assert.deepEqual(client.ledger.lists[1]?.folders[0]?.exclude, ['old/**'])
    await client.stop()
  })

  it('brings policies, which have no page of ours', async () => {
    const policies = [
      { name: 'mine', message: 'Says {name}.', url: 'https://example.org/mine', when: { name: 'workers' } },
    ]
    const client = await TestClient.ready({ files: { [config]: JSON.stringify({ policies }), 'api.py': apiModule } })
    const document = await client.open('api.py', apiModule)
    const mine = (await document.diagnostics()).filter(({ code }) => code === 'policy/mine')
    assert.deepEqual(
      mine.map(({ message, codeDescription }) => [message, codeDescription?.href]),
      [['Says workers.', 'https://example.org/mine']],
    )
    const titles = (await document.actions(mine)).map(({ title }) => title)
    assert.deepEqual(titles, ['Ignore policy/mine here with a reason'])
    assert.match((await document.hover("'workers'")) ?? '', /\*\*information\*\* policy\\\/mine/)
    await client.stop()
  })
})
