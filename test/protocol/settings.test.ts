import assert from 'node:assert/strict'
import { rules, severities } from '../../server/src/engine/index'
import { apiModule, sampleSettings, twoPasswords } from './samples'
import { TestClient, pullingClient } from './testClient'

/** Changes the settings and waits until the server has fetched them: what is asked afterwards follows them. */
async function change(client: TestClient, settings: unknown): Promise<void> {
  const before = client.ledger.configurations
  await client.changeSettings(settings)
  await client.ledger.until('the settings to be fetched', () => client.ledger.configurations > before)
}

describe('settings', () => {
  it('switch a rule off and change its severity at once', async () => {
    const client = await TestClient.ready()
    const rules = (severity: string) => ({ rules: { ...sampleSettings.rules, 'secret-not-marked': severity } })
    const document = await client.open('api.py', apiModule)
    assert.equal((await document.diagnostics())[0]?.severity, 2)
    await change(client, rules('information'))
    assert.equal((await document.diagnostics())[0]?.severity, 3)
    await change(client, rules('off'))
    assert.deepEqual(await document.codes(), [])
    await change(client, sampleSettings)
    assert.equal((await document.diagnostics())[0]?.severity, 2)
    await client.stop()
  })

  it('keep hints out of Problems until they are asked for, but not out of the hover', async () => {
    const asHint = { rules: { ...sampleSettings.rules, 'secret-not-marked': 'hint' } }
    const client = await TestClient.ready({ settings: asHint })
    const document = await client.open('api.py', apiModule)
    assert.deepEqual(await document.codes(), [])
    assert.match((await document.hover("'admin_password'")) ?? '', /\*\*hint\*\*/)
    await client.ledger.until('the options', () => client.ledger.inventories.at(-1)?.summary.options === 3)
    assert.equal(client.ledger.inventories.at(-1)?.summary.hint, 0)
    await change(client, { ...asHint, minimumSeverity: 'hint' })
    assert.equal((await document.diagnostics())[0]?.severity, 4)
    await client.ledger.until('the count', () => client.ledger.inventories.at(-1)?.summary.hint === 1)
    await client.stop()
  })

  it('hold per folder, also for one that comes later', async () => {
    const [nova, heat] = ['file:///nova', 'file:///heat']
    const off = { ...sampleSettings, rules: { ...sampleSettings.rules, 'secret-not-marked': 'off' } }
    const client = await TestClient.ready({
      files: {
        'file:///nova/a.py': twoPasswords,
        'file:///nova/tests/a.py': apiModule,
        'file:///heat/a.py': apiModule,
      },
      folders: [{ uri: nova, name: 'nova' }],
      settingsIn: {
        [nova]: { ...off, exclude: ['tests/**'] },
        [heat]: { ...sampleSettings, minimumSeverity: 'error' },
      },
    })
    assert.equal(client.ledger.inventories.at(-1)?.summary.options, 2)
    const event = { added: [{ uri: heat, name: 'heat' }], removed: [] }
    await client.connection.sendNotification('workspace/didChangeWorkspaceFolders', { event })
    await client.ledger.until('the other folder', () => client.ledger.inventories.at(-1)?.summary.options === 5)
    assert.deepEqual(await (await client.open('file:///nova/b.py', twoPasswords)).codes(), [
      'hardcoded-credential-default',
    ])
    assert.deepEqual(await (await client.open('file:///heat/b.py', apiModule)).codes(), [])
    assert.deepEqual(await (await client.open('untitled:1', apiModule)).codes(), ['secret-not-marked'])
    await client.stop()
  })

  it('read the workspace anew when the globs change, and leave out open files that they exclude', async () => {
    const client = await TestClient.ready({ files: { 'conf/a.py': apiModule, 'old/b.py': twoPasswords } })
    const document = await client.open('old/b.py', twoPasswords)
    assert.ok((await document.codes()).length > 0)
    client.files.delete('file:///project/old/b.py')
    await change(client, { exclude: ['**/old/**'] })
    await client.ledger.until('the new listing', () => client.ledger.lists.length === 2)
    assert.deepEqual(client.ledger.lists[1]?.folders[0]?.exclude, ['**/old/**'])
    await client.ledger.until('three options', () => client.ledger.inventories.at(-1)?.summary.options === 3)
    assert.deepEqual(await document.codes(), [])
    await client.stop()
  })

  const wrong: [unknown, RegExp][] = [
    [
      { minimumSeverity: 'fatal' },
      /^Setting novaConfigReview\.minimumSeverity is "fatal", but has to be "error", "warning", "information" or "hint"\. The default is used\.$/,
    ],
    [
      { rules: { 'secret-not-marked': 'loud' } },
      /^Setting novaConfigReview\.rules, secret-not-marked is "loud", but has to be "error", "warning", "information", "hint" or "off"\./,
    ],
    [
      { rules: { 'secrets-not-marked': 'off' } },
      /^Setting novaConfigReview\.rules: there is no rule "secrets-not-marked"\. Did you mean "secret-not-marked"\?$/,
    ],
    [{ rules: { xyz: 'off' } }, /^Setting novaConfigReview\.rules: there is no rule "xyz"\.$/],
    [
      { rules: ['secret-not-marked'] },
      /^Setting novaConfigReview\.rules is \["secret-not-marked"\], but has to be an object/,
    ],
    [
      { include: '**/conf/**' },
      /^Setting novaConfigReview\.include is "\*\*\/conf\/\*\*", but has to be a list of glob patterns/,
    ],
    [{ exclude: [1] }, /^Setting novaConfigReview\.exclude is \[1\], but has to be a list of glob patterns/],
    ['off', /^Setting novaConfigReview is "off", but has to be an object/],
  ]
  for (const [settings, message] of wrong) {
    it(`answer ${JSON.stringify(settings)} with one clear message and the default`, async () => {
      const client = await TestClient.ready({ settings })
      assert.match(await client.ledger.takeShown(), message)
      const document = await client.open('api.py', apiModule)
      assert.ok((await document.codes()).includes('secret-not-marked'))
      await change(client, settings)
      await change(client, {})
      await change(client, settings)
      assert.match(await client.ledger.takeShown(), message)
      await client.stop()
    })
  }

  it('take every rule with every severity', async () => {
    const client = await TestClient.ready()
    for (const severity of [...severities, 'off']) {
      await change(client, { rules: Object.fromEntries(rules.map(({ name }) => [name, severity])) })
    }
    await client.stop()
  })

  it('come with the announcement where the client cannot be asked', async () => {
    const client = await TestClient.ready({ capabilities: { ...pullingClient, workspace: {} } })
    const document = await client.open('api.py', apiModule)
    assert.ok((await document.codes()).includes('secret-not-marked'))
    const settings = { novaConfigReview: { rules: { 'secret-not-marked': 'off' } } }
    await client.connection.sendNotification('workspace/didChangeConfiguration', { settings })
    assert.ok(!(await document.codes()).includes('secret-not-marked'))
    await client.stop()
  })
})
