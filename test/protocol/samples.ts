import { rules } from '../../server/src/engine/index'

/** The rules that the samples are made for. */
const sampleRules = [
  'secret-not-marked',
  'hardcoded-credential-default',
  'deprecated-without-reason',
  'suppression-invalid',
  'suppression-unused',
]

/** Other rules are off, so that a new one does not change what these tests count. */
export const sampleSettings = {
  rules: Object.fromEntries(rules.filter(({ name }) => !sampleRules.includes(name)).map(({ name }) => [name, 'off'])),
}

/** A configuration module in Nova's style with one bad option, one good and one that is deprecated. */
export const apiModule = `from oslo_config import cfg

api_group = cfg.OptGroup('api', title='API options', help='How the API behaves.')

api_opts = [
    cfg.StrOpt('admin_password',
        help='The password of the service user.'),
    cfg.IntOpt('workers',
        default=4,
        min=1,
        max=64,
        mutable=True,
        help="""
How many processes serve the API.

Possible values:

* Any positive number
"""),
    cfg.BoolOpt('old_switch',
        default=False,
        deprecated_for_removal=True,
        deprecated_since='20.0.0',
        deprecated_reason='Nobody needs it any more.',
        help='A switch of old.'),
]


def register_opts(conf):
    conf.register_group(api_group)
    conf.register_opts(api_opts, group=api_group)


def list_opts():
    return {api_group: api_opts}
`

/** The same bad option again, and one of another kind, with \`secret\` still to be set in both. */
export const twoPasswords = `from oslo_config import cfg

opts = [
    cfg.StrOpt('admin_password', help='The password of the service user.'),
    cfg.StrOpt(
        'proxy_password',
        default='swordfish',
        help='The password of the proxy.',
    ),
]


def register_opts(conf):
    conf.register_opts(opts, group='service')


def list_opts():
    return {'service': opts}
`
