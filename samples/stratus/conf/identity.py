# SPDX-License-Identifier: Apache-2.0

from oslo_config import cfg

identity_group = cfg.OptGroup('identity', title='Identity service options')

identity_opts = [
    cfg.URIOpt('auth_url',
               schemes=['https'],
               help='The address of the identity service.'),
    cfg.StrOpt('username',
               default='stratus',
               help='The user that stratus itself logs in as.'),
    cfg.StrOpt('password', help='The password of that user.'),
    cfg.StrOpt('token_signing_key',
               secret=True,
               help='The key that signs the tokens of console sessions.'),
    cfg.StrOpt('cafile',
               help='Path of the certificates of the authorities to trust; those of the system unless set.'),
    cfg.BoolOpt('insecure',
                default=True,
                help='Accept any certificate of the identity service.'),
    cfg.BoolOpt('verify_server_cert',
                default=True,
                help='Check that the certificate belongs to the server that sends it.'),
    cfg.StrOpt('admin_tenant',
               deprecated_name='tenant',
               deprecated_for_removal=True,
               deprecated_since='3.0.0',
               deprecated_reason='Projects have replaced tenants.',
               help='The tenant of that user.'),
]


def register_opts(conf):
    conf.register_group(identity_group)
    conf.register_opts(identity_opts, group=identity_group)


def list_opts():
    return {identity_group: identity_opts}
