import assert from 'node:assert/strict'
import type { BaselineFile, InventoryResult, MakeBaselineResult } from '../../server/src/protocol'
import { apiModule, sampleSettings, twoPasswords } from './samples'
import { TestClient, root } from './testClient'

const baseline = `${root}/.nova-config-review/baseline.json`

/** What the server answers when a baseline is to be written. */
const make = (client: TestClient): Promise<MakeBaselineResult> =>
  client.connection.sendRequest('novaConfigReview/makeBaseline')

/** The files that are to be written, none of them refused. */
async function madeFiles(client: TestClient): Promise<BaselineFile[]> {
  const made = await make(client)
  assert.equal(made.state, 'made')
  assert.deepEqual(made.refused, [])
  return made.files
}

const noCounts = { error: 0, warning: 0, information: 0, hint: 0, known: 0 }

async function writeBaseline(client: TestClient, text: string): Promise<void> {
  client.files.set(baseline, text)
  await client.connection.sendNotification('novaConfigReview/settingsFilesChanged')
}

/** The files that a baseline knows something of. */
const filesIn = ({ text }: BaselineFile): string[] => [
  ...new Set((JSON.parse(text) as { known: { file: string }[] }).known.map(({ file }) => file)),
]

const recorded = (...files: string[]): string =>
  JSON.stringify({
    version: 1,
    known: files.map(file => ({ file, findings: [{ rule: 'secret-not-marked', content: file, count: 1 }] })),
  })

