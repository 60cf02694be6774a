import { deepStrictEqual, strictEqual } from 'node:assert/strict'
import type { ChangesResult } from '../../server/src/protocol'
import { root, TestClient } from './testClient'

const path = 'nova/conf/api.py'
const moduleOf = (...options: readonly string[]): string => `# needs:check_deprecation_status
from oslo_config import cfg

opts = [
${options.map(one => `    cfg.${one},\n`).join('')}]


def register_opts(conf):
    conf.register_opts(opts, group='api')
`
const now = moduleOf("StrOpt('old_password')", "StrOpt('new_password')")
const then = moduleOf("StrOpt('old_password')")

describe('The setting for findings of changes only', () => {
  async function start(changesOnly: boolean) {
    const client = await TestClient.ready({
      files: { [path]: now },
      settings: { changesOnly },
      answers: { 'novaConfigReview/readVersions': () => [then] },
    })
    const document = await client.open(path, now)
    const found = async () => {
      const report = await document.pull()
      const items = report.kind === 'full' ? report.items : []
      return items.filter(({ severity }) => severity === 2).map(({ message }) => /'(\w+)'/.exec(message as string)?.[1])
    }
    const compare = (before = [path]) =>
      client.connection.sendRequest<ChangesResult>('novaConfigReview/changes', {
        root,
        base: { name: 'master', commit: 'abc' },
        before,
        after: [path],
        commits: [],
      })
    const summary = () => client.ledger.inventories.at(-1)?.summary
    return { client, found, compare, summary }
  }

  it('tells all until something could be compared, and says so', async () => {
    const { client, found, summary } = await start(true)
    deepStrictEqual(await found(), ['old_password', 'new_password'])
    strictEqual(summary()?.changesOnly, 'not compared')
    await client.stop()
  })

  it('then tells what was found on options that changed, counts that alone, and says so', async () => {
    const { client, found, compare, summary } = await start(true)
    strictEqual((await compare()).state, 'compared')
    deepStrictEqual(await found(), ['new_password'])
    await client.ledger.until('the new counts', () => summary()?.changesOnly === 'in force')
    strictEqual(summary()?.warning, 1)
    await client.stop()
  })

  it('changes nothing where nobody wants it', async () => {
    const { client, found, compare, summary } = await start(false)
    strictEqual((await compare()).state, 'compared')
    deepStrictEqual(await found(), ['old_password', 'new_password'])
    strictEqual(summary()?.changesOnly, undefined)
    await client.stop()
  })
})
