import assert from 'node:assert/strict'
import type { CodeAction } from 'vscode-languageserver'
import { ignoreWithReasonCommand } from '../../server/src/protocol'
import type { FindingRow, Grouping, InventoryResult, MakeBaselineResult } from '../../server/src/protocol'
import { apiModule, sampleSettings, twoPasswords } from './samples'
import { TestClient, root } from './testClient'

function ask(client: TestClient, groupBy: Grouping, hideKnown = false): Promise<InventoryResult> {
  const params = { groupBy, findingsOnly: false, securityRelevantOnly: false, hideKnown }
  return client.connection.sendRequest('novaConfigReview/inventory', params)
}

const rowsOf = ({ sections }: InventoryResult): FindingRow[] =>
  sections.flatMap(({ findings, options }) => [...findings, ...options.flatMap(option => option.findings)])

const unusedWaiver = `${apiModule}\n# nova-review: ignore[secret-not-marked] -- nobody is here\n`

describe('The findings in the inventory', () => {
  it('that are about no option have rows of their own, in every grouping', async () => {
    const client = await TestClient.ready({ files: { 'nova/conf/api.py': unusedWaiver } })
    const labels = async (groupBy: Grouping) =>
      (await ask(client, groupBy)).sections
        .filter(({ findings }) => findings.some(({ rule }) => rule === 'suppression-unused'))
        .map(({ label, findings }) => [label, ...findings.map(({ subject }) => subject)])
    assert.deepEqual(await labels('group'), [['Whole files', 'nova/conf/api.py']])
    assert.deepEqual(await labels('file'), [['nova/conf/api.py', 'nova/conf/api.py']])
    assert.equal((await labels('category')).length, 1)
    assert.equal((await labels('severity')).length, 1)
    await client.stop()
  })

  it('are as many as those underlined, and counted alike', async () => {
    const files = { 'nova/conf/api.py': unusedWaiver, 'nova/conf/two.py': twoPasswords }
    const client = await TestClient.ready({ files, settings: { ...sampleSettings, minimumSeverity: 'warning' } })
    const result = await ask(client, 'group')
    assert.deepEqual(new Set(rowsOf(result).map(({ severity }) => severity)), new Set(['warning']))
    assert.equal(rowsOf(result).length, result.summary.warning)
    assert.equal(result.summary.information + result.summary.hint, 0)
    await client.stop()
  })

  it('have their place where two rows look alike', async () => {
    const again = { 'a.py': twoPasswords, 'b.py': twoPasswords }
    const client = await TestClient.ready({ files: again })
    const [section] = (await ask(client, 'group')).sections
    assert.deepEqual(
      section?.options.map(({ name, place }) => `${name} ${String(place)}`),
      ['admin_password a.py:4', 'admin_password b.py:4', 'proxy_password a.py:6', 'proxy_password b.py:6'],
    )
    const [warnings] = (await ask(client, 'severity')).sections
    assert.equal(warnings?.findings[0]?.place, 'a.py:4')
    const byFile = (await ask(client, 'file')).sections.flatMap(({ options }) => options)
    assert.ok(byFile.every(({ place }) => place === undefined))
    await client.stop()
  })

  it('keep their severity once they are known, are counted apart, and can be left out', async () => {
    const client = await TestClient.ready({ files: { 'a.py': twoPasswords } })
    const made = await client.connection.sendRequest<MakeBaselineResult>('novaConfigReview/makeBaseline')
    assert.equal(made.state, 'made')
    client.files.set(`${root}/.nova-config-review/baseline.json`, made.files[0]?.text ?? '')
    await client.connection.sendNotification('novaConfigReview/settingsFilesChanged')
    await client.ledger.until('known ones', () => client.ledger.inventories.at(-1)?.summary.known === 3)
    const known = await ask(client, 'severity')
    assert.deepEqual(
      known.sections.map(({ label, findings, counts }) => [label, findings.length, counts.known]),
      [['Known', 3, 3]],
    )
    assert.ok(rowsOf(known).every(row => row.severity === 'warning' && row.known === true))
    assert.deepEqual(
      (await ask(client, 'severity', true)).sections.map(({ label, options }) => [label, options.length]),
      [['No findings', 2]],
    )
    await client.stop()
  })

  it('bring what can be done at their squiggle, once their file is open', async () => {
    const initializationOptions = { commands: [ignoreWithReasonCommand] }
    const client = await TestClient.ready({ files: { 'a.py': twoPasswords }, initializationOptions })
    const [row] = rowsOf(await ask(client, 'group'))
    assert.ok(row)
    const actions = (id = row.id): Promise<CodeAction[] | null> =>
      client.connection.sendRequest('novaConfigReview/findingActions', { uri: row.uri, id })
    assert.equal(await actions(), null)
    await client.open('a.py', twoPasswords)
    const offered = (await actions()) ?? []
    assert.equal(offered.find(({ isPreferred }) => isPreferred)?.title, row.fix)
    assert.ok(offered.some(({ command }) => command?.command === ignoreWithReasonCommand))
    assert.equal(await actions(`${row.id} gone`), null)
    await client.stop()
  })
})
