/** A configuration module of about `lines` lines in the style of Nova's largest: long helps, every class of option. */
export function generateModule(lines: number): string {
  const options: string[] = []
  for (let n = 0; options.join('').split('\n').length < lines - 40; n += 1) options.push(optionText(n))
  return `from oslo_config import cfg

driver_group = cfg.OptGroup('driver', title='Driver options', help="""
Options of a driver that has many of them.
""")

driver_opts = [
${options.join('')}]


def register_opts(conf):
    conf.register_group(driver_group)
    conf.register_opts(driver_opts, group=driver_group)


def list_opts():
    return {driver_group: driver_opts}
`
}

const kinds = [
  "StrOpt('image_type_{n}',\n        default='default',\n        choices=('raw', 'flat', 'qcow2', 'lvm', 'rbd', 'default'),",
  "IntOpt('completion_timeout_{n}',\n        default=800,\n        min=0,\n        mutable=True,",
  "BoolOpt('use_native_tls_{n}',\n        default=False,",
  "StrOpt('connection_uri_{n}',\n        default='',",
  "ListOpt('enabled_features_{n}',\n        default=['first', 'second', 'third'],",
  "PortOpt('listen_port_{n}',\n        default=6080,",
  "StrOpt('rbd_password_{n}',\n        secret=True,",
  "FloatOpt('ratio_{n}',\n        default=1.5,\n        deprecated_group='DEFAULT',\n        deprecated_name='old_ratio_{n}',",
]

function optionText(n: number): string {
  const head = (kinds[n % kinds.length] ?? '').replaceAll('{n}', String(n))
  return `    cfg.${head}
        help="""
What option number ${String(n)} does, in a sentence that is as long as these are.

It is used by the driver when an instance is started, and it has to be the same
on all hosts of one deployment. Changing it does not touch running instances.

Possible values:

* Any value that the class of the option lets through
* The default, for which there is a reason

Related options:

* \`\`virt_type\`\`: only some types look at this option.
"""),
`
}
