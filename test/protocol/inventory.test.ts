import assert from 'node:assert/strict'
import type { InventoryParams, InventoryResult, OptionRow } from '../../server/src/protocol'
import { apiModule, twoPasswords } from './samples'
import { TestClient, root } from './testClient'

const files = { 'nova/conf/api.py': apiModule, 'nova/conf/two.py': twoPasswords, 'setup.py': 'x = 1\n' }

function ask(client: TestClient, params: Partial<InventoryParams>): Promise<InventoryResult> {
  return client.connection.sendRequest('novaConfigReview/inventory', {
    groupBy: 'group',
    findingsOnly: false,
    securityRelevantOnly: false,
    hideKnown: false,
    ...params,
  })
}

/** Each section: its label, how many findings it has, and its rows. */
const outline = ({ sections }: InventoryResult) =>
  sections.map(({ label, options, findings, counts: { known, ...fresh } }) => [
    label,
    Object.values(fresh).reduce((sum, count) => sum + count),
    ...(known > 0 ? [`${String(known)} known`] : []),
    ...findings.map(({ subject }) => subject),
    ...options.map(({ name }) => name),
  ])

describe('inventory', () => {
  it('shows every option of the workspace by group, file and severity', async () => {
    const client = await TestClient.ready({ files })
    const byGroup = await ask(client, {})
    assert.deepEqual(outline(byGroup), [
      ['[api]', 1, 'admin_password', 'old_switch', 'workers'],
      ['[service]', 3, 'admin_password', 'proxy_password'],
    ])
    assert.equal(byGroup.indexing, false)
    assert.equal(byGroup.summary.options, 5)
    assert.deepEqual(outline(await ask(client, { groupBy: 'file' })), [
      ['nova/conf/api.py', 1, 'admin_password', 'workers', 'old_switch'],
      ['nova/conf/two.py', 3, 'admin_password', 'proxy_password'],
    ])
    assert.deepEqual(outline(await ask(client, { groupBy: 'severity' })), [
      [
        'Warning',
        4,
        '[api] admin_password',
        '[service] admin_password',
        '[service] proxy_password',
        '[service] proxy_password',
      ],
      ['No findings', 0, 'old_switch', 'workers'],
    ])
    const byCategory = await ask(client, { groupBy: 'category' })
    assert.equal(byCategory.sections[0]?.label, 'Credential')
    await client.stop()
  })

  it('shows the options that a library registers in a group, and says whose they are', async () => {
    const text = [
      'from keystoneauth1 import loading as ks_loading',
      'from oslo_config import cfg',
      'opts = [cfg.IntOpt("retries", min=0)]',
      'def register_opts(conf):',
      '    conf.register_opts(opts, group="cinder")',
      '    ks_loading.register_auth_conf_options(conf, "cinder")',
      '    ks_loading.register_auth_conf_options(conf, "placement")',
      '',
    ].join('\n')
    const client = await TestClient.ready({ files: { 'nova/conf/cinder.py': text } })
    const result = await ask(client, {})
    assert.deepEqual(outline(result), [
      ['[cinder]', 0, 'retries', 'auth_type', 'auth_section'],
      ['[placement]', 0, 'auth_type', 'auth_section'],
    ])
    const row = result.sections[0]?.options[1]
    assert.deepEqual([row?.description, row?.range.start.line], ['Opt from keystoneauth1', 5])
    assert.equal(result.summary.options, 1, 'only the project’s own options count')
    await client.stop()
  })

  it('describes each row', async () => {
    const client = await TestClient.ready({ files })
    const row = (await ask(client, {})).sections[1]?.options[1]
    assert.deepEqual(row, {
      id: `group:service|${root}/nova/conf/two.py#${row?.id.split('#').at(-1) ?? ''}`,
      uri: `${root}/nova/conf/two.py`,
      range: { start: { line: 4, character: 4 }, end: { line: 8, character: 5 } },
      selectionRange: { start: { line: 5, character: 8 }, end: { line: 5, character: 24 } },
      name: 'proxy_password',
      qualifiedName: '[service] proxy_password',
      description: "StrOpt = 'swordfish'",
      category: 'credential',
      findings: row?.findings,
    })
    assert.deepEqual(
      row?.findings.map(({ rule, severity, fix }) => [rule, severity, fix]),
      [
        ['secret-not-marked', 'warning', 'Add secret=True'],
        ['hardcoded-credential-default', 'warning', 'Remove the default'],
      ],
    )
    await client.stop()
  })

  it('filters to options with findings, and to those that matter to security', async () => {
    const client = await TestClient.ready({ files })
    assert.deepEqual(outline(await ask(client, { findingsOnly: true })), [
      ['[api]', 1, 'admin_password'],
      ['[service]', 3, 'admin_password', 'proxy_password'],
    ])
    const relevant = (await ask(client, { securityRelevantOnly: true })).sections.flatMap(section => section.options)
    assert.ok(relevant.some(({ name }) => name === 'admin_password'))
    assert.ok(!relevant.some(({ name }) => name === 'old_switch'))
    await client.stop()
  })

  it('gives each row an id of its own, that stays while others are typed', async () => {
    const client = await TestClient.ready({ files })
    const ids = (result: InventoryResult) => result.sections.flatMap(({ options }) => options.map(({ id }) => id))
    const before = ids(await ask(client, {}))
    assert.equal(new Set(before).size, before.length)
    const document = await client.open('nova/conf/two.py', twoPasswords)
    await document.replace('opts = [', "opts = [\n    cfg.BoolOpt('added', default=True),")
    const after = ids(await ask(client, {}))
    assert.equal(after.length, before.length + 1)
    assert.deepEqual(
      before.filter(id => !after.includes(id)),
      [],
    )
    await client.stop()
  })

  it('announces what typing changes', async () => {
    const client = await TestClient.ready({ files })
    const document = await client.open('nova/conf/two.py', twoPasswords)
    await document.replace('opts = [', "opts = [\n    cfg.StrOpt('third_password', help='A password.'),")
    await client.ledger.until('one more option', () => client.ledger.inventories.at(-1)?.summary.options === 6)
    await client.stop()
  })

  it('describes an option as its hover does, and writes its line of nova.conf', async () => {
    const client = await TestClient.ready({ files })
    const row = (await ask(client, {})).sections[0]?.options.find(({ name }) => name === 'workers') as OptionRow
    const params = { uri: row.uri, id: row.id }
    const described = await client.connection.sendRequest('novaConfigReview/describeOption', params)
    const document = await client.open('nova/conf/api.py', apiModule)
    assert.equal(described, await document.hover("'workers'"))
    assert.equal(await client.connection.sendRequest('novaConfigReview/confLine', params), '[api]\nworkers = 4')
    const gone = { uri: row.uri, id: `${row.id}-gone` }
    assert.equal(await client.connection.sendRequest('novaConfigReview/describeOption', gone), null)
    assert.equal(await client.connection.sendRequest('novaConfigReview/confLine', gone), null)
    await client.stop()
  })
})
