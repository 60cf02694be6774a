import type { PyValue } from '../../python/value'
import type { TypeClassName, ValueType } from '../option'
import { toAddress, toHost, toHostname, versionFault } from './address'
import { toBoolean } from './boolean'
import { containerFault, toDict, toList } from './containers'
import { numberFault, toNumber } from './number'
import { str } from './pythonValue'
import { toRange } from './range'
import { stringFault, toText } from './string'
import { toUri } from './uri'
import { accepted, undecided, type Refused, type Undecided, type Verdict } from './verdict'

interface Behaviour {
  /** What the constructor says of its arguments; undefined where it takes them. */
  readonly fault?: (type: ValueType) => Refused | Undecided | undefined
  readonly convert: (type: ValueType, value: PyValue) => Verdict
}

const number: Behaviour = { fault: numberFault, convert: toNumber }
const text: Behaviour = { fault: stringFault, convert: toText }
const host: Behaviour = { fault: versionFault, convert: toHost }

/** Every class of `oslo_config.types`, and what it does. */
const behaviours: Readonly<Record<TypeClassName, Behaviour>> = {
  String: text,
  MultiString: text,
  Boolean: { convert: (_, value) => toBoolean(value) },
  Integer: number,
  Float: number,
  Port: number,
  List: { fault: containerFault, convert: (type, value) => toList(type, value, item => convertItem(type, item)) },
  Dict: { fault: containerFault, convert: (type, value) => toDict(type, value, item => convertItem(type, item)) },
  Range: { convert: toRange },
  IPAddress: { fault: versionFault, convert: toAddress },
  Hostname: { convert: (_, value) => toHostname(value) },
  HostAddress: host,
  HostDomain: host,
  URI: { convert: toUri },
  other: { convert: () => undecided },
}

/** What the type makes of a value, be it Python's own (a default) or the text of a configuration file. */
export function convert(type: ValueType, value: PyValue): Verdict {
  return behaviours[type.type].convert(type, value)
}

/**
 * What the type's constructor says of its arguments; undefined where it takes them. A fault of the type of its items
 * comes first, for that is made before it.
 */
export function constructorFault(type: ValueType): Refused | Undecided | undefined {
  const item = type.itemType.kind === 'known' ? constructorFault(type.itemType.value) : undefined
  return item ?? behaviours[type.type].fault?.(type)
}

/** Items are texts where no type is given for them. */
function convertItem({ itemType }: ValueType, value: PyValue): Verdict {
  if (itemType.kind === 'unknown') return undecided
  return itemType.kind === 'known' ? convert(itemType.value, value) : accepted(str(value))
}
