/** One option before and after, written as the arguments behind `cfg.`; null where there is none. */
export interface SemanticChange {
  readonly before: string | null
  readonly after: string | null
  /** `impact kind name`, for each change that is told. */
  readonly told: readonly string[]
}

/** `N` stands for a name that is the option's own, `M` for another one of its own. */
function change(before: string | null, after: string | null, ...told: readonly string[]): SemanticChange {
  return { before, after, told }
}

const helped = (keywords: string): string => `StrOpt('N', ${keywords}help='Some text of its own.')`

/** Changes of every kind, and ways of writing that change nothing. */
export const semanticChanges: readonly SemanticChange[] = [
  // What comes and goes.
  change(null, "StrOpt('N')", 'operator-visible added N'),
  change(null, "BoolOpt('N_insecure', default=False)", 'security added N_insecure'),
  change(null, "BoolOpt('N', default=True, advanced=True)", 'operator-visible added N'),
  change("StrOpt('N')", null, 'breaking removed N'),
  change("StrOpt('N', deprecated_for_removal=True)", null, 'breaking removed N'),
  change("StrOpt('N_password', secret=True)", null, 'security removed N_password'),
  change("StrOpt('N_ssl_ca_file')", null, 'security removed N_ssl_ca_file'),
  change("IntOpt('N', deprecated_name='M')", null, 'breaking removed N'),
  // Names.
  change("IntOpt('N')", "IntOpt('M', deprecated_name='N')", 'operator-visible renamed M'),
  change("IntOpt('N')", "IntOpt('M', deprecated_opts=[cfg.DeprecatedOpt('N')])", 'operator-visible renamed M'),
  change(
    "IntOpt('N', default=1)",
    "IntOpt('M', default=2, deprecated_name='N')",
    'operator-visible renamed M',
    'operator-visible default M',
  ),
  change(
    "IntOpt('N', max=5)",
    "IntOpt('M', max=4, deprecated_name='N')",
    'operator-visible renamed M',
    'breaking constraint M',
  ),
  change("StrOpt('N', deprecated_name='M')", "StrOpt('N')", 'breaking alias N'),
  change("StrOpt('N', deprecated_group='DEFAULT')", "StrOpt('N')", 'breaking alias N'),
  change(
    "StrOpt('N', deprecated_group='old', deprecated_name='M')",
    "StrOpt('N', deprecated_name='M')",
    'breaking alias N',
  ),
  change("BoolOpt('N_use_tls', deprecated_name='M')", "BoolOpt('N_use_tls')", 'security alias N_use_tls'),
  change("StrOpt('N')", "StrOpt('N', deprecated_name='M')", 'operator-visible alias N'),
  // Types.
  change("StrOpt('N')", "URIOpt('N')", 'breaking type N'),
  change("HostAddressOpt('N')", "StrOpt('N')", 'operator-visible type N'),
  change("IntOpt('N', default=80)", "PortOpt('N', default=80)", 'breaking type N'),
  change("IntOpt('N')", "FloatOpt('N')", 'operator-visible type N'),
  change("StrOpt('N')", "BoolOpt('N')", 'breaking type N'),
  change("Opt('N', type=types.Integer())", "Opt('N', type=types.Port())", 'breaking type N'),
  change("ListOpt('N', item_type=types.Integer())", "ListOpt('N')", 'operator-visible type N'),
  // Limits.
  change("IntOpt('N', min=0)", "IntOpt('N', min=1)", 'breaking constraint N'),
  change("IntOpt('N', min=1)", "IntOpt('N', min=0)", 'operator-visible constraint N'),
  change("IntOpt('N', max=9)", "IntOpt('N')", 'operator-visible constraint N'),
  change("FloatOpt('N')", "FloatOpt('N', max=1.0)", 'breaking constraint N'),
  change("StrOpt('N', choices=['x', 'y'])", "StrOpt('N', choices=['x'])", 'breaking constraint N'),
  change("StrOpt('N', choices=['x'])", "StrOpt('N', choices=['x', 'y'])", 'operator-visible constraint N'),
  change("StrOpt('N', choices=['x'])", "StrOpt('N', choices=['y'])", 'breaking constraint N'),
  change(
    "StrOpt('N', choices=[('x', 'X')])",
    "StrOpt('N', choices=[('x', 'X'), ('y', 'Y')])",
    'operator-visible constraint N',
  ),
  change("StrOpt('N', regex='^\\\\w+:$')", "StrOpt('N', regex='^[\\\\w-]+:$')", 'operator-visible constraint N'),
  change("StrOpt('N', regex='^a|b$')", "StrOpt('N', regex='^a$')", 'breaking constraint N'),
  change("StrOpt('N')", "StrOpt('N', max_length=8)", 'breaking constraint N'),
  change("URIOpt('N', schemes=['https'])", "URIOpt('N', schemes=['http', 'https'])", 'operator-visible constraint N'),
  change(
    "ListOpt('N', item_type=types.String(choices=['x']))",
    "ListOpt('N', item_type=types.String(choices=['x', 'y']))",
    'operator-visible constraint N',
  ),
  change(
    "Opt('N', type=types.Dict())",
    "Opt('N', type=types.Dict(value_type=types.String(max_length=9)))",
    'breaking constraint N',
  ),
  // Defaults.
  change("IntOpt('N', default=1)", "IntOpt('N', default=2)", 'operator-visible default N'),
  change("IntOpt('N')", "IntOpt('N', default=0)", 'operator-visible default N'),
  change("FloatOpt('N', default=16.0)", "FloatOpt('N', default=4.0)", 'operator-visible default N'),
  change("ListOpt('N', default=['x', 'y'])", "ListOpt('N', default=['y', 'x'])", 'operator-visible default N'),
  change("DictOpt('N', default={'k': 'x'})", "DictOpt('N', default={'k': 'y'})", 'operator-visible default N'),
  change("StrOpt('N', default='x')", "StrOpt('N', default=names.OTHER)", 'operator-visible default N'),
  change("StrOpt('N', default=names.TIMEOUT)", "StrOpt('N', default=names.TIMEOUT)", 'operator-visible default N'),
  change("StrOpt('N', default='x')", "StrOpt('N', default=elsewhere.x())", 'operator-visible default N'),
  change(
    "BoolOpt('N_ssl_verify_cert', default=True)",
    "BoolOpt('N_ssl_verify_cert', default=False)",
    'security default N_ssl_verify_cert',
  ),
  change(
    "HostAddressOpt('N_listen', default='127.0.0.1')",
    "HostAddressOpt('N_listen', default='::')",
    'security default N_listen',
  ),
  // Switches.
  change("StrOpt('N')", "StrOpt('N', secret=True)", 'security secret N'),
  change("StrOpt('N', secret=True)", "StrOpt('N')", 'security secret N'),
  change("StrOpt('N')", "StrOpt('N', required=True)", 'breaking required N'),
  change("StrOpt('N', required=True)", "StrOpt('N', required=False)", 'operator-visible required N'),
  change("StrOpt('N')", "StrOpt('N', mutable=True)", 'operator-visible mutable N'),
  change("StrOpt('N', mutable=True)", "StrOpt('N')", 'operator-visible mutable N'),
  change("StrOpt('N')", "StrOpt('N', advanced=True)", 'cosmetic advanced N'),
  change(
    "StrOpt('N')",
    "StrOpt('N', deprecated_for_removal=True, deprecated_reason='r')",
    'operator-visible deprecation N',
  ),
  change("StrOpt('N', deprecated_for_removal=True)", "StrOpt('N')", 'operator-visible deprecation N'),
  // Text.
  change(helped(''), helped('').replace('Some', 'Another'), 'cosmetic help N'),
  change(helped(''), helped("sample_default='s', "), 'cosmetic help N'),
  change(helped(''), helped("metavar='WHAT', "), 'cosmetic help N'),
  change("StrOpt('N', choices=[('x', 'one')])", "StrOpt('N', choices=[('x', 'two')])", 'cosmetic help N'),
  change(
    "StrOpt('N', help='x', default='1')",
    "StrOpt('N', help='y', default='2')",
    'operator-visible default N',
    'cosmetic help N',
  ),
  // The same, written otherwise.
  change("IntOpt('N', default=3600)", "IntOpt(\n        'N',\n        default=60 * 60,\n    )"),
  change("StrOpt('N', help='a b')", 'StrOpt("N", help="""a\n    b\n""")'),
  change("StrOpt('N', choices=['x', 'y'])", "StrOpt('N', choices=('y', 'x'))"),
  change("StrOpt('N')", "Opt('N', type=types.String())"),
  change("StrOpt('N', deprecated_name='M')", "StrOpt('N', deprecated_opts=[cfg.DeprecatedOpt('M')])"),
  change("StrOpt('N', default=elsewhere.x('y'))", 'StrOpt("N", default=elsewhere.x(\n        "y",\n    ))'),
  change("StrOpt('N')", "StrOpt('N')"),
]
