import assert from 'node:assert/strict'
import { ErrorCodes } from 'vscode-languageserver-protocol'
import { apiModule, twoPasswords } from './samples'
import { TestClient, pullingClient, root } from './testClient'

const optionCount = (client: TestClient): number | undefined => client.ledger.inventories.at(-1)?.summary.options
const somewhere = { textDocument: { uri: `${root}/a.py` }, position: { line: 0, character: 0 } }
const questions = ['textDocument/hover', 'novaConfigReview/inventory', 'workspace/symbol', 'no/such', 'shutdown']

async function refused(client: TestClient, method: string, code: number): Promise<void> {
  await assert.rejects(client.connection.sendRequest(method, somewhere), { code }, method)
}

describe('the manners of the server', () => {
  it('refuses every request before it is initialized, and serves afterwards', async () => {
    const client = TestClient.connect({ files: { 'a.py': apiModule } })
    for (const method of questions) await refused(client, method, ErrorCodes.ServerNotInitialized)
    await client.shakeHands()
    await client.indexed()
    assert.equal(optionCount(client), 3)
    await refused(client, 'no/such', ErrorCodes.MethodNotFound)
    await client.stop()
  })

  it('is initialized once only, and serves on', async () => {
    const client = await TestClient.ready({ files: { 'a.py': apiModule } })
    await assert.rejects(client.shakeHands(), { code: ErrorCodes.InvalidRequest })
    const document = await client.open('untitled:1', twoPasswords)
    await client.ledger.until('the options', () => optionCount(client) === 5)
    assert.equal((await document.codes()).length, 3)
    await client.stop()
  })

  it('refuses every request after the shutdown', async () => {
    const client = await TestClient.ready({ files: { 'a.py': apiModule } })
    await client.shutDown()
    for (const method of questions) await refused(client, method, ErrorCodes.InvalidRequest)
    await assert.rejects(client.shakeHands(), { code: ErrorCodes.InvalidRequest })
    await client.stop()
  })

  it('takes the root of a client that knows of no folders', async () => {
    const options = { files: { 'a.py': apiModule }, folders: null, capabilities: { textDocument: {} } }
    const client = await TestClient.ready({ ...options, rootUri: `${root}/` })
    assert.deepEqual(
      client.ledger.lists.at(-1)?.folders.map(({ uri }) => uri),
      [root],
    )
    assert.equal(optionCount(client), 3)
    await client.open('a.py', apiModule)
    await client.ledger.until('the squiggle', () => client.ledger.published.length > 0)
    await client.stop()
  })

  it('counts a folder once, however often and in whichever spelling it is added', async () => {
    const folder = { uri: 'file:///C:/my%20project', name: 'project' }
    const client = await TestClient.ready({ folders: [folder, folder] })
    const added = [folder, { uri: 'file:///c%3A/my project/', name: 'again' }]
    await client.connection.sendNotification('workspace/didChangeWorkspaceFolders', { event: { added, removed: [] } })
    await client.ledger.until('another listing', () => client.ledger.lists.length > 1)
    for (const { folders } of client.ledger.lists) {
      assert.deepEqual(
        folders.map(({ uri }) => uri),
        ['file:///c%3A/my%20project'],
      )
    }
    await client.stop()
  })

  it('takes two spellings of a file for one', async () => {
    const file = 'file:///c%3A/my%20project/a.py'
    const client = await TestClient.start({ folders: [{ uri: 'file:///C:/my%20project', name: 'project' }] })
    client.files.set(file, apiModule)
    await client.indexed()
    const document = await client.open('file:///C:/my project/a.py', twoPasswords)
    await client.ledger.until('the text of the editor', () => optionCount(client) === 2)
    assert.match((await document.hover('admin_password')) ?? '', /admin_password/)
    const other = await client.open('file:///c:/my%20project/a.py', apiModule)
    await client.ledger.until('the other text', () => optionCount(client) === 3)
    await other.close()
    await client.ledger.until('the first text again', () => optionCount(client) === 2)
    await document.close()
    await client.ledger.until('the text on disk', () => optionCount(client) === 3)
    await client.stop()
  })

  it('pushes under the spelling of the client', async () => {
    const client = await TestClient.ready({ capabilities: { ...pullingClient, textDocument: {} } })
    const document = await client.open('file:///C:/a b.py', twoPasswords)
    await client.ledger.until('the squiggles', () => client.ledger.published.at(-1)?.uri === document.uri)
    await document.close()
    await client.ledger.until('none', () => client.ledger.published.at(-1)?.diagnostics.length === 0)
    assert.equal(client.ledger.published.at(-1)?.uri, document.uri)
    await client.stop()
  })

  it('serves documents and changes with whatever for a URI', async () => {
    const odd = ['untitled:1', 'git:/a/b.py?{"path":"x"}', 'file:////x', 'no URI at all:', '', '%', 'file:///a%ZZ.py']
    const client = await TestClient.ready()
    for (const [index, uri] of odd.entries()) {
      const textDocument = { uri, languageId: 'python', version: 1, text: twoPasswords }
      await client.connection.sendNotification('textDocument/didOpen', { textDocument })
      await client.ledger.until(`options of ${uri}`, () => optionCount(client) === 2 * (index + 1))
      const symbols = await client.connection.sendRequest<unknown[]>('textDocument/documentSymbol', { textDocument })
      assert.equal(symbols.length, 1, uri)
    }
    const change = { changed: [...odd, 5], deleted: [...odd, null] }
    await client.connection.sendNotification('novaConfigReview/filesChanged', change)
    const added = odd.map(uri => ({ uri, name: 'odd' }))
    await client.connection.sendNotification('workspace/didChangeWorkspaceFolders', { event: { added, removed: [] } })
    await client.ledger.until('another listing', () => client.ledger.lists.length > 1)
    await client.indexed()
    assert.equal(optionCount(client), 2 * odd.length)
    await client.stop()
  })
})
