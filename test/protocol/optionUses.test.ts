import assert from 'node:assert/strict'
import type { InventoryResult, OptionRow, UseRow } from '../../server/src/protocol'
import { TestClient } from './testClient'

const files = {
  'nova/__init__.py': '',
  'nova/conf.py': `from oslo_config import cfg
from keystoneauth1 import loading

CONF = cfg.CONF
CONF.register_opts([
    cfg.StrOpt('tool', default='qemu-img', help='What to run.'),
    cfg.StrOpt('label', default='\${images.tool}', help='What to show.'),
    cfg.StrOpt('spare', help='What nobody reads.'),
    cfg.StrOpt('folder', help='Where it is kept.'),
], 'images')
loading.register_auth_conf_options(CONF, 'images')
`,
  'nova/run.py': `import nova.conf
from oslo_concurrency import processutils

CONF = nova.conf.CONF


def run():
    processutils.execute(CONF.images.tool)
    print(CONF.images.auth_type)


def keep(path):
    from nova import store
    store.save(path)


keep(CONF.images.folder)
`,
  'nova/store.py': 'def save(path):\n    open(path)\n',
  'nova/tests/__init__.py': '',
  'nova/tests/test_run.py':
    "class T:\n    def test(self):\n        self.flags(tool='x', group='images')\n        CONF.images.spare\n",
}

async function rowsOf(client: TestClient, more: object = {}): Promise<OptionRow[]> {
  const params = { groupBy: 'group', findingsOnly: false, securityRelevantOnly: false, hideKnown: false, ...more }
  const { sections } = await client.connection.sendRequest<InventoryResult>('novaConfigReview/inventory', params)
  return sections.flatMap(({ options }) => options)
}

/** Rows with those below them, indented. */
function outline(rows: readonly UseRow[], indent = ''): string[] {
  return rows.flatMap(({ label, description, reaches, children }) => [
    `${indent}${label}: ${description}${reaches ? ' !' : ''}`,
    ...outline(children, `${indent}  `),
  ])
}

async function usesOf(client: TestClient, name: string): Promise<string[]> {
  const row = (await rowsOf(client)).find(one => one.name === name)
  const params = { uri: row?.uri, id: row?.id }
  return outline(await client.connection.sendRequest<UseRow[]>('novaConfigReview/optionUses', params))
}

describe('the rows below an option', () => {
  it('tell where it is read and written by file, what that reaches, and tests apart', async () => {
    const client = await TestClient.ready({ files })
    assert.deepEqual(await usesOf(client, 'tool'), [
      'nova/run.py: 1 read · 1 reaches a command !',
      '  Line 8: read · reaches a command in line 8 !',
      'nova/conf.py: 1 read',
      '  Line 7: read in a default',
      'Tests: 1 use in 1 file',
      '  nova/tests/test_run.py: 1 write',
      '    Line 3: write',
    ])
    assert.deepEqual(await usesOf(client, 'folder'), [
      'nova/run.py: 1 read · 1 reaches a file !',
      '  Line 17: read · reaches a file in nova/store.py:2 !',
      '    Line 17: handed on',
      '    Line 14: handed on',
      '    nova/store.py:2: a file !',
    ])
    assert.deepEqual(await usesOf(client, 'auth_type'), ['nova/run.py: 1 read', '  Line 9: read'])
    assert.deepEqual(await usesOf(client, 'label'), ['No reads found: '])
    const gone = { uri: 'file:///project/nova/conf.py', id: 'gone' }
    const told = await client.connection.sendRequest<UseRow[]>('novaConfigReview/optionUses', gone)
    assert.deepEqual(told, [])
    await client.stop()
  })

  it('are of ids of their own, and lead to each place', async () => {
    const client = await TestClient.ready({ files })
    const row = (await rowsOf(client)).find(({ name }) => name === 'tool')
    const params = { uri: row?.uri, id: row?.id }
    const rows = await client.connection.sendRequest<UseRow[]>('novaConfigReview/optionUses', params)
    const all = rows.flatMap(one => [one, ...one.children, ...one.children.flatMap(({ children }) => children)])
    assert.equal(new Set(all.map(({ id }) => id)).size, all.length)
    assert.deepEqual(all[1]?.at, {
      uri: 'file:///project/nova/run.py',
      range: { start: { line: 7, character: 25 }, end: { line: 7, character: 41 } },
    })
    await client.stop()
  })

  it('are none for options that are possibly never read, which can be shown alone', async () => {
    const client = await TestClient.ready({ files })
    const names = async () => (await rowsOf(client, { unreadOnly: true })).map(({ name }) => name)
    assert.deepEqual(await names(), ['label', 'spare'])
    const reader = await client.open('nova/run.py', files['nova/run.py'])
    await reader.replace('print(', 'print(CONF.images.label, ')
    assert.deepEqual(await names(), ['spare'])
    await client.stop()
  })

  it('stand in the hover with the way to what they reach, each place to be clicked on', async () => {
    const client = await TestClient.ready({ files })
    const document = await client.open('nova/conf.py', files['nova/conf.py'])
    const textOf = async (at: string): Promise<string> => (await document.hover(at))?.replaceAll('\\', '') ?? ''
    const folder = await textOf("'folder'")
    assert.match(
      folder,
      /1 read · 1 reaches a file\n\n- reaches a file: \[nova\/run\.py:17\]\(file:[^)]*\/nova\/run\.py#L17\) → \[nova\/run\.py:14\]\([^)]*#L14\) → \[nova\/store\.py:2\]\([^)]*store\.py#L2\)/,
    )
    assert.match(await textOf("'tool'"), /reaches a command: \[nova\/run\.py:8\]/)
    assert.doesNotMatch(await textOf("'spare'"), /reaches|\d reads?/)
    await client.stop()
  })
})
