import { strict as assert } from 'node:assert'
import { check, optionOf, optionsOf, told } from './engine'

describe('Styles of OpenStack projects', () => {
  it('knows the name of a module, which keystone makes the name of its group', async () => {
    const files = {
      'keystone/__init__.py': '',
      'keystone/conf/__init__.py': '',
      'keystone/conf/totp.py': `
GROUP_NAME = __name__.split('.')[-1]
ALL_OPTS = [cfg.IntOpt('windows')]

def register_opts(conf):
    conf.register_opts(ALL_OPTS, group=GROUP_NAME)

def list_opts():
    return {GROUP_NAME: ALL_OPTS}
`,
    }
    const option = await optionOf(files, 'keystone/conf/totp.py')
    assert.deepEqual(option.membership.groups, ['totp'])
    await check({ __name__: "'proj.conf'" }, '', { 'proj/__init__.py': '' })
    await check({ __name__: "'conf'" })
  })

  it('leaves open whether a module is the one that is run', async () => {
    const options = await optionsOf(`
default = 1
if __name__ == '__main__':
    default = 2
cfg.IntOpt('run', default=default)
`)
    assert.equal(options[0]?.default.kind, 'unknown')
  })

  it('goes by what importing a module registers before functions that nobody was seen to call', async () => {
    const options = await optionsOf(`
fabric_opts = [cfg.StrOpt('address')]
zone_opts = [cfg.StrOpt('zone')]
CONF = cfg.CONF
CONF.register_opts(fabric_opts, group='EXAMPLE')

def load(names):
    CONF.register_opts(fabric_opts, group='shared')
    CONF.register_opts(zone_opts, group='shared')
`)
    assert.deepEqual(
      options.map(option => option.membership.groups),
      [['EXAMPLE'], ['shared']],
    )
  })

  it('knows oslo.config by heart, also where its source lies in the workspace', async () => {
    const files = {
      'oslo_config/__init__.py': '',
      'oslo_config/cfg.py': 'class Opt(object):\n    pass\n\nclass StrOpt(Opt):\n    pass\n',
      'proj/conf.py': "cfg.StrOpt('a', default='b')",
    }
    const option = await optionOf(files)
    assert.equal(option.className, 'StrOpt')
    assert.equal(option.name.kind, 'known')
  })

  it('leaves an option alone whose copy is changed', async () => {
    const [option, copied] = await optionsOf(`
import copy
OPTS = [cfg.StrOpt('driver', default='file')]
INCOMING = copy.deepcopy(OPTS)
for opt in INCOMING:
    opt.default = '\${storage.%s}' % opt.name

def list_opts():
    return [('storage', OPTS), ('incoming', INCOMING)]
`)
    assert.ok(option)
    assert.equal(told(option.default), "'file'")
    assert.deepEqual(option.membership.groups, ['storage'])
    assert.ok(copied)
    assert.equal(told(copied.default), "'${storage.driver}'")
    assert.deepEqual(copied.membership.groups, ['incoming'])
  })

  it('takes a name that functions rebind at its value while the module is imported', async () => {
    const options = await optionsOf(`
ROOTWRAP = '/etc/rootwrap.conf'
OTHER = 'before'

def setup(conf):
    global ROOTWRAP
    ROOTWRAP = conf.rootwrap_config

def change():
    global OTHER
    OTHER = 'after'

change()
OPTS = [cfg.StrOpt('rootwrap_config', default=ROOTWRAP), cfg.StrOpt('other', default=OTHER)]

def later_opts():
    return [cfg.StrOpt('later', default=ROOTWRAP)]
`)
    assert.deepEqual(
      options.map(option => told(option.default)),
      ["'/etc/rootwrap.conf'", 'unknown', 'unknown'],
    )
  })

  it('follows enumerations: members, their values, and all of them in a loop', async () => {
    await check(
      {
        'Usage.SIGN.value[0]': "'Digital Signature'",
        'Usage.SIGN.name': "'SIGN'",
        'Usage.SIGN': 'unknown',
        '[usage.value[0] for usage in Usage]': "['Digital Signature', 'Key Agreement']",
        'Level.LOW': '1',
        'Level.LOW.value': '1',
        'Mode.ON': "'on'",
        '[mode.value for mode in Mode]': "['on', 'off']",
      },
      `
import enum
from enum import Enum

class Usage(enum.Enum):
    SIGN = ('Digital Signature', 'digital_signature')
    AGREE = ('Key Agreement', 'key_agreement')

    def describe(self):
        return self.value[1]

class Level(enum.IntEnum):
    LOW = 1

class Mode(str, Enum):
    ON = 'on'
    OFF = 'off'
    NO = 'off'
`,
    )
  })

  it('knows the constants of libraries that defaults are taken from', async () => {
    await check(
      {
        'constants.VXLAN_UDP_PORT': '4789',
        MAX_PASSWORD_SIZE: '4096',
        'units.Gi': '1073741824',
        'constants.NEW': 'unknown',
      },
      'from neutron_lib import constants\nfrom oslo_utils import units\nfrom passlib.utils import MAX_PASSWORD_SIZE',
    )
  })

  it('keeps None a value wherever it goes', async () => {
    await check(
      {
        "PARAMS['exclude']": 'absent',
        "{'a': None}['a']": 'absent',
        '[None, 1][0]': 'absent',
        'given(None)': "'nothing'",
        'given()': "'nothing'",
        'settings.UNSET': 'absent',
        'cfg.StrOpt("other").help': 'absent',
      },
      `
from proj import settings
PARAMS = {'exclude': None, 'quiet': False}

def given(value=None):
    return 'nothing' if value is None else 'something'
`,
      { 'proj/__init__.py': '', 'proj/settings.py': 'UNSET = None' },
    )
  })

  it('subtracts sets', async () => {
    await check(
      {
        'sorted(set(RELEASES) - {"master"}, reverse=True)': "['zed', 'yoga']",
        'sorted({1, 2, 3} & {3, 2})': 'unknown',
        'sorted({1, 2} - {unknown_name})': 'unknown',
      },
      "RELEASES = {'yoga': 1, 'master': 2}\nRELEASES['zed'] = RELEASES['yoga']",
    )
  })

  it("reads the limits of a project's own type where its class sets them", async () => {
    const options = await optionsOf(`
class Address(types.ConfigType):
    def __init__(self, version=4):
        super(Address, self).__init__(type_name='address')
        self.version = version

class Prefix(types.Integer):
    def __init__(self):
        super().__init__(min=8, max=24, type_name='prefix')

    def __call__(self, value):
        return super().__call__(value)

class Listed(types.List):
    def __init__(self, choices=None):
        super(Listed, self).__init__()
        self.choices = choices or []

class Strange(types.String):
    def __init__(self, *args):
        pass

OPTS = [
    cfg.Opt('address', type=Address()),
    cfg.Opt('prefix', type=Prefix()),
    cfg.Opt('listed', type=Listed(['a'])),
    cfg.Opt('strange', type=Strange(['a'])),
]
`)
    assert.deepEqual(
      options.map(({ min, choices }) => [told(min), choices.kind === 'known' ? choices.value : choices.kind]),
      [
        ['absent', 'absent'],
        ['8', 'absent'],
        ['absent', [{ value: 'a' }]],
        ['unknown', 'unknown'],
      ],
    )
  })
})
