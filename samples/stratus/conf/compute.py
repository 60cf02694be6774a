# SPDX-License-Identifier: Apache-2.0

# needs:fix_opt_description
# needs:check_deprecation_status

from oslo_config import cfg
from oslo_config import types

compute_group = cfg.OptGroup('compute', title='Compute options')

ALL_OPTS = [
    cfg.StrOpt('virt_type',
               default='kvm',
               choices=('kvm', 'qemu', 'lxc'),
               help="""
The kind of virtualization.

Related options:

* cpu_mode
"""),
    cfg.StrOpt('cpu_mode',
               choices=[
                   ('host-model', 'The closest known model, with the flags of the host'),
                   ('host-passthrough', 'The CPU of the host as it is'),
                   ('none', 'The default of the hypervisor'),
               ],
               help='What CPU a guest sees.'),
    cfg.ListOpt('cpu_dedicated_set',
                item_type=types.String(regex=r'^\^?\d+(-\d+)?$'),
                default=[],
                help='Host CPUs that guests may have for themselves, such as 4-12,^8.'),
    cfg.BoolOpt('migration_with_native_tls',
                default=False,
                help="""
Encrypt memory and disks of an instance while it moves to another host.

Related options:

* migration_scheme
"""),
    cfg.StrOpt('migration_scheme',
               help='The transport of live migration; chosen by the hypervisor unless set.'),
    cfg.IntOpt('migration_port',
               default=49152,
               help='The first port that a live migration may use.'),
    cfg.StrOpt('rbd_user',
               help='The Ceph user for images kept in RBD.'),
    cfg.StrOpt('rbd_secret_uuid',
               help='UUID of the libvirt secret that holds the key of rbd_user.'),
]

ALL_OPTS.append(
    cfg.StrOpt('guest_agent_token',
               help='The token that the agent in a guest has to present.'))


def register_opts(conf):
    conf.register_group(compute_group)
    conf.register_opts(ALL_OPTS, group=compute_group)


def list_opts():
    return {compute_group: ALL_OPTS}
