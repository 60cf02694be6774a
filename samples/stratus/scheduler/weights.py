# SPDX-License-Identifier: Apache-2.0

"""Options may live outside of the conf package, next to the code that reads them."""

from oslo_config import cfg

CONF = cfg.CONF
CONF.register_opts([
    cfg.FloatOpt('ram_weight_multiplier',
                 default=1.0,
                 help='How much free memory counts when hosts are compared; negative to fill hosts up.'),
    cfg.FloatOpt('cpu_weight_multiplier', default=1.0, help='How much free CPUs count when hosts are compared.'),
], group='scheduler')


def weigh(host):
    """How well a host suits; the higher the better."""
    options = CONF.scheduler
    return options.ram_weight_multiplier * host.free_ram + options.cpu_weight_multiplier * host.free_cpus
