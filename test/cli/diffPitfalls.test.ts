import assert from 'node:assert/strict'
import { inRepository } from './repository'
import { runCli } from './runCli'

/** What real histories hold that a comparison of texts, or of trees taken apart, gets wrong. */
interface Pitfall {
  readonly title: string
  /** Lines of nova/conf/api.py, before and after; other files beside it. */
  readonly before: Files
  readonly after: Files
  /** `impact kind [group] option`, with `lost` behind an alias that is not read any more. */
  readonly told: readonly string[]
  /** What has to stand in the text for people. */
  readonly said?: RegExp
}
type Files = Readonly<Record<string, string | null>>

/** A module that registers what it declares in a group. */
function moduleOf(group: string, ...options: readonly string[]): string {
  return registering(options, `conf.register_opts(opts, group='${group}')`)
}

function registering(options: readonly string[], ...statements: readonly string[]): string {
  const imports = 'from oslo_config import cfg\nfrom oslo_config import types\n\nfrom nova.conf import names\n'
  const list = options.map(one => `    cfg.${one},\n`).join('')
  const body = statements.map(one => `    ${one}\n`).join('')
  return `${imports}\nopts = [\n${list}]\n\n\ndef register_opts(conf):\n${body}`
}

const api = (group: string, ...options: readonly string[]): Files => ({
  'nova/conf/api.py': moduleOf(group, ...options),
})
const names = (text: string): Files => ({ 'nova/conf/names.py': text })
const note = (text: string): Files => ({ 'releasenotes/notes/a-0123456789abcdef.yaml': text })
const long = 'help="""Where it listens.\n\nPossible values:\n\n* any address\n"""'

