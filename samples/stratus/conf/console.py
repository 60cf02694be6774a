# SPDX-License-Identifier: Apache-2.0

from oslo_config import cfg

console_group = cfg.OptGroup('console', title='Console options')

console_opts = [
    cfg.URIOpt('proxy_base_url',
               default='http://console.example.org:6080/vnc.html',
               help="""
The address of the console proxy as browsers reach it. The token of a session is
part of the link that is made of it.
"""),
    # nova-review: ignore[bind-all-interfaces] -- the proxy has to be reachable from every tenant network
    cfg.HostAddressOpt('proxy_host',
                       default='0.0.0.0',
                       help='The address that the console proxy listens on.'),
    cfg.PortOpt('proxy_port',
                default=6080,
                help='The port that the console proxy listens on.'),
    cfg.BoolOpt('ssl_only',
                default=False,
                help="""
Refuse connections that are not encrypted.

Related options:

* cert
* key
"""),
    cfg.StrOpt('cert',
               default='/etc/stratus/console.pem',
               help='Path of the TLS certificate of the console proxy.'),
    cfg.StrOpt('key',
               help='Path of the private key, where it is not part of the certificate file.'),
    cfg.StrOpt('vnc_password',
               secret=True,
               default='changeme',
               help='The password of the VNC server of each guest.'),
]

cli_opts = [
    cfg.BoolOpt('daemon', short='d', default=False, help='Run in the background.'),
]


def register_opts(conf):
    conf.register_group(console_group)
    conf.register_opts(console_opts, group=console_group)


def register_cli_opts(conf):
    conf.register_cli_opts(cli_opts)


def list_opts():
    return {console_group: console_opts, 'DEFAULT': cli_opts}
