import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { circular } from '../engine/project/circularImports'
import { violations } from '../../server/src/settings/violations'
import type { Schema } from '../../server/src/settings/schema'
import { textOf } from '../repo/tree'
import { inFolder } from './folder'
import { runCli } from './runCli'

describe('nova-config-review inventory', () => {
  it('lists every option with what oslo.config would hold', async () => {
    const source = `from oslo_config import cfg

opts = [
    cfg.IntOpt('workers',
               default=2 * 4, min=1, max=64,
               deprecated_name='num-workers',
               help='How many 👷 work.'),
    cfg.StrOpt('log-level', choices=[('info', 'short'), ('debug', 'noisy')], required=True, metavar='LEVEL'),
]


def register_opts(conf):
    conf.register_opts(opts, group='api')
    conf.register_opts(opts, group='metadata')
`
    const [workers, level] = await inventoryOf({ 'nova/conf/api.py': source })
    assert.deepEqual(withoutJudgement(workers), {
      schemaVersion: 1,
      file: 'nova/conf/api.py',
      line: 4,
      endLine: 7,
      type: 'IntOpt',
      name: 'workers',
      group: ['api', 'metadata'],
      default: 8,
      secret: false,
      choices: null,
      min: 1,
      max: 64,
      mutable: false,
      deprecatedForRemoval: false,
      required: false,
      advanced: false,
      positional: false,
      helpLength: 16,
      dest: 'workers',
      metavar: null,
      sampleDefault: null,
      helpSha1: createHash('sha1').update('How many 👷 work.').digest('hex'),
      deprecatedNames: ['num-workers'],
      deprecatedOpts: [{ group: null, name: 'num-workers' }],
    })
    assert.ok(level)
    assert.equal(level['dest'], 'log_level')
    assert.equal(level['default'], null)
    assert.equal(level['helpLength'], null)
    assert.equal(level['required'], true)
    assert.equal(level['metavar'], 'LEVEL')
    assert.deepEqual(level['choices'], ['info', 'debug'])
    assert.deepEqual(level['deprecatedNames'], [])
  })

  it('shows what a library brings into a group, and says whose it is', () =>
    inFolder(
      {
        'conf.py': `from keystoneauth1 import loading as ks_loading
from oslo_config import cfg

opt = cfg.StrOpt('own')


def register_opts(conf):
    conf.register_opts([opt], group='glance')
    ks_loading.register_session_conf_options(conf, 'glance')
    ks_loading.register_session_conf_options(conf, 'glance')
`,
      },
      async folder => {
        const { out } = await runCli(['inventory', '.'], folder)
        const lines = out.trimEnd().split('\n')
        assert.equal(lines[0], 'conf.py:4: [glance] own  StrOpt')
        assert.equal(lines[1], 'conf.py:9: [glance] cafile  StrOpt  (from keystoneauth1)')
        assert.equal(lines.filter(line => line.includes('[glance] insecure  BoolOpt')).length, 1)
        assert.equal(lines.at(-1), `1 option in 1 file, and ${lines.length - 2} from libraries.`)
        const json = JSON.parse((await runCli(['inventory', '--format', 'json', '.'], folder)).out) as unknown[]
        assert.equal(json.length, 1)
      },
    ))

  it('tells the groups in which modules that import each other put their options', async () => {
    const groups = (await inventoryOf(circular)).map(({ name, group }) => [name, group])
    assert.deepEqual(groups, [['cpu_mode', ['g', 'listed']]])
  })

  it('says what matters to security, and for what', async () => {
    const source = "from oslo_config import cfg\n\nopt = cfg.StrOpt('admin_password', secret=True)\n"
    const [record] = await inventoryOf({ 'a.py': source })
    assert.ok(record)
    assert.equal(record['securityRelevant'], true)
    assert.equal(record['category'], 'credential')
  })

  it('leaves out what it does not know', async () => {
    const source = `from oslo_config import cfg
import elsewhere

opt = cfg.StrOpt(elsewhere.NAME, default=elsewhere.VALUE, secret=elsewhere.SECRET, help=elsewhere.HELP)
`
    const [record = {}] = await inventoryOf({ 'a.py': source })
    for (const key of ['name', 'dest', 'group', 'default', 'secret', 'helpLength', 'helpSha1']) {
      assert.ok(!(key in record), key)
    }
    assert.equal(record['type'], 'StrOpt')
    assert.equal(record['mutable'], false)
  })

  it('follows constants and options into other files of the same path', async () => {
    const [record] = await inventoryOf({
      'pkg/__init__.py': '',
      'pkg/defaults.py': "HOST = 'localhost'\n",
      'pkg/opts.py':
        "from oslo_config import cfg\nfrom pkg import defaults\n\nopt = cfg.StrOpt('host', default=defaults.HOST)\n",
      'pkg/main.py': "from oslo_config import cfg\nfrom pkg.opts import opt\n\ncfg.CONF.register_opt(opt, 'server')\n",
    })
    assert.ok(record)
    assert.equal(record['default'], 'localhost')
    assert.equal(record['group'], 'server')
  })

  it('names files relative to the path given, a file as it was given', () =>
    inFolder({ 'nova/conf/a.py': oneOption }, async folder => {
      assert.equal((await listed(['nova'], folder))[0]?.['file'], 'conf/a.py')
      assert.equal((await listed(['nova/conf/a.py'], folder))[0]?.['file'], 'nova/conf/a.py')
      assert.equal((await listed([], folder))[0]?.['file'], 'nova/conf/a.py')
      assert.equal((await listed(['./nova/'], folder))[0]?.['file'], 'conf/a.py')
    }))

  it('leaves hidden folders, environments and installed packages alone, unless a path names them', () =>
    inFolder(
      Object.fromEntries(
        ['a.py', '.tox/py3/b.py', '.git/c.py', 'venv/lib/d.py', 'node_modules/x/e.py', 'lib/site-packages/f.py'].map(
          file => [file, oneOption],
        ),
      ),
      async folder => {
        assert.deepEqual(await filesListed(['.'], folder), ['a.py'])
        assert.deepEqual(await filesListed(['.tox', 'venv/lib/d.py'], folder), ['py3/b.py', 'venv/lib/d.py'])
      },
    ))

  it('is what its published schema says, with what was not read wholly', () =>
    inFolder({ 'conf.py': aliases, 'odd.py': '# coding: klingon\nfrom oslo_config import cfg\n' }, async folder => {
      const json = JSON.parse((await runCli(['inventory', '--format', 'json'], folder)).out) as unknown[]
      assert.equal(json.length, 2)
      const wrong = violations(json, JSON.parse(textOf('schemas/inventory.schema.json')) as Schema)
      assert.deepEqual(
        wrong.map(one => `${one.path.join('.')}: ${one.say()}`),
        [],
      )
    }))

  it('tells with --uses where each option is read, what that reaches, and what it was not followed into', () =>
    inFolder(
      {
        'nova/__init__.py': '',
        'nova/conf.py': `from oslo_config import cfg
CONF = cfg.CONF
CONF.register_opts([cfg.StrOpt('tool'), cfg.StrOpt('spare')], 'images')
`,
        'nova/run.py': `import subprocess
import netaddr
from nova.conf import CONF

subprocess.run([CONF.images.tool])
netaddr.IPNetwork(CONF.images.tool)


def f(client):
    client.connect('x', CONF.images.tool)
`,
      },
      async folder => {
        const { out } = await runCli(['inventory', '--uses', '--format', 'json', 'nova'], folder)
        const json = JSON.parse(out) as { name: string; uses: object[] }[]
        const read = { file: 'run.py', kind: 'read', test: false }
        assert.deepEqual(
          json.map(({ name, uses }) => [name, uses]),
          [
            [
              'tool',
              [
                { ...read, line: 5, column: 17, sinks: [{ kind: 'command', file: 'run.py', line: 5, hops: 0 }] },
                {
                  ...read,
                  line: 6,
                  column: 19,
                  sinks: [],
                  notFollowed: [{ call: 'netaddr.IPNetwork', file: 'run.py', line: 6 }],
                },
                {
                  ...read,
                  line: 10,
                  column: 25,
                  sinks: [],
                  notFollowed: [{ call: 'connect', file: 'run.py', line: 10 }],
                },
              ],
            ],
            ['spare', []],
          ],
        )
        assert.deepEqual(violations(json, JSON.parse(textOf('schemas/inventory.schema.json')) as Schema), [])
        const text = await runCli(['inventory', '--uses', 'nova'], folder)
        assert.match(text.out, /\[images\] tool .*3 reads, reaching command\n/)
        assert.match(text.out, /\[images\] spare .*no reads found\n/)
        const uses = await runCli(['uses', 'images.tool', 'nova'], folder)
        assert.match(uses.out, /run\.py:6:19 {2}read {2}not followed into netaddr\.IPNetwork in line 6\n/)
      },
    ))

  it('tells old names with their groups', async () => {
    const [record = {}] = await inventoryOf({ 'conf.py': aliases })
    assert.deepEqual(record['deprecatedNames'], ['older'])
    assert.deepEqual(record['deprecatedOpts'], [
      { group: 'DEFAULT', name: null },
      { group: null, name: 'older' },
    ])
  })

  it('prints a line for each option as text', () =>
    inFolder(
      { 'a.py': "from oslo_config import cfg\n\nopt = cfg.StrOpt('key', default='x', secret=True)\n" },
      async folder => {
        const { code, out } = await runCli(['inventory', '.'], folder)
        assert.equal(out, "a.py:3: [?] key  StrOpt = 'x'  (secret)\n1 option in 1 file.\n")
        assert.equal(code, 0)
      },
    ))

  it('prints an empty JSON list where there are no options', () =>
    inFolder({ 'a.py': '' }, async folder =>
      assert.equal((await runCli(['inventory', '--format', 'json'], folder)).out, '[]\n'),
    ))
})

const aliases = `from oslo_config import cfg

opt = cfg.StrOpt('new', deprecated_opts=[cfg.DeprecatedOpt(None, group='DEFAULT'), cfg.DeprecatedOpt('older')])
`

type Record_ = Readonly<Record<string, unknown>>

const oneOption = "from oslo_config import cfg\n\nopt = cfg.StrOpt('one')\n"

/** What the knowledge of security says, which has tests of its own. */
function withoutJudgement(record: Record_ | undefined): Record_ {
  const { securityRelevant: _relevant, category: _category, ...rest } = record ?? {}
  return rest
}

async function listed(args: readonly string[], cwd: string): Promise<Record_[]> {
  const { code, out, err } = await runCli(['inventory', '--format', 'json', ...args], cwd)
  assert.equal(err, '')
  assert.equal(code, 0)
  return JSON.parse(out) as Record_[]
}

async function filesListed(args: readonly string[], cwd: string): Promise<unknown[]> {
  return (await listed(args, cwd)).map(record => record['file'])
}

function inventoryOf(files: Readonly<Record<string, string>>): Promise<Record_[]> {
  return inFolder(files, folder => listed([folder], folder))
}
