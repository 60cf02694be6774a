import assert from 'node:assert/strict'
import type { CodeLens } from 'vscode-languageserver-protocol'
import { TestClient, pullingClient } from './testClient'

const conf = `from oslo_config import cfg

opts = [
    cfg.StrOpt('tool', help='What to run.'),
    cfg.StrOpt('label', help='What to show.'),
    cfg.StrOpt('spare', help='What nobody reads.'),
    cfg.StrOpt(named_elsewhere),
]


def register_opts(conf):
    conf.register_opts(opts, 'images')
`
const files = {
  'nova/__init__.py': '',
  'nova/conf/__init__.py': `from oslo_config import cfg
from nova.conf import images

CONF = cfg.CONF
images.register_opts(CONF)
`,
  'nova/conf/images.py': conf,
  'nova/run.py': `import nova.conf
from oslo_concurrency import processutils

CONF = nova.conf.CONF


def run():
    processutils.execute(CONF.images.tool)
    print(CONF.images.tool)
`,
  'nova/tests/test_run.py': "class T:\n    def test(self):\n        self.flags(label='x', group='images')\n",
}
const capabilities = { ...pullingClient, workspace: { ...pullingClient.workspace, codeLens: { refreshSupport: true } } }

describe('the lens over a declaration', () => {
  it('tells how often the option is read and what that reaches, and that nobody reads it', async () => {
    const client = await TestClient.ready({ files })
    const document = await client.open('nova/conf/images.py', conf)
    const all = ['4: 2 reads · 1 reaches a command', '5: no reads found', '6: no reads found']
    assert.deepEqual(await document.lenses(), all)
    await client.stop()
  })

  it('knows the calls that the team names, from the moment that the settings do', async () => {
    const config = 'file:///project/.nova-config-review/config.json'
    const run = 'import nova.conf\nimport shop\nshop.buy(nova.conf.CONF.images.spare)\n'
    const client = await TestClient.ready({ files: { ...files, 'nova/buy.py': run }, capabilities })
    const document = await client.open('nova/conf/images.py', conf)
    assert.equal((await document.lenses())[2], '6: 1 read')
    const before = client.ledger.lensRefreshes
    client.files.set(config, '{ "sinks": [{ "call": "shop.buy", "kind": "http" }] }')
    await client.connection.sendNotification('novaConfigReview/settingsFilesChanged')
    await client.ledger.until('lenses to be asked for anew', () => client.ledger.lensRefreshes > before)
    assert.equal((await document.lenses())[2], '6: 1 read · 1 reaches an HTTP client')
    await client.stop()
  })

  it('follows what is typed in another file, of which the client is told', async () => {
    const client = await TestClient.ready({ files, capabilities })
    const document = await client.open('nova/conf/images.py', conf)
    const reader = await client.open('nova/run.py', files['nova/run.py'])
    await document.lenses()
    const before = client.ledger.lensRefreshes
    await reader.replace('print(CONF.images.tool)', 'print(CONF.images.spare)')
    await client.ledger.until('lenses to be asked for anew', () => client.ledger.lensRefreshes > before)
    assert.deepEqual(await document.lenses(), ['4: 1 read · 1 reaches a command', '5: no reads found', '6: 1 read'])
    await client.stop()
  })

  it('is not there where no option of a file is used: others would tell of them', async () => {
    const { 'nova/run.py': _, 'nova/tests/test_run.py': __, ...unused } = files
    const client = await TestClient.ready({ files: unused })
    assert.deepEqual(await (await client.open('nova/conf/images.py', conf)).lenses(), [])
    await client.stop()
  })

  it('stands where the setting wants it', async () => {
    const elsewhere = { ...files, 'nova/options.py': conf.replaceAll('images', 'more') }
    for (const [codeLens, inConf, inOthers] of [
      ['configModules', 3, 0],
      ['everywhere', 3, 3],
      ['off', 0, 0],
    ] as const) {
      const client = await TestClient.ready({ files: elsewhere, settings: { codeLens } })
      const lensesIn = async (path: string) => (await (await client.open(path, conf)).lenses()).length
      assert.deepEqual([await lensesIn('nova/conf/images.py'), await lensesIn('nova/options.py')], [inConf, inOthers])
      await client.stop()
    }
  })

  it('shows the uses when it is clicked, where the client can', async () => {
    const commands = ['novaConfigReview.showUses']
    const client = await TestClient.ready({ files, initializationOptions: { commands } })
    const { uri } = await client.open('nova/conf/images.py', conf)
    const told = await client.connection.sendRequest<CodeLens[]>('textDocument/codeLens', { textDocument: { uri } })
    const seen = await client.connection.sendRequest<CodeLens>('codeLens/resolve', told[0])
    assert.equal(seen.command?.command, commands[0])
    assert.deepEqual(seen.command?.arguments, [uri, { line: 3, character: 15 }])
    await client.stop()
  })
})
