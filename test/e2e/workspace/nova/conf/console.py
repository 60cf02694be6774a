from oslo_config import cfg

console_group = cfg.OptGroup('console', title='Console options')

console_opts = [
    cfg.HostAddressOpt('listen_host',
                       default='0.0.0.0',
                       help="""
Address that the console proxy binds to, which browsers of users reach it at
directly or through a load balancer.
"""),
    cfg.IntOpt('token_ttl',
               default=600,
               min=0,
               help="""
Lifetime of a console token, in seconds: past it, a user has to ask for a new
one to open the console of an instance.
"""),
]


def register_opts(conf):
    conf.register_group(console_group)
    conf.register_opts(console_opts, group=console_group)


def list_opts():
    return {console_group: console_opts}
