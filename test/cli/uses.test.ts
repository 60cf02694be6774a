import assert from 'node:assert/strict'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { inFolder } from './folder'
import { runCli } from './runCli'

const files = {
  'nova/__init__.py': '',
  'nova/conf.py': `from oslo_config import cfg
CONF = cfg.CONF
CONF.register_opts([cfg.StrOpt('virt-type'), cfg.StrOpt('unused')], 'libvirt')
`,
  'nova/virt.py': 'from nova.conf import CONF\n\nif CONF.libvirt.virt_type:\n    print(CONF.debug)\n',
  'nova/tests/__init__.py': '',
  'nova/tests/test_virt.py': `class T:\n    def test(self):\n        self.flags(virt_type='x', group='libvirt')\n`,
}

describe('nova-config-review uses', () => {
  it('lists each option with its reads and writes, as JSON', () =>
    inFolder(files, async folder => {
      const { code, out, err } = await runCli(['uses', '--format', 'json', 'nova'], folder)
      assert.deepEqual([code, err], [0, ''])
      assert.deepEqual(JSON.parse(out), [
        {
          group: 'libvirt',
          option: 'virt_type',
          reads: [
            { file: 'tests/test_virt.py', line: 3, column: 20, kind: 'write', test: true, sinks: [] },
            { file: 'virt.py', line: 3, column: 4, kind: 'read', test: false, sinks: [] },
          ],
        },
        { group: 'libvirt', option: 'unused', reads: [] },
        {
          group: 'DEFAULT',
          option: 'debug',
          reads: [{ file: 'virt.py', line: 4, column: 11, kind: 'read', test: false, sinks: [] }],
        },
      ])
    }))

  it('knows the calls that the team names in its settings, and names a mistake there', () =>
    inFolder(
      {
        ...files,
        'nova/run.py': `from mycloud import client
from nova.conf import CONF

client.Client().send('x', CONF.libvirt.unused)
client.Client().send(CONF.libvirt.virt_type)
`,
        '.nova-config-review/config.json':
          '{ "sinks": [{ "call": "mycloud.client.Client.send", "argument": 1, "kind": "http" }] }',
      },
      async folder => {
        const { out } = await runCli(['uses', 'nova'], folder)
        assert.match(out, /run\.py:4:27 {2}read {2}reaches http in line 4\n/)
        assert.match(out, /run\.py:5:22 {2}read\n/)
        await writeFile(
          join(folder, '.nova-config-review/config.json'),
          '{ "sinks": [{ "call": "a.b", "kind": "x" }] }',
        )
        const { code, err } = await runCli(['uses', 'nova'], folder)
        assert.equal(code, 2)
        assert.match(err, /config\.json:1:38: "x" is not allowed here: it has to be "command", /)
      },
    ))

  it('shows one option to people, by its name with or without its group', () =>
    inFolder(files, async folder => {
      const expected = '[libvirt] virt_type  (1 use in tests)\n  nova/virt.py:3:4  read\n1 option, 2 uses.\n'
      assert.equal((await runCli(['uses', 'libvirt.virt-type', 'nova'], folder)).out, expected)
      assert.equal((await runCli(['uses', 'virt_type', 'nova'], folder)).out, expected)
      const { out } = await runCli(['uses', 'unused'], folder)
      assert.equal(out, '[libvirt] unused  (never read or written)\n1 option, 0 uses.\n')
    }))

  it('fails where there is no such option', () =>
    inFolder(files, async folder => {
      const { code, err } = await runCli(['uses', 'virt_tipe', 'nova'], folder)
      assert.deepEqual([code, err], [2, 'error: there is no option virt_tipe\n'])
    }))
})
