import assert from 'node:assert/strict'
import { apiModule } from './samples'
import { TestClient } from './testClient'

describe('The log', () => {
  it('says what the server is, and what it read in which time', async () => {
    const client = await TestClient.ready({ files: { 'a.py': apiModule } })
    const lines = client.ledger.information
    assert.match(lines[0] ?? '', /^Reads Python with tree-sitter-python \d+\.\d+\.\d+, in an unknown place$/)
    assert.match(lines[1] ?? '', /^Read 1 files in \d+ ms$/)
    await client.stop()
  })
})
