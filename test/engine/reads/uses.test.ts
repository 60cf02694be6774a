import { strict as assert } from 'node:assert'
import { declarations, usesOf } from './usesOf'

const head = 'import nova.conf\nCONF = nova.conf.CONF\n'

async function check(
  text: string,
  expected: readonly string[],
  files?: Readonly<Record<string, string>>,
): Promise<void> {
  assert.deepEqual(await usesOf(text, files), expected)
}

describe('A read of an option', () => {
  it('has its place in a text that is half typed, behind functions that are left out', () =>
    check(
      `${head}def other(a):
    return a + 1
def f():
    print(CONF.host)
def more(b):
    return b
def g():
    return (CONF.state_path
def last():
    pass
`,
      ['CONF.host: read DEFAULT.host', 'CONF.state_path: read DEFAULT.state_path'],
    ))

  it('is found by what names stand for, not by what they are called', () =>
    check(
      `from oslo_config import cfg as c
from nova import conf as settings, utils
import nova.conf
print(c.CONF.host, settings.CONF.host, nova.conf.CONF.host, utils.OURS.host, utils.CONF.host)
def f(CONF):
    return CONF.host
`,
      [
        'c.CONF.host: read DEFAULT.host',
        'settings.CONF.host: read DEFAULT.host',
        'nova.conf.CONF.host: read DEFAULT.host',
        'utils.OURS.host: read DEFAULT.host',
      ],
      { 'nova/utils.py': 'from nova.conf import CONF as OURS\nCONF = object()\n' },
    ))

  it('may stand in a group, with a dash in its name, over several lines and with a call behind', () =>
    check(`${head}x = (\n    CONF.libvirt.images_type.lower())\ny = (CONF\n  .host)\n`, [
      'CONF.libvirt.images_type: read libvirt.images_type',
      'CONF: read DEFAULT.host',
    ]))

  it('goes by items, get and getattr, and not by a question', () =>
    check(
      `${head}GROUP = 'libvirt'
a = CONF['libvirt']['virt_type'], CONF[GROUP].virt_type, CONF[nova.conf.group.name].virt_type
b = CONF.get('host'), getattr(CONF.libvirt, 'virt_type', None)
c = hasattr(CONF, 'host'), 'host' in CONF
`,
      [
        "CONF['libvirt']['virt_type']: read libvirt.virt_type",
        'CONF[GROUP].virt_type: read libvirt.virt_type',
        'CONF[nova.conf.group.name].virt_type: read libvirt.virt_type',
        "CONF.get('host'): read DEFAULT.host",
        "getattr(CONF.libvirt, 'virt_type', None): read libvirt.virt_type",
      ],
    ))

  it('may begin at a group that a local, an attribute, also one of a class it derives from, or another module holds', () =>
    check(
      `${head}from nova import base
class Driver(base.Driver):
    def f(self):
        group = CONF.libvirt
        return group.virt_type, self.settings.images_type, self.kept, base.common.cpu_mode
`,
      [
        'group.virt_type: read libvirt.virt_type',
        'self.settings.images_type: read libvirt.images_type',
        'base.common.cpu_mode: read libvirt.cpu_mode',
      ],
      {
        'nova/base.py': `${head}common = CONF.libvirt
class Driver:
    kept = CONF.host
    def __init__(self):
        self.settings = CONF.libvirt
`,
      },
    ))

  it('runs in default arguments, decorators, f-strings, raises and long functions, too', () =>
    check(
      `${head}@retry(CONF.host)
def f(a=CONF.host):
    """${'long '.repeat(500)}"""
    raise ValueError(f'no {CONF.host}')
`,
      ['CONF.host: read DEFAULT.host', 'CONF.host: read DEFAULT.host', 'CONF.host: read DEFAULT.host'],
    ))

  it('is none of the names that a ConfigOpts has itself, and of those that a comment or string mentions', () =>
    check(`${head}# CONF.host\nCONF.find_file('CONF.host')\nCONF.register_opts([])\n'''CONF.host'''\n`, []))

  it('of a parameter called like a ConfigOpts must name a group and its option', () =>
    check(
      `def f(conf, ctx):\n    return conf.libvirt.virt_type, conf.host, ctx.config.libvirt.virt_type, conf.libvirt.uuid\n`,
      ['conf.libvirt.virt_type: read libvirt.virt_type', 'ctx.config.libvirt.virt_type: read libvirt.virt_type'],
    ))

  it('may go through the configuration of a back end', () =>
    check(
      `NAME = 'host'
class Driver:
    def f(self):
        config = self.configuration
        return self.configuration.host, self.configuration.safe_get(NAME), config.host, self.configuration.other
`,
      [
        'self.configuration.host: read DEFAULT.host',
        'self.configuration.safe_get(NAME): read DEFAULT.host',
        'config.host: read DEFAULT.host',
      ],
    ))
})

