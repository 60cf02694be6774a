# SPDX-License-Identifier: Apache-2.0

from oslo_config import cfg
from oslo_config import types

IMAGE = 'image'

image_opts = [
    cfg.ListOpt(
        'api_servers',
        item_type=types.URI(schemes=['https']),
        help='The image services to ask, in this order.',
    ),
    cfg.BoolOpt(
        'verify_signatures',
        default=False,
        help='Boot an image only if its signature is right.',
    ),
    cfg.BoolOpt(
        'verify_ssl_cert',
        default=False,
        help='Check the certificate of the image service.',
    ),
    cfg.IntOpt(
        'num_retries',
        default=3,
        min=0,
        help='How often to ask again after a failure.',
    ),
]


def register_opts(conf):
    for opt in image_opts:
        conf.register_opt(opt, group=IMAGE)


def list_opts():
    return {IMAGE: image_opts}
