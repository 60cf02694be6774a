import assert from 'node:assert/strict'
import {
  type Option,
  type PythonParser,
  Project,
  categorize,
  cinderEntries,
  keystoneEntries,
  defaultReviewSettings,
  knowledgeOf,
  novaEntries,
  review,
} from '../../server/src/engine/index'
import { projectOf } from '../engine/engine'
import { loadParser, preamble } from './engine'

describe('The category of an option', () => {
  let python: PythonParser
  before(async () => {
    python = await loadParser()
  })

  function optionOf(source: string, file = 'heat/conf/example.py', group = 'api'): Option {
    const project = new Project(python)
    const list = `opts = [${source}]\n\n\ndef register_opts(conf):\n    conf.register_opts(opts, group='${group}')\n`
    project.setText(file, preamble + list)
    const [option] = project.module(file)?.options ?? []
    assert.ok(option, source)
    return option
  }

  const cases: readonly (readonly [string, string, boolean])[] = [
    ["cfg.StrOpt('admin_password')", 'credential', true],
    ["cfg.StrOpt('connection', help='The SQLAlchemy connection string.')", 'credential', true],
    ["cfg.StrOpt('master_key', secret=True)", 'cryptography', true],
    ["cfg.BoolOpt('verify_ssl', default=True)", 'transport-security', true],
    ["cfg.PortOpt('anything')", 'network-exposure', true],
    ["cfg.StrOpt('auth_strategy', choices=['a', 'b'])", 'authentication', true],
    ["cfg.IntOpt('quota_networks', default=10)", 'resource-limit', true],
    ["cfg.StrOpt('helper_command')", 'code-execution', true],
    ["cfg.StrOpt('cell', default='/var/lib/x')", 'file-path', true],
    ["cfg.StrOpt('odd', help='Only root may change it: it opens privileged ports.')", 'authorization', true],
    ["cfg.IntOpt('report_interval', default=10)", 'availability', false],
    ["cfg.FloatOpt('ram_weight_multiplier', default=1.0)", 'other', false],
    ["cfg.StrOpt('vnc_keymap', default='en-us')", 'other', false],
    ["cfg.StrOpt('notification_format')", 'audit', false],
    ["cfg.StrOpt('region_name')", 'other', false],
    ["cfg.StrOpt('shard', help='A case-insensitive name; it is Case sensitive elsewhere.')", 'other', false],
    ["cfg.StrOpt('shard', help='It holds sensitive data.')", 'other', true],
    ["cfg.ListOpt('enabled_apis', item_type=cfg.types.String(choices=['a', 'b']))", 'network-exposure', true],
    ["cfg.IntOpt('reserved_host_memory_mb', default=512)", 'resource-limit', true],
    ["cfg.IntOpt('parallel', help='High numbers may DDoS the image service.')", 'resource-limit', true],
    ["cfg.BoolOpt('skip_cpu_compare', help='Skip the check.')", 'availability', false],
    ["cfg.BoolOpt('disable_policy_check', help='Skip the check.')", 'isolation', true],
  ]
  for (const [source, category, securityRelevant] of cases) {
    it(`is ${category} for ${source}`, () => {
      assert.deepEqual(categorize(optionOf(source)), { category, securityRelevant })
    })
  }

  it('comes with more for options of Nova that are known, and for no others', () => {
    const source = "cfg.ListOpt('auth_schemes', default=['none'])"
    assert.equal(knowledgeOf(optionOf(source, 'nova/conf/vnc.py', 'vnc'))?.safer.startsWith('vencrypt'), true)
    assert.equal(knowledgeOf(optionOf(source, 'nova/conf/vnc.py', 'spice')), undefined)
    assert.equal(knowledgeOf(optionOf(source, 'ironic/conf/vnc.py', 'vnc')), undefined)
  })

  it('is known once for each option, in whole sentences', () => {
    for (const entries of [novaEntries, cinderEntries, keystoneEntries]) {
      const names = entries.map(({ group, name }) => `[${group}] ${name}`)
      assert.equal(new Set(names).size, names.length)
      for (const { name, reaches, risk, safer, since } of entries) {
        for (const text of [reaches, risk, safer]) assert.match(text, /^\S.*\.$/, name)
        if (since !== undefined) assert.match(since, /^\d+\.0\.0$/, name)
      }
    }
  })

  it('says what the help of options of Cinder and Keystone has to tell', () => {
    const rescope = optionOf("cfg.BoolOpt('allow_rescope_scoped_token')", 'keystone/conf/token.py', 'token')
    assert.match(knowledgeOf(rescope)?.mustTell?.risk ?? '', /all projects/)
    const wiped = optionOf("cfg.IntOpt('volume_clear_size')", 'cinder/volume/driver.py', 'backend_defaults')
    assert.equal(knowledgeOf(wiped)?.category, 'data-at-rest')
  })

  it('says more quietly what only those risk who change the default', async () => {
    const text = `from oslo_config import cfg
opts = [
    cfg.MultiStrOpt('virt_mkfs', default=[], help='Commands that make file systems.'),
    cfg.BoolOpt('force_raw_images', default=True, help='Turn images into raw ones.'),
]
def register_opts(conf):
    conf.register_opts(opts)
`
    const file = '/src/nova/conf/compute.py'
    const project = await projectOf({ [file]: text })
    const found = review(project, file, defaultReviewSettings)
      .filter(({ rule }) => rule === 'security-help-omits-risk')
      .map(({ option, severity }) => `${option?.name ?? ''} ${severity}`)
    assert.deepEqual(found, ['virt_mkfs information', 'force_raw_images hint'])
  })
})
