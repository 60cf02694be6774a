from oslo_config import cfg

from nova.conf import console
from nova.conf import vault

CONF = cfg.CONF

console.register_opts(CONF)
vault.register_opts(CONF)
