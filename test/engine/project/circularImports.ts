/** A package that registers the options of a module, which needs the package while it is imported itself. */
export const init = 'nova/conf/__init__.py'
export const compute = 'nova/conf/compute.py'

export const circular = {
  'nova/__init__.py': '',
  [init]: `from oslo_config import cfg
CONF = cfg.CONF
from nova.conf import compute
compute.register_opts(CONF)
`,
  [compute]: `from oslo_config import cfg
from nova.conf import CONF
LIMIT = CONF.limit
opts = [cfg.StrOpt('cpu_mode')]
def register_opts(conf):
    conf.register_opts(opts, group='g')
def list_opts():
    return {'listed': opts}
`,
} as const
