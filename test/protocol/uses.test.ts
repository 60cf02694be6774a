import assert from 'node:assert/strict'
import { TestClient } from './testClient'

const files = {
  'nova/__init__.py': '',
  'nova/conf.py': `from oslo_config import cfg
CONF = cfg.CONF
opts = [
    cfg.StrOpt('virt_type', default='kvm', help='Which hypervisor.'),
    cfg.StrOpt('old', deprecated_for_removal=True),
]
CONF.register_opts(opts, 'libvirt')
CONF.register_opts([cfg.StrOpt('host')])
`,
  'nova/virt.py': 'import nova.conf\n\nCONF = nova.conf.CONF\nprint(CONF.libvirt.virt_type)\n',
  'nova/tests/__init__.py': '',
  'nova/tests/test_virt.py': "class T:\n    def test(self):\n        self.flags(virt_type='x', group='libvirt')\n",
}

describe('a use of an option', () => {
  it('leads to its declaration, is told of by it, and shows its card', async () => {
    const client = await TestClient.ready({ files })
    const reader = await client.open('nova/virt.py', files['nova/virt.py'])
    const declaration = 'nova/conf.py:4:16'
    const all = [declaration, 'nova/virt.py:4:7', 'nova/tests/test_virt.py:3:20']
    assert.deepEqual(await reader.definition('virt_type'), [declaration])
    assert.deepEqual(await reader.references('virt_type'), all)
    assert.match((await reader.hover('virt_type')) ?? '', /libvirt.*virt_type[^]*Which hypervisor/)
    assert.deepEqual(await reader.definition('print'), [])
    // What leads there, other servers know.
    assert.deepEqual(await reader.definition('CONF.libvirt.virt_type'), [])
    assert.equal(await reader.hover('libvirt.virt_type'), undefined)
    const conf = await client.open('nova/conf.py', files['nova/conf.py'])
    assert.deepEqual(await conf.references("'virt_type'"), all)
    await client.stop()
  })

  it('is told with what configuration files set, by names of old as well, and from there', async () => {
    const conf = `from oslo_config import cfg
CONF = cfg.CONF
CONF.register_opts([cfg.StrOpt('kind', deprecated_name='sort'), cfg.StrOpt('other')], 'libvirt')
print(CONF.libvirt.kind)
`
    const text = '[libvirt]\n# kind = x\nsort = y\nother = z\n'
    const files = { 'nova/conf/kind.py': conf, 'etc/nova.conf': text, 'nova.conf.d/1.conf': '[LIBVIRT]\nkind = z\n' }
    const client = await TestClient.ready({ files, settings: {} })
    const declaration = await client.open('nova/conf/kind.py', conf)
    const all = ['nova/conf/kind.py:3:32', 'nova/conf/kind.py:4:7', 'etc/nova.conf:3:1', 'nova.conf.d/1.conf:2:1']
    assert.deepEqual(await declaration.references("'kind'"), all)
    const settings = await client.open('etc/nova.conf', text, 'oslo-config')
    assert.deepEqual(await settings.references('sort'), all)
    await client.stop()
  })

  it('is followed by class and default where the setting wants it, and not renamed', async () => {
    const client = await TestClient.ready({ files, settings: { inlayHints: true } })
    const reader = await client.open('nova/virt.py', files['nova/virt.py'])
    assert.deepEqual(await reader.inlayHints(), [`4:29 ": StrOpt = 'kvm'"`])
    const needs = /^Deployments set 'virt_type'\. To rename it, .*deprecated_name='virt_type'.* release note$/
    assert.match((await reader.prepareRename('virt_type')) ?? '', needs)
    assert.equal(await reader.prepareRename('print'), null)
    await client.stop()
    const usual = await TestClient.ready({ files })
    assert.deepEqual(await (await usual.open('nova/virt.py', files['nova/virt.py'])).inlayHints(), [])
    await usual.stop()
  })

  it('is found as it is typed, and gone when its file is', async () => {
    const client = await TestClient.ready({ files })
    const reader = await client.open('nova/virt.py', files['nova/virt.py'])
    const conf = await client.open('nova/conf.py', files['nova/conf.py'])
    assert.deepEqual(await conf.references("'host'"), ['nova/conf.py:8:32'])
    await reader.replace('CONF.libvirt.virt_type', 'CONF.host')
    assert.deepEqual(await conf.references("'host'"), ['nova/conf.py:8:32', 'nova/virt.py:4:7'])
    await conf.replace("'host'", "'seat'")
    assert.deepEqual(await reader.definition('host'), [])
    await client.stop()
  })

  it('is highlighted with the others in its file, reads and writes told apart', async () => {
    const text = `from oslo_config import cfg
CONF = cfg.CONF
CONF.register_opts([cfg.StrOpt('mode'), cfg.StrOpt('other')])
CONF.set_override('mode', 'x')
print(CONF.mode, CONF['mode'], CONF.other)
`
    const client = await TestClient.ready({ files: { 'a.py': text } })
    const document = await client.open('a.py', text)
    const all = ['3:32-38 1', '4:1-31 3', '5:12-16 2', '5:18-30 2']
    assert.deepEqual(await document.highlights("'mode'), cfg"), all)
    assert.deepEqual(await document.highlights('mode, '), all)
    assert.deepEqual(await document.highlights('print'), [])
    await client.stop()
  })

  it('is completed behind a ConfigOpts with groups and options, behind a group with its options', async () => {
    const client = await TestClient.ready({ files })
    const text = files['nova/virt.py'].replace('print(CONF.libvirt.virt_type)', 'CONF.\nCONF.libvirt.\nother.\n')
    const reader = await client.open('nova/virt.py', text)
    assert.deepEqual(await reader.completions('\nCONF.'), ['host', 'libvirt'])
    assert.deepEqual(await reader.completions('CONF.libvirt.'), ['virt_type', 'old (old)'])
    assert.deepEqual(await reader.completions('other.'), [])
    await client.stop()
  })
})
