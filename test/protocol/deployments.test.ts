import { deepStrictEqual, match, ok, strictEqual } from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import type { DeploymentsResult } from '../../server/src/protocol'
import { TestClient } from './testClient'

const sample = (name: string): string =>
  readFileSync(new URL(`../../samples/deployment-${name}/nova.conf`, import.meta.url), 'utf8')
const ask = (client: TestClient) => client.connection.sendRequest<DeploymentsResult>('novaConfigReview/deployments')

describe('the deployments of a workspace', () => {
  it('are the files of Nova by their folder, with what the checks say of them', async () => {
    const files = {
      'weak/nova.conf': sample('weak'),
      'hard/nova.conf': sample('hardened'),
      'hard/neutron.conf': '[DEFAULT]\n',
      'weak/notes.py': 'x = 1\n',
    }
    const client = await TestClient.ready({ files, settings: {} })
    strictEqual(client.ledger.inventories.at(-1)?.hasDeployment, true)
    const { deployments } = await ask(client)
    deepStrictEqual(
      deployments.map(({ label, files: names }) => [label, ...names]),
      [
        ['hard', 'hard/nova.conf'],
        ['weak', 'weak/nova.conf'],
      ],
    )
    const failing = deployments.map(({ sections }) => sections.find(({ state }) => state === 'fail')?.checks ?? [])
    strictEqual(failing[0]?.length, 0)
    ok((failing[1]?.length ?? 0) >= 10)
    const row = failing[1]?.find(({ from }) => from !== 'default')
    match(row?.from ?? '', /^weak\/nova\.conf:\d+$/)
    strictEqual(row?.from.split(':')[1], String((row?.range.start.line ?? 0) + 1))
    await client.stop()
  })

  it('are read together, later files before earlier ones, and follow what is typed', async () => {
    const files = {
      'nova.conf': '[DEFAULT]\ndebug = true\n',
      'nova.conf.d/10.conf': '[DEFAULT]\ndebug = false\n',
    }
    const client = await TestClient.ready({ files, settings: {} })
    const debug = async () => {
      const { deployments } = await ask(client)
      return deployments[0]?.sections.flatMap(({ checks }) => checks).find(({ option }) => option === '[DEFAULT] debug')
    }
    deepStrictEqual([(await debug())?.state, (await debug())?.from], ['pass', 'nova.conf.d/10.conf:2'])
    const document = await client.open('nova.conf.d/10.conf', files['nova.conf.d/10.conf'], 'oslo-config')
    await document.replace('debug = false', '')
    deepStrictEqual([(await debug())?.state, (await debug())?.from], ['fail', 'nova.conf:2'])
    await document.replace('[DEFAULT]', '[DEFAULT')
    match((await ask(client)).deployments[0]?.fault?.message ?? '', /must end with/)
    await client.stop()
  })

  it('are none where there is no such file', async () => {
    const client = await TestClient.ready({ files: { 'neutron.conf': '[DEFAULT]\n' }, settings: {} })
    strictEqual(client.ledger.inventories.at(-1)?.hasDeployment, undefined)
    deepStrictEqual((await ask(client)).deployments, [])
    await client.stop()
  })
})
