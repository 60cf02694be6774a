import assert from 'node:assert/strict'
import type { MakeBaselineResult } from '../../server/src/protocol'
import { apiModule, twoPasswords } from './samples'
import { TestClient, root } from './testClient'

const uri = `${root}/a.py`
const optionCount = (client: TestClient): number | undefined => client.ledger.inventories.at(-1)?.summary.options

/** Answers of one kind of request that the test gives when it wants to. */
class Held {
  private readonly waiting: ((answer: unknown) => void)[] = []
  private isHolding = false
  /** All that was asked. */
  readonly asked: string[] = []

  constructor(private readonly usual: (params: { uris: string[] }) => unknown) {}

  readonly answer = (params: { uris: string[] }): unknown => {
    if ('uris' in params) this.asked.push(...params.uris)
    return this.isHolding ? new Promise(resolve => this.waiting.push(resolve)) : this.usual(params)
  }

  hold(): void {
    this.isHolding = true
  }
  async arrived(client: TestClient, count: number): Promise<void> {
    await client.ledger.until(`question ${String(count)}`, () => this.waiting.length === count, setImmediate)
  }
  give(which: number, answer: unknown): void {
    this.waiting[which]?.(answer)
  }
}

describe('an answer that was overtaken', () => {
  const tell = (client: TestClient, changed: string[], deleted: string[]): Promise<void> =>
    client.connection.sendNotification('novaConfigReview/filesChanged', { changed, deleted })

  async function start(): Promise<{ client: TestClient; reads: Held; lists: Held }> {
    const client = await TestClient.ready({ files: { 'a.py': apiModule } })
    const reads = new Held(({ uris }) => uris.map(each => client.files.get(each) ?? null))
    const lists = new Held(() => [...client.files.keys()].filter(each => each.endsWith('.py')))
    client.connection.onRequest('novaConfigReview/readFiles', reads.answer)
    client.connection.onRequest('novaConfigReview/listFiles', lists.answer)
    return { client, reads, lists }
  }

  it('does not put an older text over a newer one', async () => {
    const { client, reads } = await start()
    reads.hold()
    await tell(client, [uri], [])
    await reads.arrived(client, 1)
    await tell(client, [uri], [])
    await reads.arrived(client, 2)
    reads.give(1, [twoPasswords])
    await client.ledger.until('the newer text', () => optionCount(client) === 2)
    const heard = client.ledger.inventories.length
    reads.give(0, [apiModule])
    await client.ledger.until('another look', () => client.ledger.inventories.length > heard)
    assert.equal(optionCount(client), 2)
    await client.stop()
  })

  it('is taken while the newer one does not come', async () => {
    const { client, reads } = await start()
    reads.hold()
    await tell(client, [uri], [])
    await reads.arrived(client, 1)
    await tell(client, [uri], [])
    await reads.arrived(client, 2)
    reads.give(0, [twoPasswords])
    await client.ledger.until('what there is', () => optionCount(client) === 2)
    await client.stop()
  })

  it('does not bring a deleted file back', async () => {
    const { client, reads } = await start()
    reads.hold()
    await tell(client, [uri], [])
    await reads.arrived(client, 1)
    await tell(client, [], [uri])
    await client.ledger.until('the file gone', () => optionCount(client) === 0)
    const heard = client.ledger.inventories.length
    reads.give(0, [apiModule])
    await client.ledger.until('another look', () => client.ledger.inventories.length > heard)
    assert.equal(optionCount(client), 0)
    await client.stop()
  })

  it('does not list what went since, nor drop what came since', async () => {
    const { client, reads, lists } = await start()
    lists.hold()
    const refreshed = client.connection.sendRequest('novaConfigReview/refresh')
    await lists.arrived(client, 1)
    client.files.delete(uri)
    client.files.set(`${root}/b.py`, twoPasswords)
    await tell(client, [`${root}/b.py`], [uri])
    await client.ledger.until('the new file', () => reads.asked.includes(`${root}/b.py`), setImmediate)
    lists.give(0, [uri])
    await refreshed
    await client.ledger.until('the new options alone', () => optionCount(client) === 2)
    assert.ok(!reads.asked.includes(uri))
    await client.stop()
  })

  it('lists no file that is gone because its document was closed since', async () => {
    const { client, reads, lists } = await start()
    const document = await client.open('a.py', twoPasswords)
    client.files.delete(uri)
    lists.hold()
    const refreshed = client.connection.sendRequest('novaConfigReview/refresh')
    await lists.arrived(client, 1)
    const before = reads.asked.length
    await document.close()
    await client.ledger.until('a look at the disk', () => reads.asked.length > before, setImmediate)
    lists.give(0, [])
    await refreshed
    await client.ledger.until('an empty inventory', () => optionCount(client) === 0)
    const made = await client.connection.sendRequest<MakeBaselineResult>('novaConfigReview/makeBaseline')
    assert.equal(made.state === 'made' && made.files[0]?.unread, 0)
    await client.stop()
  })

  it('does not list a folder that was closed since, nor read a file in it', async () => {
    const { client, lists } = await start()
    lists.hold()
    const refreshed = client.connection.sendRequest('novaConfigReview/refresh')
    await lists.arrived(client, 1)
    const event = { added: [], removed: [{ uri: root, name: 'project' }] }
    await client.connection.sendNotification('workspace/didChangeWorkspaceFolders', { event })
    lists.give(0, [uri])
    await refreshed
    await lists.arrived(client, 2)
    lists.give(1, [uri])
    await tell(client, [uri], [])
    await client.indexed()
    await client.ledger.until('an empty inventory', () => optionCount(client) === 0)
    await client.stop()
  })

  it('reads many announcements of one file once', async () => {
    const { client, reads } = await start()
    client.files.set(uri, twoPasswords)
    client.flood('novaConfigReview/filesChanged', { changed: [uri], deleted: [] }, 2000)
    await client.ledger.until('the new text', () => optionCount(client) === 2)
    assert.ok(reads.asked.length < 20, `asked ${String(reads.asked.length)} times`)
    await client.stop()
  })
})
