import assert from 'node:assert/strict'
import { usualConfSettings } from '../../server/src/settings/confSettings'
import { apiModule, twoPasswords } from './samples'
import { TestClient, root } from './testClient'

const many = (count: number): Record<string, string> =>
  Object.fromEntries(
    Array.from({ length: count }, (_, n) => [
      `pkg/m${String(n)}.py`,
      `from oslo_config import cfg\no = cfg.StrOpt('a')\n`,
    ]),
  )

const optionCount = (client: TestClient): number | undefined => client.ledger.inventories.at(-1)?.summary.options

describe('indexing', () => {
  it('reads the whole workspace at the start, with a progress bar, and says how it went', async () => {
    const client = await TestClient.ready({ files: { 'a.py': apiModule, 'b.py': twoPasswords, 'c.py': 'x = 1\n' } })
    assert.deepEqual(client.ledger.lists, [
      {
        folders: [
          {
            uri: 'file:///project',
            include: ['**/*.py', ...usualConfSettings.files],
            exclude: ['**/.*/**', '**/node_modules/**', '**/venv/**', '**/site-packages/**'],
          },
        ],
      },
    ])
    assert.equal(optionCount(client), 5)
    assert.equal(client.ledger.progress.size, 1)
    assert.match(client.ledger.information.at(-1) ?? '', /^Read 3 files in \d+ ms$/)
    await client.stop()
  })

  it('goes on past files that vanished, cannot be read, are binary or far too large', async () => {
    const huge = `${twoPasswords}${'# filler\n'.repeat(1_200_000)}`
    const client = await TestClient.ready({
      files: {
        'gone.py': null,
        'binary.py': `${twoPasswords}\0\0`,
        'huge.py': huge,
        'good.py': twoPasswords,
      },
    })
    assert.equal(optionCount(client), 2)
    assert.match(await client.ledger.takeLogged(), /binary\.py is left out: it is binary/)
    assert.match(await client.ledger.takeLogged(), /huge\.py is left out: it has more than 2097152 characters/)
    assert.match(client.ledger.information.at(-1) ?? '', /^Read 4 files in \d+ ms, 1 could not be read$/)
    await client.stop()
  })

  it('answers the editor while it reads', async () => {
    const client = await TestClient.start({ files: many(300) })
    const document = await client.open('untitled:1', apiModule)
    assert.deepEqual(await document.codes(), ['secret-not-marked'])
    const asked = client.ledger.reads.length
    assert.ok(asked <= 3, `answered after ${String(asked)} batches`)
    await client.indexed()
    assert.equal(optionCount(client), 303)
    await client.stop()
  })

  it('can be given up at the progress bar, and goes on at a refresh', async () => {
    const client = await TestClient.start({ files: many(300) })
    await client.ledger.until('the second batch', () => client.ledger.reads.length > 1)
    const [token] = [...client.ledger.progress.keys()]
    await client.connection.sendNotification('window/workDoneProgress/cancel', { token })
    await client.indexed()
    assert.ok((optionCount(client) ?? 300) < 300)
    assert.match(client.ledger.information.at(-1) ?? '', /^Gave up reading 300 files/)
    await client.connection.sendRequest('novaConfigReview/refresh')
    await client.ledger.until('all options', () => optionCount(client) === 300)
    await client.stop()
  })

  it('ends its progress bar when the server is shut down meanwhile', async () => {
    const client = await TestClient.start({ files: many(300) })
    await client.ledger.until('the second batch', () => client.ledger.reads.length > 1)
    const steps = () => [...client.ledger.progress.values()].map(all => all.at(-1)?.kind)
    assert.notDeepEqual(steps(), ['end'])
    await client.shutDown()
    assert.deepEqual(steps(), ['end'])
    await client.stop()
  })

  it('prefers the text in the editor to the one on disk, until the document is closed', async () => {
    const client = await TestClient.start({ files: { 'a.py': twoPasswords } })
    const document = await client.open('a.py', apiModule)
    await client.indexed()
    assert.equal(optionCount(client), 3)
    await client.connection.sendNotification('novaConfigReview/filesChanged', { changed: [document.uri], deleted: [] })
    await client.connection.sendRequest('novaConfigReview/refresh')
    await client.indexed()
    assert.equal(optionCount(client), 3)
    await document.close()
    await client.ledger.until('what the disk says', () => optionCount(client) === 2)
    await client.stop()
  })

  it('forgets an unsaved document with its closing', async () => {
    const client = await TestClient.ready()
    const document = await client.open('untitled:1', apiModule)
    await client.ledger.until('its options', () => optionCount(client) === 3)
    await document.close()
    await client.ledger.until('none', () => optionCount(client) === 0)
    await client.stop()
  })

  it('follows files that come, change and go', async () => {
    const client = await TestClient.ready({ files: { 'a.py': apiModule } })
    const tell = (changed: string[], deleted: string[]) =>
      client.connection.sendNotification('novaConfigReview/filesChanged', { changed, deleted })
    client.files.set(`${root}/b.py`, twoPasswords)
    await tell([`${root}/b.py`], [])
    await client.ledger.until('the new file', () => optionCount(client) === 5)
    client.files.delete(`${root}/a.py`)
    await tell([], [`${root}/a.py`])
    await client.ledger.until('the file gone', () => optionCount(client) === 2)
    client.files.set(`${root}/b.py`, null)
    await tell([`${root}/b.py`], [])
    await client.ledger.until('nothing to read', () => optionCount(client) === 0)
    await client.stop()
  })

  it('leaves files of no kind that it reads alone, whatever the globs let through', async () => {
    const client = await TestClient.ready({
      files: { 'a.py': apiModule, 'notes.txt': twoPasswords },
      settings: { include: ['**/*'] },
    })
    assert.match(client.ledger.information.at(-1) ?? '', /^Read 1 files in/)
    client.files.set(`${root}/more.txt`, twoPasswords)
    client.files.set(`${root}/b.py`, twoPasswords)
    const changed = [`${root}/more.txt`, `${root}/b.py`]
    await client.connection.sendNotification('novaConfigReview/filesChanged', { changed, deleted: [] })
    await client.ledger.until('the module', () => optionCount(client) === 5)
    assert.ok(!client.ledger.reads.flat().some(uri => uri.endsWith('.txt')))
    await client.stop()
  })

  it('reads anew when folders come and go', async () => {
    const client = await TestClient.ready({ files: { 'a.py': apiModule } })
    client.files.clear()
    await client.connection.sendNotification('workspace/didChangeWorkspaceFolders', {
      event: { added: [], removed: [{ uri: root, name: 'project' }] },
    })
    await client.ledger.until('an empty inventory', () => optionCount(client) === 0)
    await client.stop()
  })

  it('survives a client that cannot list or read', async () => {
    const client = await TestClient.start({ files: many(60) })
    client.ledger.beforeRead = () => {
      throw new Error('disk on fire')
    }
    await client.indexed()
    for (let batch = 0; batch < 2; batch += 1) {
      assert.match(await client.ledger.takeLogged(), /Reading \d+ files failed: .*disk on fire/s)
    }
    await client.stop()
  })
})