describe('a baseline', () => {
  it('is made of everything found, and turns it into hints that say so', async () => {
    const client = await TestClient.ready({ files: { 'conf/api.py': apiModule } })
    const document = await client.open('conf/api.py', apiModule)
    const [before] = await document.diagnostics()
    assert.equal(before?.severity, 2)
    const [file, ...more] = await madeFiles(client)
    assert.deepEqual(more, [])
    assert.equal(file?.uri, 'file:///project/.nova-config-review/baseline.json')
    assert.deepEqual(file.counts, { ...noCounts, warning: 1 })
    assert.match(file.text, /"group":"api","option":"admin_password","file":"conf\/api\.py"/)
    await writeBaseline(client, file.text)
    await client.ledger.until('the record', () => client.ledger.inventories.at(-1)?.summary.known === 1)
    assert.deepEqual(await document.codes(), [])
    assert.match((await document.hover("'admin_password'")) ?? '', /\*\*warning\*\* \*\(known\)\*/)
    const change = async (settings: object): Promise<void> => {
      const { refreshes } = client.ledger
      await client.changeSettings({ ...sampleSettings, ...settings })
      await client.ledger.until('the refresh', () => client.ledger.refreshes > refreshes)
    }
    await change({ minimumSeverity: 'hint' })
    const [known] = await document.diagnostics()
    assert.equal(known?.severity, 4)
    assert.match(JSON.stringify(known.message), /\(known: recorded in the baseline\)"$/)
    await change({ baseline: false })
    assert.equal((await document.diagnostics())[0]?.severity, 2)
    assert.deepEqual(await madeFiles(client), [])
    await client.stop()
  })
})

describe('taking a finding out of a baseline', () => {
  it('makes it new again, and leaves the others known', async () => {
    const client = await TestClient.ready({ files: { 'a.py': twoPasswords } })
    const [all] = await madeFiles(client)
    await writeBaseline(client, all?.text ?? '')
    await client.ledger.until('known ones', () => client.ledger.inventories.at(-1)?.summary.known === 3)
    assert.deepEqual((await madeFiles(client))[0]?.counts, { ...noCounts, known: 3 })
    const params = { groupBy: 'severity', findingsOnly: false, securityRelevantOnly: false, hideKnown: false }
    const { sections } = await client.connection.sendRequest<InventoryResult>('novaConfigReview/inventory', params)
    const row = sections[0]?.findings[0]
    const forget = (): Promise<MakeBaselineResult> =>
      client.connection.sendRequest('novaConfigReview/forgetFinding', { uri: row?.uri, id: row?.id })
    const made = await forget()
    assert.equal(made.state, 'made')
    assert.equal(made.files[0]?.former, all?.text)
    await writeBaseline(client, made.files[0]?.text ?? '')
    await client.ledger.until('a new one', () => client.ledger.inventories.at(-1)?.summary.warning === 1)
    assert.equal(client.ledger.inventories.at(-1)?.summary.known, 2)
    assert.deepEqual(await forget(), { state: 'made', files: [], refused: [] })
    await client.stop()
  })
})

describe('making a baseline', () => {
  it('waits for the reading of the workspace to come to its end', async () => {
    const client = await TestClient.start({ files: { 'a.py': apiModule, [path(baseline)]: recorded('a.py') } })
    let early: MakeBaselineResult | undefined
    client.ledger.beforeRead = async () => {
      early = await make(client)
    }
    await client.indexed()
    assert.deepEqual(early, { state: 'reading' })
    assert.equal((await make(client)).state, 'made')
    await client.stop()
  })

  it('is refused after a person gave the reading up, until a refresh', async () => {
    const files = Object.fromEntries(Array.from({ length: 300 }, (_, n) => [`m${n}.py`, apiModule]))
    const client = await TestClient.start({ files })
    await client.ledger.until('the second batch', () => client.ledger.reads.length > 1)
    const [token] = [...client.ledger.progress.keys()]
    await client.connection.sendNotification('window/workDoneProgress/cancel', { token })
    await client.indexed()
    assert.deepEqual(await make(client), { state: 'incomplete' })
    await client.connection.sendRequest('novaConfigReview/refresh')
    assert.equal((await madeFiles(client))[0]?.counts.warning, 300)
    await client.stop()
  })

  it('is refused after the files could not be listed', async () => {
    const client = await TestClient.start({ files: { 'a.py': apiModule } })
    client.ledger.beforeList = () => {
      throw new Error('disk on fire')
    }
    await client.indexed()
    assert.match(await client.ledger.takeLogged(), /Reading the workspace failed: .*disk on fire/s)
    assert.deepEqual(await make(client), { state: 'incomplete' })
    await client.stop()
  })

  it('keeps what is known of files that cannot be read, or not wholly, and of those that are not listed', async () => {
    const files = {
      'read.py': twoPasswords,
      'unread.py': null,
      'binary.py': `${apiModule}\0`,
      'huge.py': `${apiModule}${'# filler\n'.repeat(300_000)}`,
      'tests/excluded.py': apiModule,
      '.nova-config-review/config.json': '{ "exclude": ["tests/**"] }',
      [path(baseline)]: recorded('read.py', 'unread.py', 'binary.py', 'huge.py', 'tests/excluded.py', 'gone.py'),
    }
    const client = await TestClient.ready({ files })
    await client.ledger.takeLogged()
    await client.ledger.takeLogged()
    const [file] = await madeFiles(client)
    assert.ok(file)
    assert.deepEqual(filesIn(file), ['binary.py', 'huge.py', 'tests/excluded.py', 'unread.py', 'read.py'])
    assert.doesNotMatch(file.text, /"content":"read\.py"/)
    assert.deepEqual([file.counts.warning, file.unread, file.former], [3, 3, files[path(baseline)]])
    await client.stop()
  })

  it('takes the text of an open document for read, though the disk has none', async () => {
    const client = await TestClient.ready({ files: { 'a.py': null } })
    assert.equal((await madeFiles(client))[0]?.unread, 1)
    const document = await client.open('a.py', apiModule)
    await document.diagnostics()
    const [file] = await madeFiles(client)
    assert.deepEqual([file?.counts.warning, file?.unread], [1, 0])
    await client.stop()
  })

  it('keeps what is known of a file that changed and cannot be read any more, until it is gone', async () => {
    const client = await TestClient.ready({ files: { 'a.py': apiModule } })
    const [first] = await madeFiles(client)
    await writeBaseline(client, first?.text ?? '')
    client.files.set(`${root}/a.py`, null)
    await client.connection.sendNotification('novaConfigReview/filesChanged', {
      changed: [`${root}/a.py`],
      deleted: [],
    })
    await client.ledger.until('no options', () => client.ledger.inventories.at(-1)?.summary.options === 0)
    assert.equal((await madeFiles(client))[0]?.text, first?.text)
    await client.connection.sendNotification('novaConfigReview/filesChanged', {
      changed: [],
      deleted: [`${root}/a.py`],
    })
    client.files.delete(`${root}/a.py`)
    assert.deepEqual(filesIn((await madeFiles(client))[0]!), [])
    await client.stop()
  })

  it('keeps what is known of rules that a person turned off, and of policies that are not there', async () => {
    const before = recorded('a.py').replace(/\{"rule".*?\}/, '$&,{"rule":"policy/mine","content":"mine","count":1}')
    const client = await TestClient.ready({
      files: { 'a.py': apiModule, [path(baseline)]: before },
      settings: { rules: { 'secret-not-marked': 'off' } },
    })
    assert.match((await madeFiles(client))[0]?.text ?? '', /"content":"mine".*"content":"a\.py"/)
    await client.stop()
  })

  it('follows what the file says now, not what it said when somebody told of it last', async () => {
    const client = await TestClient.ready({ files: { 'a.py': apiModule, 'b.py': null } })
    client.files.set(baseline, recorded('b.py'))
    const [file] = await madeFiles(client)
    assert.ok(file)
    assert.deepEqual(filesIn(file), ['b.py', 'a.py'])
    assert.equal(file.former, recorded('b.py'))
    await client.stop()
  })

  for (const [text, reason] of [
    ['{ "rules": {} }', '1:1: "version" is missing here.'],
    ['{\n<<<<<<< HEAD\n=======\n>>>>>>> b\n}', '2:1: There is a merge conflict here: resolve it first.'],
    ['', '1:1: The file is empty.'],
  ]) {
    it(`is refused over a file that is none: ${JSON.stringify(text)}`, async () => {
      const client = await TestClient.ready({ files: { 'a.py': apiModule } })
      client.files.set(baseline, text ?? '')
      assert.deepEqual(await make(client), { state: 'made', files: [], refused: [{ uri: baseline, reason }] })
      await client.stop()
    })
  }

  it('stays where settings that come with a folder may put it', async () => {
    for (const place of ['../.git/hooks/pre-commit', '../nova/conf/api.py', 'config.json', 'x.py']) {
      const config = JSON.stringify({ baseline: place })
      const client = await TestClient.ready({ files: { '.nova-config-review/config.json': config } })
      assert.match(
        await client.ledger.takeLogged(),
        /config\.json:1:13: This has to be the path of another \.json file/,
      )
      assert.deepEqual(await madeFiles(client), [])
      await client.stop()
    }
  })
})

/** The path of a file below the workspace's folder. */
function path(uri: string): string {
  return uri.slice(root.length + 1)
}
