import { deepStrictEqual, match, ok, strictEqual } from 'node:assert/strict'
import type { Diagnostic, FoldingRange } from 'vscode-languageserver-protocol'
import { editsOf, type OpenDocument } from './openDocument'
import { TestClient, pullingClient } from './testClient'

const nova = `from oslo_config import cfg

opts = [
    cfg.StrOpt('colour', default='red', choices=['red', 'blue'], help='Which colour.'),
    cfg.StrOpt('password', secret=True, help='A password.'),
    cfg.IntOpt('workers', default=2, min=1, deprecated_name='amount', help='How many.'),
    cfg.BoolOpt('going', deprecated_for_removal=True, help='On its way out.'),
]

def register_opts(conf):
    conf.register_opts(opts, group='paint')
`

const weak = `[DEFAULT]
compute_driver = libvirt.LibvirtDriver
transport_url = rabbit://mq
[libvirt]
virt_type = quantum
[glance]
api_insecure = true
[console]
ssl_minimum_version = default
colour = red
[vnc]
novncproxy_bort = 6080
enabled = true
enabled = false
`

async function withConf(text: string, use: (document: OpenDocument, client: TestClient) => Promise<void>, files = {}) {
  const client = await TestClient.ready({ files, settings: {} })
  await use(await client.open('nova.conf', text, 'oslo-config'), client)
  await client.stop()
}

const told = (diagnostics: readonly Diagnostic[]): string[] =>
  diagnostics.map(({ range, code }) => `${String(range.start.line + 1)} ${String(code)}`)

describe('an open configuration file', () => {
  it('is judged by the catalogue where nobody has the source', async () => {
    await withConf(weak, async document => {
      deepStrictEqual(told(await document.diagnostics()).sort(), [
        '10 unknown-option',
        '12 unknown-option',
        '14 duplicate-key',
        '5 invalid-value',
        '7 deprecated-name',
        '9 equal-to-default',
      ])
      await document.replace('quantum', 'kvm')
      ok(!(await document.codes()).includes('invalid-value'))
    })
  })

  it('is judged by the source that the workspace has', async () => {
    await withConf(
      '[paint]\ncolour = green\namount = 3\nworkers = 0\ngoing = 1\n[vnc]\nenabled = 1\n[oslo_policy]\npolicy_file = p\n',
      async document => {
        deepStrictEqual(told(await document.diagnostics()).sort(), [
          '2 invalid-value',
          '3 deprecated-name',
          '4 invalid-value',
          '5 deprecated-for-removal',
          '6 unknown-section',
        ])
        deepStrictEqual(await document.definition('workers = 0'), ['nova/conf/paint.py:6:16'])
        match((await document.hover('workers = 0')) ?? '', /\[paint\] workers.*How many.*Here:/s)
      },
      { 'nova/conf/paint.py': nova },
    )
  })

  it('says nothing of names in files of services that nobody knows, nor of other programs', async () => {
    const client = await TestClient.ready({ settings: {} })
    const neutron = await client.open('neutron.conf', '[ml2]\nmode = x\n[database]\nmax_retries = x\n', 'oslo-config')
    deepStrictEqual(told(await neutron.diagnostics()), ['4 invalid-value'])
    const rootwrap = await client.open('etc/nova/rootwrap.conf', '[DEFAULT]\nfilters_path = x\n', 'oslo-config')
    deepStrictEqual(await rootwrap.diagnostics(), [])
    await client.stop()
  })

  it('is pushed to clients that do not pull', async () => {
    const client = await TestClient.ready({ settings: {}, capabilities: { ...pullingClient, textDocument: {} } })
    const document = await client.open('nova.conf', '[vnc]\nenabled = perhaps\n', 'oslo-config')
    const last = () => client.ledger.published.at(-1)?.diagnostics.map(({ code }) => code)
    await client.ledger.until('the squiggle', () => last()?.[0] === 'invalid-value')
    await document.close()
    await client.ledger.until('an empty list', () => last()?.length === 0)
    await client.stop()
  })

  it('tells what cannot be read where oslo.config does, and what else is wrong', async () => {
    await withConf('[vnc]\nenabled = perhaps\nhalf\n', async document => {
      const [fault, value] = await document.diagnostics()
      deepStrictEqual([fault?.severity, fault?.range.start.line, fault?.code], [1, 2, 'parse-error'])
      strictEqual(value?.code, 'invalid-value')
    })
  })

  it('is judged by the release that the settings name', async () => {
    const client = await TestClient.ready({ settings: { conf: { release: '28' } } })
    const document = await client.open('nova.conf', '[hyperv]\nvswitch_name = one\n', 'oslo-config')
    deepStrictEqual(await document.diagnostics(), [])
    await client.changeSettings({ conf: { release: 'caracal' } })
    await client.ledger.until('the refresh', () => client.ledger.refreshes > 0)
    deepStrictEqual(await document.codes(), ['removed-option'])
    await client.stop()
  })
})

