import type { OptClassName, TypeClassName } from './option'

/**
 * The classes of oslo.config and what their constructors take, in positional order, as of oslo.config 10 (the
 * signatures have only grown since 1.x). Made from `inspect.signature` of `oslo_config.cfg` and `oslo_config.types`.
 */

/** What every option class passes on to `Opt.__init__`. */
const common = [
  'name',
  'type',
  'dest',
  'short',
  'default',
  'positional',
  'metavar',
  'help',
  'secret',
  'required',
  'deprecated_name',
  'deprecated_group',
  'deprecated_opts',
  'sample_default',
  'deprecated_for_removal',
  'deprecated_reason',
  'deprecated_since',
  'mutable',
  'advanced',
] as const

export interface OptClass {
  /** The parameters that may be given by position. */
  readonly positional: readonly string[]
  /** The type of its values; undefined where `type=` or `item_type=` says it. */
  readonly values: TypeClassName | undefined
  readonly multi?: boolean
}

/** Every option class by its name in `oslo_config.cfg`. */
export const optClasses: Readonly<Record<OptClassName, OptClass>> = {
  Opt: { positional: common, values: undefined },
  StrOpt: { positional: ['name', 'choices', 'quotes', 'regex', 'ignore_case', 'max_length'], values: 'String' },
  BoolOpt: { positional: ['name'], values: 'Boolean' },
  IntOpt: { positional: ['name', 'min', 'max', 'choices'], values: 'Integer' },
  FloatOpt: { positional: ['name', 'min', 'max'], values: 'Float' },
  ListOpt: { positional: ['name', 'item_type', 'bounds'], values: 'List' },
  DictOpt: { positional: ['name'], values: 'Dict' },
  IPOpt: { positional: ['name', 'version'], values: 'IPAddress' },
  PortOpt: { positional: ['name', 'min', 'max', 'choices'], values: 'Port' },
  HostnameOpt: { positional: ['name'], values: 'Hostname' },
  HostAddressOpt: { positional: ['name', 'version'], values: 'HostAddress' },
  HostDomainOpt: { positional: ['name', 'version'], values: 'HostDomain' },
  URIOpt: { positional: ['name', 'max_length', 'schemes'], values: 'URI' },
  MultiOpt: { positional: ['name', 'item_type'], values: undefined, multi: true },
  MultiStrOpt: { positional: ['name'], values: 'MultiString', multi: true },
  SubCommandOpt: { positional: ['name', 'dest', 'handler', 'title', 'description', 'help'], values: 'String' },
  _ConfigFileOpt: { positional: ['name'], values: 'other' },
  _ConfigDirOpt: { positional: ['name'], values: 'List' },
}

/** The parameters of the classes of `oslo_config.types`, in positional order. */
export const typeClasses: Readonly<Record<Exclude<TypeClassName, 'other'>, readonly string[]>> = {
  String: ['choices', 'quotes', 'regex', 'ignore_case', 'max_length', 'type_name'],
  MultiString: ['type_name'],
  Boolean: ['type_name'],
  Integer: ['min', 'max', 'type_name', 'choices'],
  Float: ['min', 'max', 'type_name'],
  Port: ['min', 'max', 'type_name', 'choices'],
  List: ['item_type', 'bounds', 'type_name', 'min_length'],
  Range: ['min', 'max', 'inclusive', 'type_name'],
  Dict: ['value_type', 'bounds', 'type_name', 'key_value_separator', 'min_length'],
  IPAddress: ['version', 'type_name'],
  Hostname: ['type_name'],
  HostAddress: ['version', 'type_name'],
  HostDomain: ['version', 'type_name'],
  URI: ['max_length', 'schemes', 'type_name'],
}

/**
 * The option class behind a dotted path such as `oslo_config.cfg.StrOpt`; undefined for anything else. A module whose
 * source is not at hand may hand `cfg` on, or a class: `shop.common.cfg.StrOpt`, `shop.options.StrOpt`.
 */
export function optClassAt(path: string): OptClassName | undefined {
  const name =
    /^(?!builtins\.)[\w.]+\.cfg\.(\w+)$/.exec(path)?.[1] ?? /^(?!builtins\.)[\w.]+\.(\w+Opt)$/.exec(path)?.[1]
  return name !== undefined && Object.hasOwn(optClasses, name) ? (name as OptClassName) : undefined
}

/** Whether a dotted path is a class of `oslo_config.types`, the base class of all included. */
export function isTypeClass(path: string): boolean {
  return typeClassAt(path) !== undefined || /^oslo_config\.(?:cfg\.)?types\.ConfigType$/.test(path)
}

/** The type class behind a dotted path such as `oslo_config.types.String`; undefined for anything else. */
export function typeClassAt(path: string): Exclude<TypeClassName, 'other'> | undefined {
  const name = /^(?!builtins\.)(?:oslo_config|[\w.]+\.cfg)\.types\.(\w+)$/.exec(path)?.[1]
  return name !== undefined && Object.hasOwn(typeClasses, name) ? (name as Exclude<TypeClassName, 'other'>) : undefined
}
