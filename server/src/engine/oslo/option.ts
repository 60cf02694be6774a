import type { PyValue, Value } from '../python/value'
import type { Position, Range } from '../text'

/**
 * What one option declaration says, as plain data. The names are oslo.config's own (in camelCase); ranges point at the
 * file that holds the declaring call. One call that makes several options (a loop, a factory) gives one `Option` each.
 */
export interface Option {
  /** The file that holds the call, as the host named it when it handed the text in. */
  readonly file: string
  /** Unique among the options of its file, and stable while the declaration's text and order stay. */
  readonly id: string
  /** The class as the source names it, without module: `StrOpt`, or a project's own subclass `BoolOptCallback`. */
  readonly className: string
  /** The class of oslo.config that it is or derives from. */
  readonly baseClass: OptClassName
  /** The whole call, `cfg.StrOpt(...)`. */
  readonly range: Range
  /** The callee, `cfg.StrOpt`. */
  readonly classRange: Range
  /** The first argument (or `name=`'s value); the callee when the call has no such argument. */
  readonly nameRange: Range
  readonly call: CallLayout
  /** The fingerprint of the class and of the default as they are written: what most findings rest on. */
  readonly content: string

  readonly name: Value<string>
  /** The name when known, else the expression in angle brackets: something to show to people. */
  readonly displayName: string
  /** Where the option ends up. */
  readonly membership: GroupMembership

  readonly dest: Value<string>
  readonly short: Value<string>
  readonly default: Value
  /** Where code gives it another default: `set_defaults`, `set_default`, `set_override`. */
  readonly defaultChanges: readonly DefaultChange[]
  readonly sampleDefault: Value
  readonly help: Value<string>
  readonly metavar: Value<string>
  readonly secret: Value<boolean>
  readonly required: Value<boolean>
  readonly mutable: Value<boolean>
  readonly advanced: Value<boolean>
  readonly positional: Value<boolean>
  readonly deprecatedForRemoval: Value<boolean>
  readonly deprecatedReason: Value<string>
  readonly deprecatedSince: Value<string>
  /** Old names and groups, from `deprecated_name`, `deprecated_group` and `deprecated_opts`. */
  readonly deprecatedOpts: Value<readonly DeprecatedName[]>

  /** What the values must be like: from the class, `type=` and `item_type=` together. */
  readonly valueType: Value<ValueType>
  /** What oslo.config raises when the call is run; absent where it surely takes it, unknown where that cannot be told. */
  readonly refusal: Value<Refusal>
  /** The short cuts that most rules want, taken from `valueType`; absent where the type has no such limit. */
  readonly choices: Value<readonly Choice[]>
  readonly min: Value<number>
  readonly max: Value<number>
  readonly regex: Value<string>
  readonly schemes: Value<readonly string[]>
}

/** The option classes of oslo.config. */
export type OptClassName =
  | 'Opt'
  | 'StrOpt'
  | 'BoolOpt'
  | 'IntOpt'
  | 'FloatOpt'
  | 'ListOpt'
  | 'DictOpt'
  | 'IPOpt'
  | 'PortOpt'
  | 'HostnameOpt'
  | 'HostAddressOpt'
  | 'HostDomainOpt'
  | 'URIOpt'
  | 'MultiOpt'
  | 'MultiStrOpt'
  | 'SubCommandOpt'
  | '_ConfigFileOpt'
  | '_ConfigDirOpt'

/** The classes of `oslo_config.types`; `other` is any other callable. */
export type TypeClassName =
  | 'String'
  | 'MultiString'
  | 'Boolean'
  | 'Integer'
  | 'Float'
  | 'Port'
  | 'List'
  | 'Range'
  | 'Dict'
  | 'IPAddress'
  | 'Hostname'
  | 'HostAddress'
  | 'HostDomain'
  | 'URI'
  | 'other'

/** The checks a value has to pass. Limits that the class implies (a port's 0..65535) are known and have no range. */
export interface ValueType {
  readonly type: TypeClassName
  /**
   * What the constructor was given, by the names of its parameters: what the limits below are read from, and what
   * checking a value needs, whatever was passed.
   */
  readonly given: Readonly<Record<string, Value>>
  readonly choices: Value<readonly Choice[]>
  readonly min: Value<number>
  readonly max: Value<number>
  readonly regex: Value<string>
  readonly ignoreCase: Value<boolean>
  readonly quotes: Value<boolean>
  readonly maxLength: Value<number>
  readonly schemes: Value<readonly string[]>
  readonly version: Value<number>
  readonly bounds: Value<boolean>
  /** The type of a List's items or a Dict's values. */
  readonly itemType: Value<ValueType>
}

export interface Choice {
  readonly value: PyValue
  readonly description?: string
}

/** Why a declaration is refused. */
export interface Refusal {
  /** Whether the type refuses the default, or the call itself is wrong. */
  readonly of: 'default' | 'call'
  /** The exception's name in Python. */
  readonly error: string
  /** What is wrong, in a clause for people. */
  readonly reason: string
}

export interface DefaultChange {
  readonly value: Value
  /** The file and the range of the call that changes it. */
  readonly file: string
  readonly range: Range
}

export interface DeprecatedName {
  /** undefined: the current name. */
  readonly name: string | undefined
  /** undefined: the current group. */
  readonly group: string | undefined
}

/** The configuration groups an option is registered or listed in. */
export interface GroupMembership {
  /** Group names as operators write them, `DEFAULT` included, sorted; `mdev_*` stands for a name that is computed. */
  readonly groups: readonly string[]
  /**
   * Whether nothing is left open: false when a registration was seen whose group could not be told, or none of an option
   * that may not be made at all.
   */
  readonly complete: boolean
  /** Registered with `register_opt(s)`/`register_cli_opt(s)`, as far as the sources at hand show. */
  readonly registered: boolean
  /** The groups of `cfg.CONF` in which importing a module registers it, come what may. */
  readonly onImport: readonly string[]
  /** The groups in which it is registered, by code that surely runs where there is some. */
  readonly registeredIn: readonly string[]
  /** The groups under which a `list_opts()` returns it. */
  readonly listedIn: readonly string[]
  /** Returned by a `list_opts()`, as far as the sources at hand show. */
  readonly listed: boolean
}

/** How the declaring call is written: what a fix needs to change it in the file's own style. */
export interface CallLayout {
  readonly arguments: readonly CallArgument[]
  /** Just behind the opening parenthesis. */
  readonly open: Position
  /** Just before the closing parenthesis. */
  readonly close: Position
  /** Just behind the last argument's comma, when one is written there. */
  readonly trailingComma: Position | undefined
  /** Whether the parser had to repair the call: what seems absent may only be half typed. */
  readonly broken: boolean
}

export interface CallArgument {
  /** The keyword's name; undefined for a positional argument; `*` and `**` for unpacked ones. */
  readonly keyword: string | undefined
  /** The parameter of oslo.config that it binds to, where that can be told. */
  readonly parameter: string | undefined
  /** The whole argument, `secret=True`. */
  readonly range: Range
  readonly valueRange: Range
  /** The white space before it when it is the first thing on its line, else undefined. */
  readonly indent: string | undefined
}
