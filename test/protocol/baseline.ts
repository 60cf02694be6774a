import assert from 'node:assert/strict'
import type { BaselineFile, MakeBaselineResult } from '../../server/src/protocol'
import type { TestClient } from './testClient'

/** What the server answers when a baseline is to be written. */
export function make(client: TestClient): Promise<MakeBaselineResult> {
  return client.connection.sendRequest('novaConfigReview/makeBaseline')
}

/** The files that are to be written, none of them refused. */
export async function madeFiles(client: TestClient): Promise<BaselineFile[]> {
  const made = await make(client)
  assert.equal(made.state, 'made')
  assert.deepEqual(made.refused, [])
  return made.files
}
