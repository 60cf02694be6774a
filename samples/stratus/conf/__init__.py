# SPDX-License-Identifier: Apache-2.0

"""Every option of stratus, registered where the service can read it."""

from oslo_config import cfg

from stratus.conf import api
from stratus.conf import base
from stratus.conf import compute
from stratus.conf import console
from stratus.conf import database
from stratus.conf import identity
from stratus.conf import image

CONF = cfg.CONF

api.register_opts(CONF)
base.register_opts(CONF)
compute.register_opts(CONF)
console.register_opts(CONF)
database.register_opts(CONF)
identity.register_opts(CONF)
image.register_opts(CONF)
