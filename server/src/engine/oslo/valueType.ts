import { isUncertain, itemsIn } from '../python/values/certainty'
import { isObject, type Obj } from '../python/values/object'
import { toPlain } from '../python/values/plain'
import { absent, type PyValue, type Value } from '../python/value'
import { optClasses, typeClasses } from './classes'
import { asBoolean, asString, type ParameterReader } from './parameters'
import { asOslo, type OptionObj, type TypeObj } from './objects'
import type { Choice, TypeClassName, ValueType } from './option'

/** What an option's values must be like: from its class, `type=` and `item_type=` together. */
export function valueTypeOf({ baseClass }: Pick<OptionObj, 'baseClass'>, read: TypeReader): Value<ValueType> {
  const { values } = optClasses[baseClass]
  if (values) return { kind: 'known', value: typeFrom(values, (parameter, convert) => read.value(parameter, convert)) }
  const parameter = baseClass === 'MultiOpt' ? 'item_type' : 'type'
  const object = read.object(parameter)
  if (object === null) return { kind: 'known', value: unlimited('String') }
  const type = object && readType(object)
  if (type) return { kind: 'known', value: type }
  // A plain function converts values in its own way: its limits cannot be told.
  return read.unknown(parameter, object)
}

/** Reads the parameters of the call that makes an option or a type. */
export type TypeReader = Pick<ParameterReader, 'object' | 'value' | 'unknown'>

type Read = <T>(parameter: string, convert: (value: Exclude<Obj, null>) => T | undefined) => Value<T>

function fromObject(type: TypeObj): ValueType {
  const read: Read = (parameter, convert) => {
    const given = type.parameters.get(parameter)
    const value = given === undefined && !type.open ? null : given
    if (value === null) return absent
    const converted = value === undefined ? undefined : convert(value)
    return converted === undefined ? { kind: 'unknown', source: parameter } : { kind: 'known', value: converted }
  }
  return typeFrom(type.className, read)
}

function typeFrom(type: TypeClassName, read: Read): ValueType {
  if (type === 'other') {
    const limits = {
      choices: read('choices', readChoices),
      min: read('min', asNumber),
      max: read('max', asNumber),
      regex: read('regex', readRegex),
    }
    return { ...unlimited('other'), ...limits }
  }
  const has = (...types: TypeClassName[]): boolean => types.includes(type)
  const strings = has('String')
  const numbers = has('Integer', 'Float', 'Port', 'Range')
  const min = numbers ? read('min', asNumber) : absent
  const max = numbers ? read('max', asNumber) : absent
  return {
    type,
    given: givenTo(type, read),
    choices: has('String', 'Integer', 'Port') ? read('choices', readChoices) : absent,
    min: type === 'Port' && min.kind === 'absent' ? { kind: 'known', value: 0 } : min,
    max: type === 'Port' && max.kind === 'absent' ? { kind: 'known', value: 65535 } : max,
    regex: strings ? read('regex', readRegex) : absent,
    ignoreCase: strings ? read('ignore_case', asBoolean) : absent,
    quotes: strings ? read('quotes', asBoolean) : absent,
    maxLength: has('String', 'URI') ? read('max_length', asNumber) : absent,
    schemes: has('URI') ? read('schemes', readStrings) : absent,
    version: has('IPAddress', 'HostAddress', 'HostDomain') ? read('version', asNumber) : absent,
    bounds: has('List', 'Dict') ? read('bounds', asBoolean) : absent,
    itemType: has('List') ? read('item_type', readType) : has('Dict') ? read('value_type', readType) : absent,
  }
}

function givenTo(type: Exclude<TypeClassName, 'other'>, read: Read): ValueType['given'] {
  return Object.fromEntries(typeClasses[type].map(name => [name, read(name, name === 'regex' ? plainRegex : toPlain)]))
}

/** A pattern that was compiled with flags is not the pattern alone. */
function plainRegex(value: Obj): PyValue | undefined {
  const compiled = asOslo(value, 'regex')
  return compiled ? (compiled.flagged ? undefined : toPlain(compiled.pattern)) : toPlain(value)
}

function unlimited(type: TypeClassName): ValueType {
  return {
    type,
    given: {},
    choices: absent,
    min: absent,
    max: absent,
    regex: absent,
    ignoreCase: absent,
    quotes: absent,
    maxLength: absent,
    schemes: absent,
    version: absent,
    bounds: absent,
    itemType: absent,
  }
}

function asNumber(value: Obj): number | undefined {
  if (typeof value === 'number') return value
  if (typeof value === 'bigint') return Number(value)
  return isObject(value) && value.kind === 'float' ? value.value : undefined
}

/** oslo.config takes values, `(value, description)` pairs (then all of them are), or a mapping, of which the keys count. */
function readChoices(value: Obj): Choice[] | undefined {
  const items = isUncertain(value) ? undefined : itemsIn(value)
  if (!items || (isObject(value) && value.kind === 'set')) return undefined
  const described = items.every(item => isObject(item) && item.kind === 'tuple' && item.items.length === 2)
  const choices = items.map((item): Choice | undefined => {
    const [plainValue, description] = described ? itemsIn(item)!.map(toPlain) : [toPlain(item)]
    if (plainValue === undefined) return undefined
    return { value: plainValue, ...(typeof description === 'string' && { description }) }
  })
  return choices.includes(undefined) ? undefined : (choices as Choice[])
}

function readRegex(value: Obj): string | undefined {
  return asString(asOslo(value, 'regex')?.pattern ?? value)
}

function readStrings(value: Obj): string[] | undefined {
  const plainValue = toPlain(value)
  const items: readonly PyValue[] | undefined =
    typeof plainValue === 'object' && plainValue !== null && 'items' in plainValue ? plainValue.items : undefined
  return items?.every(item => typeof item === 'string') ? (items as string[]) : undefined
}

function readType(value: Obj): ValueType | undefined {
  const type = asOslo(value, 'type')
  if (type) return fromObject(type)
  // `item_type=int` and the like: a class itself serves as a type.
  if (isObject(value) && value.kind === 'external') {
    const builtin = { 'builtins.int': 'Integer', 'builtins.float': 'Float', 'builtins.str': 'String' }[value.path]
    if (builtin) return unlimited(builtin as TypeClassName)
  }
  return undefined
}
