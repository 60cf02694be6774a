import assert from 'node:assert/strict'
import { refresh } from '../../server/src/protocol'
import { circular, compute, init } from '../engine/project/circularImports'
import { TestClient } from './testClient'

describe('Modules that import each other', () => {
  for (const typed of [init, compute] as const) {
    it(`show the same groups before and after a comment is typed in ${typed}, and after a refresh`, async () => {
      const client = await TestClient.ready({ files: circular })
      const shown = await client.open(compute, circular[compute])
      const group = async (): Promise<string | undefined> => (await shown.hover("'cpu_mode'"))?.split('\n')[0]
      const told = await group()
      assert.match(told ?? '', /\[g\].*\[listed\]/)
      const document = typed === compute ? shown : await client.open(init, circular[init])
      await document.change([{ range: { start: at(1), end: at(1) }, newText: '# typed\n' }])
      assert.equal(await group(), told)
      await client.connection.sendRequest(refresh)
      assert.equal(await group(), told)
      await client.stop()
    })
  }
})

function at(line: number): { line: number; character: number } {
  return { line, character: 0 }
}
