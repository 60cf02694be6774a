from oslo_config import cfg

vault_group = cfg.OptGroup(
    'vault',
    title='Vault options',
    help='Where the keys of encrypted volumes are kept.')

vault_opts = [
    cfg.StrOpt('admin_password',
               help='Password of the vault administrator.'),
    cfg.StrOpt('backup_password',
               help='Password that backups of the vault are encrypted with.'),
    cfg.IntOpt('api_port',
               default=8200,
               help='Port that the vault listens on.'),
    cfg.BoolOpt('sealed',
                default=True,
                help='Whether the vault is sealed after a restart.'),
]


def register_opts(conf):
    conf.register_group(vault_group)
    conf.register_opts(vault_opts, group=vault_group)


def list_opts():
    return {vault_group: vault_opts}
