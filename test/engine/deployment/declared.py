from oslo_config import cfg
from oslo_config import types

top_opts = [
    cfg.StrOpt('place', default='/srv', help='A folder.'),
    cfg.StrOpt('below', default='$place/below', help='A folder in it.'),
    cfg.StrOpt('log-file', deprecated_name='old-log', help='A file.'),
    cfg.IntOpt('count', default=3, min=1, max=99, help='How many.'),
    cfg.BoolOpt('loud', default=False, help='More words.'),
    cfg.FloatOpt('share', default=0.5, min=0, help='A part.'),
    cfg.ListOpt('names', default=['a', 'b'], help='Some names.'),
    cfg.MultiStrOpt('note', default=['n'], deprecated_name='remark', help='Given often.'),
    cfg.HostAddressOpt('here', default='127.0.0.1', help='An address.'),
]

room_opts = [
    cfg.StrOpt('place', default='$count/room', help='The same name as above.'),
    cfg.StrOpt('colour', choices=['red', 'blue'], default='red',
               deprecated_opts=[cfg.DeprecatedOpt('color'), cfg.DeprecatedOpt('paint', group='shed')],
               help='A colour.'),
    cfg.PortOpt('door', default=80, help='A port.'),
    cfg.DictOpt('tags', default={'k': 'v'}, help='Some words.'),
    cfg.URIOpt('site', schemes=['http', 'https'], help='An address.'),
    cfg.Opt('sizes', type=types.List(types.Integer(min=0), bounds=True), help='Numbers.'),
    cfg.StrOpt('quoted', quotes=True, help='A text in quotes.'),
    cfg.MultiOpt('seat', item_type=types.Integer(), deprecated_opts=[
        cfg.DeprecatedOpt('chair'), cfg.DeprecatedOpt('stool', group='shed')], help='Numbers, given often.'),
    cfg.StrOpt('moved', deprecated_group='shed', help='Was elsewhere.'),
]

shed_opts = [cfg.StrOpt('tool', default='${room.place}', help='A tool.')]


def register_opts(conf):
    conf.register_opts(top_opts)
    conf.register_opts(room_opts, group='room')
    conf.register_opts(shed_opts, group='Shed')
