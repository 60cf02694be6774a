/** A program that logs a secret option, and reads an option by a wrong name. */
export const conf = `from oslo_config import cfg
CONF = cfg.CONF
CONF.register_opts([
    cfg.StrOpt('password', secret=True, help='Password of the shop account, sent to the shop at each call.'),
    cfg.StrOpt('address', help='Address of the shop: whoever changes it gets the password of the account.'),
], 'shop')
`

export const client = `import logging
import nova.conf

CONF = nova.conf.CONF
LOG = logging.getLogger(__name__)


def connect():
    LOG.debug('with %s', CONF.shop.password)
    return CONF.shop.adress
`

export const shopFiles = { 'nova/__init__.py': '', 'nova/conf.py': conf, 'nova/client.py': client }