describe('The configuration of a back end', () => {
  it('is known by its class, and by its name behind what nobody knows', () =>
    check(
      `from nova import configuration
class Manager:
    def __init__(self, name):
        self.configuration = configuration.Configuration([], name)
    def f(self):
        return self.configuration.host, self.driver.configuration.state_path, self.driver.configuration.other
`,
      ['self.configuration.host: read DEFAULT.host', 'self.driver.configuration.state_path: read DEFAULT.state_path'],
      {
        'nova/configuration.py': `class Configuration:
    def __init__(self, opts, name):
        self.name = name
    def __getattr__(self, name):
        return getattr(self.name, name)
`,
      },
    ))
})

describe('A computed name', () => {
  it('is every name that a loop, a test or a table gives', () =>
    check(
      `${head}for res in ('cpu', 'ram'):
    attr = '%s_ratio' % res
    getattr(CONF.libvirt, attr)
def f(key):
    if key in ['host']:
        getattr(CONF, key)
    for a, b in {'cpu': 1}.items():
        CONF.libvirt[f'{a}_ratio']
`,
      [
        'getattr(CONF.libvirt, attr): dynamic libvirt.cpu_ratio',
        'getattr(CONF.libvirt, attr): dynamic libvirt.ram_ratio',
        'getattr(CONF, key): read DEFAULT.host',
        "CONF.libvirt[f'{a}_ratio']: read libvirt.cpu_ratio",
      ],
    ))

  it('is what a table that is written out holds', () =>
    check(
      `${head}NAMES = {'cpu': 'cpu_listen', 'ram': 'ram_listen'}
getattr(CONF, NAMES['cpu'])
def f(which):
    return getattr(CONF, NAMES[which])
`,
      [
        "getattr(CONF, NAMES['cpu']): read DEFAULT.cpu_listen",
        'getattr(CONF, NAMES[which]): dynamic DEFAULT.cpu_listen',
        'getattr(CONF, NAMES[which]): dynamic DEFAULT.ram_listen',
      ],
    ))

  it('may be any option that fits, but not any at all', () =>
    check(`${head}def f(name):\n    getattr(CONF, '%s_listen' % name)\n    getattr(CONF, name)\n`, [
      "getattr(CONF, '%s_listen' % name): dynamic DEFAULT.cpu_listen",
      "getattr(CONF, '%s_listen' % name): dynamic DEFAULT.ram_listen",
    ]))
})

describe('A write of an option', () => {
  it('goes by methods of oslo.config, of test cases and of fixtures, and by assignment', () =>
    check(
      `${head}from oslo_config import fixture
class T:
    def setUp(self):
        CONF.set_override('virt_type', 'kvm', 'libvirt')
        CONF.set_default('host', 'x', group=None)
        CONF.clear_override('host')
        self.flags(virt_type='qemu', group='libvirt')
        self.flags(**{'host': 'y'})
        self.fixture = self.useFixture(fixture.Config(CONF))
        self.fixture.config(host='z')
        self.fixture.conf.libvirt.virt_type = 'lxc'
`,
      [
        "CONF.set_override('virt_type', 'kvm', 'libvirt'): write libvirt.virt_type",
        "CONF.set_default('host', 'x', group=None): write DEFAULT.host",
        "CONF.clear_override('host'): write DEFAULT.host",
        "virt_type='qemu': write libvirt.virt_type",
        "'host': write DEFAULT.host",
        "host='z': write DEFAULT.host",
        'self.fixture.conf.libvirt.virt_type: write libvirt.virt_type',
      ],
    ))

  it('may have its names, and its group, in a dict', () =>
    check(
      `class T:
    def setUp(self):
        given = {'virt_type': 'x', 'group': 'libvirt'}
        self.flags(**given)
        for each in ('virt_type', 'images_type'):
            self.flags(**{each: 1, 'group': 'libvirt'})
`,
      [
        'self.flags(**given): write libvirt.virt_type',
        'each: write libvirt.virt_type',
        'each: write libvirt.images_type',
      ],
    ))

  it('is known in a test whose class derives from others', () =>
    check(
      `from nova import between\nclass T(between.Case):\n    def f(self):\n        self.conf_fixture.config(host='x')\n`,
      ["host='x': write DEFAULT.host"],
      {
        'nova/between.py': 'from nova import first\nclass Case(first.Case):\n    pass\n',
        'nova/first.py': `from oslo_config import fixture as config_fixture
class Case:
    def setUp(self):
        self.conf_fixture = self.useFixture(config_fixture.Config())
`,
      },
    ))
})

describe('An option', () => {
  it('is used by defaults that take its value in, and by import_opt', async () => {
    assert.deepEqual(await usesOf(declarations, {}, 'nova/conf/__init__.py'), [
      "cfg.StrOpt('state_path', default='/var/lib/$host'): interpolation DEFAULT.host",
    ])
    await check(`${head}CONF.import_opt('host', 'nova.conf')\n`, [
      "CONF.import_opt('host', 'nova.conf'): import DEFAULT.host",
    ])
  })
})
