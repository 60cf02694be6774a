import { strict as assert } from 'node:assert'
import type { GroupMembership } from '../../../server/src/engine/index'
import { file, optionsOf } from '../engine'

/** `g h` for two groups, `?` behind them when there may be others, `(listed)` when only `list_opts()` says so. */
function describeMembership({ groups, complete, registered, listed }: GroupMembership): string {
  const how = registered ? '' : listed ? ' (listed)' : ' (neither)'
  return `${groups.join(' ')}${complete ? '' : '?'}${how}`
}

/** Asserts the groups of each option by name. */
async function check(
  files: Readonly<Record<string, string>> | string,
  expected: Readonly<Record<string, string>>,
): Promise<void> {
  const options = await optionsOf(files)
  assert.deepEqual(
    Object.fromEntries(options.map(option => [option.displayName, describeMembership(option.membership)])),
    expected,
  )
}

const three = "a = cfg.StrOpt('a')\nb = cfg.StrOpt('b')\nopts = [a, b]\nmore = [cfg.StrOpt('c')]\n"

describe('The group of an option', () => {
  it('is that of each call that registers it', () =>
    check(
      `${three}
CONF = cfg.CONF
CONF.register_opts(opts)
CONF.register_opt(a, group='g')
CONF.register_cli_opts(more, 'h')
CONF.register_cli_opt(b, group=None)
`,
      { a: 'DEFAULT g', b: 'DEFAULT', c: 'h' },
    ))

  it('is that of a group object, of a name from elsewhere, and of the name of a group', () =>
    check(
      {
        [file]: `${three}
from proj import names
grp = cfg.OptGroup(name='g', title='t')
named = cfg.OptGroup(names.GROUP)
def register_opts(conf):
    conf.register_group(grp)
    conf.register_opts(opts, group=grp)
    conf.register_opts(more, group=named.name)
`,
        'proj/__init__.py': '',
        'proj/names.py': "GROUP = 'elsewhere'",
      },
      { a: 'g', b: 'g', c: 'elsewhere' },
    ))

  it('is found through an import whose line goes on behind a backslash', () =>
    check(
      {
        [file]: three,
        'proj/__init__.py': '',
        'proj/opts.py':
          "from proj import conf as \\\n    far_away\ndef list_opts():\n    return [('g', far_away.opts), ('h', far_away.more)]\n",
      },
      { a: 'g (listed)', b: 'g (listed)', c: 'h (listed)' },
    ))

  it('is told by list_opts(), be it a mapping, a list of pairs or a generator', () =>
    check(
      `${three}
x = [cfg.StrOpt('x')]
y = [cfg.StrOpt('y')]
def list_opts():
    return {'g': opts, cfg.OptGroup('h'): more}
def list_other_opts():
    return [('i', x), (None, [a])]
def list_more_opts():
    yield 'j', y
`,
      { a: 'DEFAULT g (listed)', b: 'g (listed)', c: 'h (listed)', x: 'i (listed)', y: 'j (listed)' },
    ))

  it('follows lists that are joined, chained, extended, appended to and made by loops', () =>
    check(
      `import itertools
${three}
d = cfg.StrOpt('d')
all = list(itertools.chain(opts, more))
all.append(d)
late = []
late.extend(opts)
late += more
for o in late: cfg.CONF.register_opt(o, group='h')
for group in ('g1', 'g2'): cfg.CONF.register_opts(all, group=group)
cfg.CONF.register_opts(opts + [d], group='sum')
cfg.CONF.register_opts([o for o in opts if o.name != 'b'], group='some')
`,
      { a: 'g1 g2 h some sum', b: 'g1 g2 h sum', c: 'g1 g2 h', d: 'g1 g2 sum' },
    ))

  it('is found when another file registers the options', () =>
    check(
      {
        [file]: three,
        'proj/__init__.py': '',
        'proj/service.py':
          "from oslo_config import cfg\nfrom proj import conf\nfrom proj.conf import more\ncfg.CONF.register_opts(conf.opts, group='s')\ncfg.CONF.register_opts(more)\n",
      },
      { a: 's', b: 's', c: 'DEFAULT' },
    ))

  it('is a pattern when its name is computed', () =>
    check(
      `def register(conf, name):
    opts = [cfg.StrOpt('a')]
    conf.register_opts(opts, group='mdev_%s' % name)
    conf.register_opts([cfg.StrOpt('b')], group='x_' + name)
    conf.register_opts([cfg.StrOpt('c')], group=f'{name}_y')
`,
      { a: 'mdev_*', b: 'x_*', c: '*_y' },
    ))

  it('may be another, too, when one of those that register it is not known', () =>
    check(
      `${three}
def register(conf, group):
    conf.register_opts(opts, group=group)
    conf.register_opts(more, group='g')
`,
      { a: '?', b: '?', c: 'g' },
    ))

  it('of an option that nobody registers is none', () =>
    check(three, { a: ' (neither)', b: ' (neither)', c: ' (neither)' }))

  it('counts for copies of an option as for itself, whose facts they leave alone', async () => {
    const source = `
import copy
opts = [cfg.StrOpt('a', default='own')]
copied = copy.deepcopy(opts)
copied[0].default = 'other'
cfg.CONF.register_opts(opts, group='g')
cfg.CONF.register_opts(copied, group='h')
`
    await check(source, { a: 'g h' })
    const [option] = await optionsOf(source)
    assert.deepEqual(option?.default.kind === 'known' && option.default.value, 'own')
  })

  it('is not what tests register', () =>
    check(
      {
        [file]: `${three}cfg.CONF.register_opts(opts)`,
        'proj/__init__.py': '',
        'proj/tests/test_conf.py':
          "from oslo_config import cfg\nfrom proj import conf\ncfg.CONF.register_opts(conf.opts, group='t')\ncfg.StrOpt('x')",
      },
      { a: 'DEFAULT', b: 'DEFAULT', c: ' (neither)' },
    ))
})
