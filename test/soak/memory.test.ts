import assert from 'node:assert/strict'
import { TestClient } from '../protocol/testClient'
import { apiModule } from '../protocol/samples'
import { heapInUse } from './heap'

describe('memory', () => {
  it('holds nothing of documents that were closed', async function () {
    this.timeout(120_000)
    const client = await TestClient.ready({ files: { 'a.py': apiModule } })
    const openAndClose = async (from: number, to: number): Promise<void> => {
      for (let n = from; n < to; n += 1) {
        const declarations = Array.from({ length: 20 }, (_, at) => `cfg.StrOpt('password_${n}_${at}')\n`)
        const document = await client.open(`untitled:Untitled-${n}`, `${apiModule}${declarations.join('')}`)
        await document.diagnostics()
        await document.close()
      }
      client.ledger.published.length = 0
    }
    await openAndClose(0, 50)
    const before = await heapInUse()
    await openAndClose(50, 200)
    const grown = (await heapInUse()) - before
    assert.ok(grown < 4, `${grown.toFixed(1)} MB are held`)
    await client.stop()
  })
})
