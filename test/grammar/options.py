# SYNTAX TEST "source.python" "Option classes and names stand out"

from oslo_config import cfg
#                       ^^^ - support.class.option.oslo-config.python

cfg.StrOpt('virt_type',
#^^          - support.class.option.oslo-config.python
#   ^^^^^^                 source.python meta.member.access.python meta.function-call.python meta.function-call.generic.python support.class.option.oslo-config.python
#         ^                punctuation.definition.arguments.begin.python
#          ^               string.quoted.single.python punctuation.definition.string.begin.python
#           ^^^^^^^^^      string.quoted.single.python variable.other.constant.option-name.oslo-config.python
#                    ^     string.quoted.single.python punctuation.definition.string.end.python
#                     ^    punctuation.separator.arguments.python
           default='kvm',
#          ^^^^^^^         meta.function-call.arguments.python variable.parameter.function-call.python
#                 ^        keyword.operator.assignment.python
#                   ^^^    string.quoted.single.python
#                   ^^^    - variable.other.constant.option-name.oslo-config.python
           choices=('kvm', 'lxc'),
#                    ^^^   - variable.other.constant.option-name.oslo-config.python
           item_type=types.String(regex=r'^[a-z]+$'),
#                          ^^^^^^  meta.function-call.generic.python
#                          ^^^^^^  - support.class.option.oslo-config.python
#                                 ^^^^^ variable.parameter.function-call.python
           help="""
Possible values:
* cfg.StrOpt('inside_a_string')
#      ^^^^^^               - support.class.option.oslo-config.python
#             ^^^^^^^^^^^^^ - variable.other.constant.option-name.oslo-config.python
""")
#  ^ source.python meta.member.access.python meta.function-call.python punctuation.definition.arguments.end.python

opts = [
    cfg.BoolOpt(
#       ^^^^^^^  support.class.option.oslo-config.python
        # A comment before the name.
#       ^ comment.line.number-sign.python punctuation.definition.comment.python
        'on_a_line_of_its_own',
#        ^^^^^^^^^^^^^^^^^^^^  variable.other.constant.option-name.oslo-config.python
        default=False),
#       ^^^^^^^  variable.parameter.function-call.python
#               ^^^^^ constant.language.python
    cfg.Opt("plain", type=str),
#       ^^^      support.class.option.oslo-config.python
#            ^^^^^ variable.other.constant.option-name.oslo-config.python
    cfg.PortOpt(name='by_keyword', default=80),
#       ^^^^^^^  support.class.option.oslo-config.python
#               ^^^^ variable.parameter.function-call.python
#                     ^^^^^^^^^^ variable.other.constant.option-name.oslo-config.python
    cfg.IntOpt(NAME, default=1),
#       ^^^^^^   support.class.option.oslo-config.python
#                    ^^^^^^^ variable.parameter.function-call.python
    cfg.StrOpt('%s_of' % kind, help='x'),
#       ^^^^^^   support.class.option.oslo-config.python
#               ^^ - variable.other.constant.option-name.oslo-config.python
#                              ^^^^ variable.parameter.function-call.python
    cfg.ListOpt('names', default=['cpu', 'ram']),
#                ^^^^^    variable.other.constant.option-name.oslo-config.python
#                                  ^^^    - variable.other.constant.option-name.oslo-config.python
]

conf.register_opts(list(chain([cfg.HostAddressOpt('my_ip')], more)))
#                                  ^^^^^^^^^^^^^^           support.class.option.oslo-config.python
#                                                  ^^^^^    variable.other.constant.option-name.oslo-config.python
#                                                            ^^^^ - meta.function-call.generic.python

from oslo_config.cfg import StrOpt
#                           ^^^^^^ - support.class.option.oslo-config.python
StrOpt('imported_by_name')
# <------ source.python meta.function-call.python meta.function-call.generic.python support.class.option.oslo-config.python
#       ^^^^^^^^^^^^^^^^ variable.other.constant.option-name.oslo-config.python

cfg.OptGroup('libvirt', title='Options')
#   ^^^^^^^^   - support.class.option.oslo-config.python
#             ^^^^^^^ - variable.other.constant.option-name.oslo-config.python
cfg.DeprecatedOpt('old', group='DEFAULT')
#   ^^^^^^^^^^^^^  - support.class.option.oslo-config.python
Opt('not known to be oslo.config')
# <--- - support.class.option.oslo-config.python
MyStrOpt('no word boundary')
# <-------- - support.class.option.oslo-config.python

class StrOpt(Opt):
#     ^^^^^^  entity.name.type.class.python
#     ^^^^^^  - support.class.option.oslo-config.python
    def StrOpt(self, name='x'):
#       ^^^^^^ entity.name.function.python
#       ^^^^^^ - support.class.option.oslo-config.python
        return f'{cfg.StrOpt("x")}'
# cfg.StrOpt('in a comment')
#     ^^^^^^ - support.class.option.oslo-config.python

# Half-typed: what follows keeps its colours.
cfg.StrOpt('unfinished
#           ^^^^^^^^^^ - variable.other.constant.option-name.oslo-config.python
print('after')
