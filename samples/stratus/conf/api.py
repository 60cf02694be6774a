# SPDX-License-Identifier: Apache-2.0

import itertools

from oslo_config import cfg

api_group = cfg.OptGroup('api',
                         title='API options',
                         help='How the REST API is served, and who may use it.')

listen_opts = [
    cfg.HostAddressOpt('bind_host',
                       default='0.0.0.0',
                       help="""
The address that the API listens on.

Possible values:

* An IPv4 or IPv6 address of this host, or its name
"""),
    cfg.IntOpt('bind_port',
               default=8774,
               min=1,
               max=65535,
               help='The port that the API listens on.'),
    cfg.IntOpt('workers',
               min=1,
               help='How many processes serve the API. As many as there are CPUs unless set.'),
]

auth_opts = [
    cfg.StrOpt('auth_strategy',
               default='noauth',
               choices=[
                   ('keystone', 'Ask the identity service about each token'),
                   ('noauth', 'Trust the user and project that the request names'),
               ],
               help='How the API finds out who sends a request.'),
    cfg.BoolOpt('enforce_session_timeout',
                default=True,
                help='Close a session that was idle for longer than [api] session_timeout.'),
    cfg.IntOpt('session_timeout',
               default=1800,
               min=60,
               help='Seconds after which an idle session is closed.'),
    cfg.StrOpt('link_prefix',
               regex='https://[a-z0-9.-]+',
               help="""
What links in answers begin with, where a proxy changes the address.

Possible values:

* An https:// URL without a path
"""),
]


def register_opts(conf):
    conf.register_group(api_group)
    conf.register_opts(list(itertools.chain(listen_opts, auth_opts)), group=api_group)


def list_opts():
    return {api_group: listen_opts + auth_opts}
