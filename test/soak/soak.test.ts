import assert from 'node:assert/strict'
import { loadForTests } from '../protocol/testClient'
import type { ClientKind } from './operation'
import { printFound } from './print'
import { Soaking } from './soak'
import { treeOf } from './trees'

describe('A server after a lot of random work', () => {
  for (const kind of ['pull', 'push'] satisfies ClientKind[]) {
    it(`answers a client of ${kind}ed diagnostics as a fresh one does`, async function () {
      this.timeout(300_000)
      const daring = { lateReads: true }
      const soak = { seed: 1, kind, start: treeOf(), daring, parser: loadForTests(), tries: 60 }
      const soaking = await Soaking.begin(soak)
      for (let burst = 0; burst < 6; burst += 1) {
        const found = await soaking.burst()
        if (found !== undefined) assert.fail(await printFound(found))
      }
      await soaking.stop()
    })
  }
})
