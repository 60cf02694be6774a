# SPDX-License-Identifier: Apache-2.0

from oslo_config import cfg

main_opts = [
    cfg.StrOpt('connection',
               help='The SQLAlchemy URL of the database, password included.'),
    cfg.StrOpt('replica_connection',
               secret=True,
               help='The SQLAlchemy URL of a replica for reading, password included.'),
    cfg.IntOpt('max_retries',
               default=10,
               min=-1,
               help='How often to try to connect; -1 for ever.'),
]

queue_opts = [
    cfg.StrOpt('transport_url',
               default='rabbit://stratus:stratus@localhost:5672/',
               help='The address of the message queue, with user and password.'),
]


def register_opts(conf):
    conf.register_opts(main_opts, group='database')
    conf.register_opts(queue_opts)


def list_opts():
    return {'database': main_opts, 'DEFAULT': queue_opts}
