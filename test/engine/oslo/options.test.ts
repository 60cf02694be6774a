import { strict as assert } from 'node:assert'
import type { Option } from '../../../server/src/engine/index'
import { optionOf, optionsOf, told } from '../engine'

/** The facts of a declaration that are not absent, in words. */
async function factsOf(source: string): Promise<Record<string, string>> {
  return facts(await optionOf(source))
}

function facts(option: Option): Record<string, string> {
  const values = {
    name: option.name,
    dest: option.dest,
    short: option.short,
    default: option.default,
    sampleDefault: option.sampleDefault,
    help: option.help,
    metavar: option.metavar,
    secret: option.secret,
    required: option.required,
    mutable: option.mutable,
    advanced: option.advanced,
    positional: option.positional,
    deprecatedForRemoval: option.deprecatedForRemoval,
    deprecatedReason: option.deprecatedReason,
    deprecatedSince: option.deprecatedSince,
  }
  const present = Object.entries(values).filter(([, value]) => value.kind !== 'absent')
  return Object.fromEntries(present.map(([key, value]) => [key, told(value)]))
}

const names = async (source: string): Promise<string[]> =>
  (await optionsOf(source)).map(option => `${option.className} ${option.displayName}`)

describe('An option', () => {
  it('is found under whatever name its class was imported', async () => {
    const source = `
import oslo_config.cfg
import oslo_config.cfg as conf
from oslo_config import cfg
from oslo_config import cfg as c
from oslo_config.cfg import StrOpt, IntOpt as Whole
from oslo.config import cfg as old
Flag = cfg.BoolOpt
oslo_config.cfg.StrOpt('a')
conf.StrOpt('b')
cfg.StrOpt('c')
c.StrOpt('d')
StrOpt('e')
Whole('f')
old.StrOpt('g')
Flag('h')
`
    const found = ['StrOpt a', 'StrOpt b', 'StrOpt c', 'StrOpt d', 'StrOpt e', 'IntOpt f', 'StrOpt g', 'BoolOpt h']
    assert.deepEqual(await names(source), found)
  })

  it('is of any of oslo.config’s classes; DeprecatedOpt and OptGroup are none', async () => {
    const classes = [
      'Opt',
      'StrOpt',
      'BoolOpt',
      'IntOpt',
      'FloatOpt',
      'ListOpt',
      'DictOpt',
      'PortOpt',
      'IPOpt',
      'HostnameOpt',
      'HostAddressOpt',
      'HostDomainOpt',
      'URIOpt',
      'MultiOpt',
      'MultiStrOpt',
      'SubCommandOpt',
    ]
    const source = classes.map(name => `cfg.${name}('x')`).join('\n')
    assert.deepEqual(
      await names(`${source}\ncfg.DeprecatedOpt('y')\ncfg.OptGroup('z')\ncfg.ConfigOpts('w')\nother.StrOpt('v')`),
      classes.map(name => `${name} x`),
    )
  })

  it('has each fact that is written, and is silent about the others', async () => {
    const source = `cfg.StrOpt('a-b', short='a', default='d', sample_default='s', help='h', metavar='M', secret=True,
      required=False, mutable=True, advanced=True, deprecated_for_removal=True, deprecated_reason='r', deprecated_since='1')`
    assert.deepEqual(await factsOf(source), {
      name: "'a-b'",
      dest: "'a_b'",
      short: "'a'",
      default: "'d'",
      sampleDefault: "'s'",
      help: "'h'",
      metavar: "'M'",
      secret: 'True',
      required: 'False',
      mutable: 'True',
      advanced: 'True',
      deprecatedForRemoval: 'True',
      deprecatedReason: "'r'",
      deprecatedSince: "'1'",
    })
    assert.deepEqual(await factsOf("cfg.StrOpt('a')"), { name: "'a'", dest: "'a'" })
  })

  it('takes None as if nothing were written', async () => {
    assert.deepEqual(await factsOf("cfg.StrOpt('a', default=None, secret=None, help=None, dest=None)"), {
      name: "'a'",
      dest: "'a'",
    })
  })

  it('says which facts are written but not known, as the source has them', async () => {
    const option = await optionOf(
      "import outside\ncfg.StrOpt('a', secret=outside.is_secret(\n  1), help=outside.HELP, default=outside.make())",
    )
    assert.deepEqual(option.secret.kind === 'unknown' && option.secret.source, 'outside.is_secret( 1)')
    assert.deepEqual(facts(option), {
      name: "'a'",
      dest: "'a'",
      secret: 'unknown',
      help: 'unknown',
      default: 'unknown',
    })
  })

  it('whose keywords are unpacked has those that are known; any other may be among what is not', async () => {
    const known = "shared = {'secret': True, 'help': 'h'}\ncfg.StrOpt('a', **shared)"
    assert.deepEqual(await factsOf(known), { name: "'a'", dest: "'a'", secret: 'True', help: "'h'" })
    const option = await optionOf("def make(**kwargs):\n  return cfg.StrOpt('a', default=None, **kwargs)")
    assert.deepEqual([option.default.kind, option.secret.kind, told(option.name)], ['absent', 'unknown', "'a'"])
  })

  it('reads flags by their truth, and refuses to guess that of others', async () => {
    const option = await optionOf("cfg.StrOpt('a', secret=1, required=0, mutable='yes')")
    assert.deepEqual([told(option.secret), told(option.required), option.mutable.kind], ['True', 'False', 'unknown'])
  })

  it('takes positional arguments in the order of its class', async () => {
    const option = await optionOf("cfg.StrOpt('a', ['x', 'y'], True, '^a$', True, 5)")
    const type = option.valueType.kind === 'known' ? option.valueType.value : undefined
    assert.deepEqual(
      [type?.choices, type?.quotes, type?.regex, type?.ignoreCase, type?.maxLength].map(
        value => value?.kind === 'known' && value.value,
      ),
      [[{ value: 'x' }, { value: 'y' }], true, '^a$', true, 5],
    )
    const plain = await factsOf("cfg.Opt('a', None, 'd', 's', 'default', None, 'M', 'help')")
    assert.deepEqual(plain, {
      name: "'a'",
      dest: "'d'",
      short: "'s'",
      default: "'default'",
      metavar: "'M'",
      help: "'help'",
    })
    const whole = await optionOf("cfg.IntOpt('a', 1, 5)")
    assert.deepEqual([told(whole.min), told(whole.max)], ['1', '5'])
  })

  it('refuses to choose between an argument by place and the same by name', async () => {
    assert.equal((await optionOf("cfg.StrOpt('a', name='b')")).name.kind, 'unknown')
    assert.equal((await optionOf("cfg.StrOpt(name='b')")).displayName, 'b')
  })

  it('of a class of the project has the class of oslo.config that it derives from', async () => {
    const source = `
class Plain(cfg.BoolOpt): pass
class Own(cfg.StrOpt):
    def __init__(self, name, extra=None, **kwargs):
        kwargs.setdefault('secret', True)
        super(Own, self).__init__(name, help='own ' + name, **kwargs)
class Old(cfg.IntOpt):
    def __init__(self, name):
        cfg.IntOpt.__init__(self, name, min=1)
Plain('a', default=True)
Own('b', default='x')
Old('c')
`
    const options = await optionsOf(source)
    assert.deepEqual(
      options.map(option => [
        option.className,
        option.baseClass,
        option.displayName,
        told(option.default),
        told(option.help),
      ]),
      [
        ['Plain', 'BoolOpt', 'a', 'True', 'absent'],
        ['Own', 'StrOpt', 'b', "'x'", "'own b'"],
        ['Old', 'IntOpt', 'c', 'absent', 'absent'],
      ],
    )
    assert.equal(told(options[2]!.min), '1')
  })

  it('lists its former names and groups', async () => {
    const source = `
old = [cfg.DeprecatedOpt('b', group='g'), cfg.DeprecatedOpt('c')]
cfg.StrOpt('a', deprecated_name='n', deprecated_group='h', deprecated_opts=old)
`
    const { deprecatedOpts } = await optionOf(source)
    assert.deepEqual(deprecatedOpts.kind === 'known' && deprecatedOpts.value, [
      { name: 'b', group: 'g' },
      { name: 'c', group: undefined },
      { name: 'n', group: 'h' },
    ])
    const unknown = await optionOf("cfg.StrOpt('a', deprecated_opts=outside.old())")
    assert.equal(unknown.deprecatedOpts.kind, 'unknown')
  })

  it('made by a loop or a factory is one for each name', async () => {
    const source = `
def make(name, kind=cfg.StrOpt): return kind(name, help='The ' + name)
for name in ('a', 'b'):
    cfg.StrOpt('x_%s' % name, default=name)
opts = [make('c'), make('d', cfg.IntOpt)]
more = [cfg.BoolOpt(n) for n in ['e', 'f']]
`
    // Both classes come from the one call that stands in the factory.
    assert.deepEqual(await names(source), [
      'StrOpt c',
      'IntOpt d',
      'StrOpt x_a',
      'StrOpt x_b',
      'BoolOpt e',
      'BoolOpt f',
    ])
  })

  it('is found in functions that nobody calls, in branches never taken and in half-typed text', async () => {
    const source = `
def uncalled(x):
    return cfg.StrOpt('a', default=x)
if False:
    cfg.StrOpt('b')
class A:
    def method(self):
        def inner(): return [cfg.StrOpt('c')]
while x:
    cfg.StrOpt('d')
else:
    cfg.StrOpt('e')
cfg.StrOpt('f', default=)
`
    assert.deepEqual(
      (await names(source)).map(each => each.slice(-1)),
      ['a', 'b', 'c', 'd', 'e', 'f'],
    )
  })
})