describe('typing in a configuration file', () => {
  it('offers sections, options and values, those on their way out last', async () => {
    await withConf(
      '[pa\n[paint]\nw\ncolour = \n',
      async document => {
        ok((await document.completions('[pa')).includes('[paint]'))
        deepStrictEqual(await document.completions('\nw'), ['password', 'workers', 'going (old)'])
        deepStrictEqual(await document.completions('colour = '), ['red', 'blue'])
      },
      { 'nova/conf/paint.py': nova },
    )
  })

  it('shows the outline without secrets, and folds sections', async () => {
    await withConf(
      '[paint]\npassword = words\ncolour = blue\n\n# Next.\n[vnc]\nenabled = 1\n',
      async (document, client) => {
        const symbols = await document.symbols()
        deepStrictEqual(
          symbols.map(({ name, children }) => [name, ...(children ?? []).map(each => each.name)]),
          [
            ['[paint]', 'password', 'colour'],
            ['[vnc]', 'enabled'],
          ],
        )
        ok(!JSON.stringify(symbols).includes('words'))
        const params = { textDocument: { uri: document.uri } }
        const folds = await client.connection.sendRequest<FoldingRange[]>('textDocument/foldingRange', params)
        deepStrictEqual(
          folds.map(({ startLine, endLine }) => [startLine, endLine]),
          [
            [0, 2],
            [5, 6],
          ],
        )
      },
    )
  })
})

describe('quick fixes of a configuration file', () => {
  async function fixed(text: string, at: string, title: RegExp, files = {}): Promise<string> {
    let result = ''
    await withConf(
      text,
      async document => {
        const action = (await document.actionsAt(at)).find(each => title.test(each.title))
        ok(action, JSON.stringify((await document.actionsAt(at)).map(each => each.title)))
        await document.change(editsOf(action))
        result = document.text
      },
      files,
    )
    return result
  }

  it('rename what is deprecated', async () => {
    const text = await fixed('[paint]\namount = 3\n', 'amount', /Rename to 'workers'/, { 'nova/conf/paint.py': nova })
    strictEqual(text, '[paint]\nworkers = 3\n')
  })

  it('remove what does not count, take the nearest name, move to the right section', async () => {
    strictEqual(await fixed('[vnc]\nenabled = 1\nenabled = 0\n', 'enabled = 0', /^Remove/), '[vnc]\nenabled = 0\n')
    strictEqual(await fixed('[vnc]\nenabeld = 1\n', 'enabeld', /^Rename/), '[vnc]\nenabled = 1\n')
    strictEqual(
      await fixed('[vnc]\nvirt_type = kvm\n[libvirt]\ncpu_mode = none\n', 'virt_type', /^Move to \[libvirt\]/),
      '[vnc]\n[libvirt]\ncpu_mode = none\nvirt_type = kvm\n',
    )
  })

  it('set what is safer, with the name of the check', async () => {
    match(
      await fixed(
        '[DEFAULT]\ncompute_driver = libvirt.LibvirtDriver\n[glance]\nverify_glance_signatures = false\n',
        'verify_glance',
        /^Set 'verify_glance/,
      ),
      /\n# [\w-]+: .*\nverify_glance_signatures = true\n/,
    )
    match(
      await fixed('[DEFAULT]\ncompute_driver = libvirt.LibvirtDriver\n[vnc]\n[libvirt]\n', '[libvirt]', /^Set/),
      /\[libvirt\]\n# .*\n\w+ = \w+\n/,
    )
  })
})
