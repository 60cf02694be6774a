from oslo_config import cfg

vault_group = cfg.OptGroup(
    'vault',
    title='Vault options',
    help='Where the keys of encrypted volumes are kept.')

vault_opts = [
    cfg.StrOpt('admin_password',
               help="""
Password of the vault administrator, which the compute service logs in with
to create and to destroy the keys of encrypted volumes.
"""),
    cfg.StrOpt('backup_password',
               help="""
Password that backups of the vault are encrypted with before they leave the
host; without it no backup is made.
"""),
    cfg.IntOpt('api_port',
               default=8200,
               help="""
Port that the vault listens on for the compute service, on the address that
the load balancer of the vault hands requests to.
"""),
    cfg.BoolOpt('sealed',
                default=True,
                help="""
Whether the vault is sealed after a restart, so that an operator has to unlock
it before volumes can be attached again.
"""),
]


def register_opts(conf):
    conf.register_group(vault_group)
    conf.register_opts(vault_opts, group=vault_group)


def list_opts():
    return {vault_group: vault_opts}
