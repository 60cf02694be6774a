# SPDX-License-Identifier: Apache-2.0

from oslo_config import cfg

base_opts = [
    cfg.StrOpt('state_path',
               default='/var/lib/stratus',
               help="""
The directory for what stratus keeps between restarts.

Possible values:

* The full path of a directory that only the service user can write to.
"""),
    cfg.IntOpt('password_length',
               default=12,
               min=8,
               help='Length of the passwords generated for instances.'),
    cfg.BoolOpt('enable_instance_password',
                default=True,
                help='Return the generated password of an instance to its owner.'),
    cfg.IntOpt('report_interval',
               default=10,
               min=1,
               help="""
Seconds between two reports of a host that it is alive.

Related options:

* service_down_time
"""),
    cfg.IntOpt('service_down_time',
               default=60,
               min=1,
               help='Seconds without a report after which a host counts as down.'),
    cfg.StrOpt('instance_name_template',
               default='instance-%08x',
               deprecated_for_removal=True,
               help='Template of the names that the hypervisor sees.'),
]


def register_opts(conf):
    conf.register_opts(base_opts)


def list_opts():
    return {'DEFAULT': base_opts}
