import type { Obj, Passed } from '../../python/values/object'
import { isObject } from '../../python/values/object'
import { itemsIn } from '../../python/values/certainty'
import { toPlain } from '../../python/values/plain'
import { absent, type PyValue, type Value } from '../../python/value'
import { asOslo, bindParameters, type Judgement } from '../objects'
import { optClasses } from '../classes'
import type { OptClassName, Refusal, ValueType } from '../option'
import { valueTypeOf, type TypeReader } from '../valueType'
import { constructorFault, convert } from './check'
import { numeric, typeName } from './pythonValue'
import { optionCallFault } from './signature'
import type { ErrorName } from './verdict'

const taken: Judgement = { kind: 'taken' }
const unsettled: Judgement = { kind: 'unknown' }

/**
 * Runs the checks of `Opt.__init__` and of the type that it makes, in any order: the first certain refusal counts. What
 * one supported version of oslo.config takes is not refused.
 */
export function judgeCall(baseClass: OptClassName, passed: Passed): Judgement {
  const fault = optionCallFault(baseClass, passed)
  if (fault) return refuse('call', 'TypeError', fault.reason, fault.parameter)
  const parameters = bindParameters(optClasses[baseClass].positional, passed)
  const read = readerOf(parameters, passed.open)
  const type = valueTypeOf({ baseClass }, read)
  const judgements = [
    nameJudgement(read),
    baseClass === 'BoolOpt' && parameters.has('positional')
      ? refuse('call', 'ValueError', 'a BoolOpt cannot be positional', 'positional')
      : taken,
    typeJudgement(baseClass, type, read),
    deprecatedJudgement(read),
  ]
  judgements.push(type.kind === 'known' ? defaultJudgement(type.value, read.value('default', toPlain)) : unsettled)
  return judgements.find(each => each.kind === 'refused') ?? judgements.find(each => each.kind === 'unknown') ?? taken
}

function nameJudgement(read: TypeReader): Judgement {
  const name = read.value('name', toPlain)
  if (name.kind === 'unknown') return unsettled
  const value = name.kind === 'known' ? name.value : null
  if (typeof value !== 'string') return refuse('call', 'AttributeError', `its name is a ${typeName(value)}`, 'name')
  return value.startsWith('_') ? refuse('call', 'ValueError', 'its name begins with an underscore', 'name') : taken
}

/** What the constructor of the type says, be the type given as an object or made by the option's class. */
function typeJudgement(baseClass: OptClassName, type: Value<ValueType>, read: TypeReader): Judgement {
  const parameter = baseClass === 'MultiOpt' || baseClass === 'ListOpt' ? 'item_type' : 'type'
  const object = optClasses[baseClass].positional.includes(parameter) ? read.object(parameter) : null
  const given = object === undefined ? undefined : asOslo(object, 'type')
  if (given?.fault) return refuse('call', 'TypeError', given.fault.reason, parameter)
  if (isPlain(object)) return refuse('call', 'TypeError', `its ${parameter} cannot be called`, parameter)
  if (type.kind !== 'known') return unsettled
  const fault = constructorFault(type.value)
  if (fault === undefined) return taken
  return fault.kind === 'unknown' ? unsettled : refuse('call', fault.error, fault.message, undefined)
}

/** Whether it is a value that cannot be called: text, number, container. */
function isPlain(object: Obj | undefined): boolean {
  if (object === undefined || object === null) return false
  return !isObject(object) || ['list', 'tuple', 'dict', 'set', 'float', 'bytes'].includes(object.kind)
}

function deprecatedJudgement(read: TypeReader): Judgement {
  const given = read.object('deprecated_opts')
  if (given === null) return taken
  if (given === undefined || (isObject(given) && given.kind === 'unknown')) return unsettled
  const refusedAs = (error: ErrorName, reason: string): Judgement => refuse('call', error, reason, 'deprecated_opts')
  if (asOslo(given, 'deprecated')) return refusedAs('TypeError', 'its deprecated_opts is no list')
  const items = itemsIn(given)
  if (items === undefined) return unsettled
  return items.some(item => isPlain(item) || item === null)
    ? refusedAs('AttributeError', 'its deprecated_opts holds what is no DeprecatedOpt')
    : taken
}

/** A default that refers to another option is looked at only when it is read. */
function defaultJudgement(type: ValueType, given: Value): Judgement {
  if (given.kind === 'unknown') return unsettled
  if (given.kind === 'absent' || isReference(given.value)) return taken
  const verdict = convert(type, given.value)
  if (verdict.kind !== 'refused') return verdict.kind === 'accepted' ? taken : unsettled
  return refuse('default', hasName(type) ? 'DefaultValueError' : 'TypeError', verdict.message, 'default')
}

function isReference(value: PyValue): boolean {
  return typeof value === 'string' && value.replaceAll('\\$', '').replaceAll('$$', '').includes('$')
}

/** Whether the type can be named in the error message: limits that are no numbers cannot be printed. */
function hasName({ given }: ValueType): boolean {
  return ['min', 'max'].every(name => {
    const limit = given[name]
    return limit?.kind !== 'known' || numeric(limit.value) !== undefined
  })
}

function refuse(of: Refusal['of'], error: ErrorName, reason: string, parameter: string | undefined): Judgement {
  return { kind: 'refused', refusal: { of, error: error === 'error' ? 're.error' : error, reason }, parameter }
}

/** Reads a call's arguments where no text of theirs is at hand. */
function readerOf(parameters: ReadonlyMap<string, Obj>, open: boolean): TypeReader {
  const object = (parameter: string): Obj | undefined => {
    const value = parameters.get(parameter)
    return value === undefined && !open ? null : value
  }
  const unknown = (parameter: string): Value<never> => ({ kind: 'unknown', source: parameter })
  return {
    object,
    unknown,
    value: (parameter, convertObject) => {
      const given = object(parameter)
      if (given === null) return absent
      const converted = given === undefined ? undefined : convertObject(given)
      return converted === undefined ? unknown(parameter) : { kind: 'known', value: converted }
    },
  }
}