const pitfalls: readonly Pitfall[] = [
  {
    title: 'an alias that changes the group only',
    before: api('DEFAULT', "StrOpt('vnc_keymap')"),
    after: api('vnc', "StrOpt('vnc_keymap', deprecated_group='DEFAULT')"),
    told: ['operator-visible moved [vnc] vnc_keymap'],
  },
  {
    title: 'an alias that is kept in the wrong group',
    before: api(
      'vnc',
      "StrOpt('server_listen', deprecated_opts=[cfg.DeprecatedOpt('vncserver_listen', group='DEFAULT'), cfg.DeprecatedOpt('vncserver_listen', group='vnc')])",
    ),
    after: api(
      'vnc',
      "StrOpt('server_listen', deprecated_opts=[cfg.DeprecatedOpt('vncserver_listen', group='DEFAULT')])",
    ),
    told: ['breaking alias [vnc] server_listen lost'],
    said: /\[vnc\] vncserver_listen/,
  },
  {
    title: 'a new name whose alias stands in another group than the old name',
    before: api('vnc', "StrOpt('vncserver_listen')"),
    after: api('vnc', "StrOpt('server_listen', deprecated_name='vncserver_listen', deprecated_group='DEFAULT')"),
    told: ['breaking removed [vnc] vncserver_listen', 'operator-visible added [vnc] server_listen'],
  },
  {
    title: 'an alias that is kept while old values are refused',
    before: api('api', "StrOpt('mode', choices=['a', 'b'])"),
    after: api('api', "StrOpt('way', choices=['a'], deprecated_name='mode')"),
    told: ['breaking constraint [api] way', 'operator-visible renamed [api] way'],
    said: /\[api\] mode = b/,
  },
  {
    title: 'choices inside item_type',
    before: api('api', "ListOpt('ways', item_type=types.String(choices=['a', 'b']))"),
    after: api('api', "ListOpt('ways', item_type=types.String(choices=['a']))"),
    told: ['breaking constraint [api] ways'],
  },
  {
    title: 'choices inside the items of items',
    before: api('api', "Opt('ways', type=types.List(types.List(types.String(choices=['a', 'b']), bounds=True)))"),
    after: api('api', "Opt('ways', type=types.List(types.List(types.String(choices=['a', 'b', 'c']), bounds=True)))"),
    told: ['operator-visible constraint [api] ways'],
  },
  {
    title: 'choices of another file',
    before: { ...names("WAYS = ['a', 'b']\n"), ...api('api', "StrOpt('way', choices=names.WAYS)") },
    after: names("WAYS = ['a']\n"),
    told: ['breaking constraint [api] way'],
  },
  {
    title: 'choices of a type of its own',
    before: {
      ...names(
        "from oslo_config import types\n\n\nclass Way(types.String):\n    def __init__(self):\n        super().__init__(choices=['a', 'b'])\n",
      ),
      ...api('api', "Opt('way', type=names.Way())"),
    },
    after: names(
      "from oslo_config import types\n\n\nclass Way(types.String):\n    def __init__(self):\n        super().__init__(choices=['a'])\n",
    ),
    told: ['breaking constraint [api] way'],
  },
  {
    title: 'a default of another file',
    before: { ...names('TIMEOUT = 5\n'), ...api('api', "IntOpt('timeout', default=names.TIMEOUT)") },
    after: names('TIMEOUT = 6\n'),
    told: ['operator-visible default [api] timeout'],
    said: /5 -> 6/,
  },
  {
    title: 'one name in two files, of which one goes',
    before: { ...api('api', "StrOpt('way')"), 'nova/conf/other.py': moduleOf('api', "StrOpt('way')") },
    after: { 'nova/conf/other.py': null },
    told: [],
  },
  {
    title: 'one name in two groups, of which one changes',
    before: {
      ...api('api', "StrOpt('way', default='a')"),
      'nova/conf/other.py': moduleOf('other', "StrOpt('way', default='a')"),
    },
    after: { 'nova/conf/other.py': moduleOf('other', "StrOpt('way', default='b')") },
    told: ['operator-visible default [other] way'],
  },
  {
    title: 'one declaration in two groups',
    before: {
      'nova/conf/api.py': registering(
        ["IntOpt('retries', default=1)"],
        "conf.register_opts(opts, group='one')",
        "conf.register_opts(opts, group='two')",
      ),
    },
    after: {
      'nova/conf/api.py': registering(
        ["IntOpt('retries', default=2)"],
        "conf.register_opts(opts, group='one')",
        "conf.register_opts(opts, group='two')",
      ),
    },
    told: ['operator-visible default [one] retries', 'operator-visible default [two] retries'],
  },
  {
    title: 'a declaration that is taken out of one of its groups',
    before: {
      'nova/conf/api.py': registering(
        ["IntOpt('retries')"],
        "conf.register_opts(opts, group='one')",
        "conf.register_opts(opts, group='two')",
      ),
    },
    after: { 'nova/conf/api.py': registering(["IntOpt('retries')"], "conf.register_opts(opts, group='one')") },
    told: ['breaking removed [two] retries'],
  },
  {
    title: 'groups that are made at run time',
    before: {
      'nova/conf/api.py': registering(
        ["StrOpt('max_instances', default='a')"],
        "for each in conf.devices.types:\n        conf.register_opts(opts, group='mdev_%s' % each)",
      ),
    },
    after: {
      'nova/conf/api.py': registering(
        ["StrOpt('max_instances', default='b')"],
        "for each in conf.devices.types:\n        conf.register_opts(opts, group='mdev_%s' % each)",
      ),
    },
    told: ['operator-visible default [mdev_*] max_instances'],
  },
  {
    title: 'the case of a section',
    before: api('vnc', "StrOpt('keymap')"),
    after: api('VNC', "StrOpt('keymap')"),
    told: [],
  },
  {
    title: 'the same type spelt otherwise',
    before: api(
      'api',
      "StrOpt('way', choices=['a'])",
      "IntOpt('count', min=1)",
      "PortOpt('port')",
      "BoolOpt('on')",
      "ListOpt('all')",
    ),
    after: api(
      'api',
      "Opt('way', type=types.String(choices=['a']))",
      "Opt('count', type=types.Integer(min=1))",
      "Opt('port', type=types.Port())",
      "Opt('on', type=types.Boolean())",
      "Opt('all', type=types.List())",
    ),
    told: [],
  },
  {
    title: 'a move of a whole module with one edit of a help in it',
    before: api(
      'api',
      ...Array.from({ length: 30 }, (_, at) => `StrOpt('option_${String(at)}', help='The text of ${String(at)}.')`),
    ),
    after: {
      'nova/conf/api.py': null,
      'nova/conf/service.py': moduleOf(
        'api',
        ...Array.from(
          { length: 30 },
          (_, at) => `StrOpt('option_${String(at)}', help='The ${at === 7 ? 'words' : 'text'} of ${String(at)}.')`,
        ),
      ),
    },
    told: ['cosmetic help [api] option_7'],
  },
  {
    title: 'another layout of a whole file',
    before: api('api', `StrOpt('way', default='a' 'b', ${long})`, "IntOpt('count', default=2 * 30)"),
    after: {
      'nova/conf/api.py': `import oslo_config.cfg as c\n\n\ndef register_opts(conf):\n    conf.register_opts([c.IntOpt("count", default=60)], group="api")\n    conf.register_opt(\n        c.StrOpt("way", default="ab",\n          help=(\n            "Where it listens.\\n\\n"\n            "Possible values:\\n\\n"\n            "* any address\\n")),\n        "api")\n`,
    },
    told: [],
  },
  {
    title: 'a note that misnames the option',
    before: api('api', "StrOpt('listen_address')"),
    after: { ...api('api'), ...note('upgrade:\n  - |\n    The ``[api] listen_adress`` option has been removed.\n') },
    told: ['breaking removed [api] listen_address'],
    said: /names \[api\] listen_adress, which nothing declares: \[api\] listen_address has changed/,
  },
  {
    title: 'a note that names the option in another group',
    before: api('api', "StrOpt('listen_address')"),
    after: {
      ...api('api'),
      ...note('upgrade:\n  - |\n    The ``[DEFAULT]/listen_address`` option has been removed.\n'),
    },
    told: ['breaking removed [api] listen_address'],
    said: /names \[DEFAULT\] listen_address, which nothing declares: \[api\] listen_address has changed/,
  },
  {
    title: 'a note that names an option like the one that changed, of a file that did not',
    before: {
      ...api('api', "StrOpt('listen_address')"),
      'nova/conf/other.py': moduleOf('api', "StrOpt('listen_addresses')"),
    },
    after: { ...api('api'), ...note('other:\n  - |\n    Mind ``[api] listen_addresses``.\n') },
    told: ['breaking removed [api] listen_address'],
    said: /^((?!which nothing declares).)*$/,
  },
  {
    title: 'a note with a section that reno does not know',
    before: api('api', "StrOpt('listen_address')"),
    after: { ...api('api'), ...note('upgrades:\n  - |\n    The ``[api] listen_address`` option has been removed.\n') },
    told: ['breaking removed [api] listen_address'],
    said: /does not know: upgrades/,
  },
  {
    title: 'a note that is edited, not added',
    before: {
      ...api('api', "StrOpt('listen_address')", "StrOpt('other')"),
      ...note('upgrade:\n  - |\n    Old words.\n'),
    },
    after: {
      ...api('api', "StrOpt('other')"),
      ...note('upgrade:\n  - |\n    Old words.\n  - |\n    The ``[api] listen_address`` option has been removed.\n'),
    },
    told: ['breaking removed [api] listen_address'],
    said: /a-0123456789abcdef\.yaml/,
  },
  {
    title: 'an old name that is lost is a row of its own',
    before: api('api', "StrOpt('way', deprecated_name='path', default='a')"),
    after: api('api', "StrOpt('way', default='b')"),
    told: ['breaking alias [api] way lost', 'operator-visible default [api] way'],
  },
  {
    title: 'a default that the source does not tell',
    before: api('api', "StrOpt('way', default=names.of_host())"),
    after: api('api', "StrOpt('way', default=names.of_rack())"),
    told: ['operator-visible default [api] way'],
    said: /cannot be decided|undecided|not known|of_rack/,
  },
]

describe('A comparison is not deceived by', () => {
  for (const { title, before, after, told, said } of pitfalls) {
    it(title, () =>
      inRepository(async ({ folder, commit }) => {
        commit({ 'nova/__init__.py': '', 'nova/conf/__init__.py': '', 'nova/conf/names.py': '', ...before })
        commit(after)
        const { out, err } = await runCli(['diff', 'HEAD~1', 'HEAD', '--format', 'json'], folder)
        assert.equal(err, '')
        const { changes } = JSON.parse(out) as { changes: readonly Record<string, unknown>[] }
        const lines = changes.map(one => {
          const lost = one['kind'] === 'alias' && one['aliasKept'] === false ? ' lost' : ''
          return `${String(one['impact'])} ${String(one['kind'])} [${String(one['group'])}] ${String(one['option'])}${lost}`
        })
        assert.deepEqual(lines.sort(), [...told].sort())
        const text = await runCli(['diff', 'HEAD~1', 'HEAD'], folder)
        if (said !== undefined) assert.match(text.out.replace(/\s+/g, ' ') + text.err, said)
      }),
    )
  }
})
