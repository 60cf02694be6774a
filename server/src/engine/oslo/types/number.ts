import { strip } from '../../python/operations/strings'
import type { PyValue } from '../../python/value'
import type { ValueType } from '../option'
import { settled } from './arguments'
import { choicesOf } from './choices'
import { toFloat, toInt } from './numberText'
import { isEqual, isFloat, isLess, numeric, repr, str } from './pythonValue'
import { accepted, refused, undecided, type Refused, type Undecided, type Verdict } from './verdict'

const ports = { min: 0, max: 65535 }

/** What `types.Integer(...)`, `Float(...)` and `Port(...)` say of their arguments; undefined where they take them. */
export function numberFault(type: ValueType): Refused | Undecided | undefined {
  const { min, max } = boundsOf(type)
  if (type.type === 'Port') {
    const low = min === undefined ? false : isLess(min, ports.min)
    const high = max === undefined ? false : isLess(ports.max, max)
    if (low === true) return refused('ValueError', `Min value cannot be less than ${ports.min}`)
    if (high === true) return refused('ValueError', `Max value cannot be more than ${ports.max}`)
    if (typeof low === 'object') return low
    if (typeof high === 'object') return high
  }
  if (min === undefined || max === undefined) return undecided
  if (min !== null && max !== null) {
    const crossed = isLess(max, min)
    if (crossed === true) return refused('ValueError', 'Max value is less than min value')
    if (typeof crossed === 'object') return crossed
  }
  const choices = type.type === 'Float' ? null : settled(type, 'choices')
  if (choices === undefined) return undecided
  const values = choicesOf(choices)
  if (values === undefined || 'kind' in values) return values
  const isBelow = (value: PyValue): boolean | Refused => min !== null && isLess(value, min)
  const isAbove = (value: PyValue): boolean | Refused => max !== null && isLess(max, value)
  const error = values.flatMap(value => [isBelow(value), isAbove(value)]).find(answer => typeof answer === 'object')
  if (error) return error
  const outside = values.filter(value => isBelow(value) === true || isAbove(value) === true)
  if (outside.length === 0) return undefined
  const listed = repr({ py: 'list', items: outside })
  return refused('ValueError', `Choices ${listed} are out of bounds [${str(min)}..${str(max)}]`)
}

/** `types.Integer(...)(value)` and its kin: an empty text is None. */
export function toNumber(type: ValueType, value: PyValue): Verdict {
  const convert = type.type === 'Float' ? toFloat : toInt
  const isNumber = type.type === 'Float' ? isFloat(value) : !isFloat(value) && numeric(value) !== undefined
  if (!isNumber && strip(str(value)) === '') return accepted(null)
  const number = isNumber ? accepted(value) : convert(value)
  return number.kind === 'accepted' ? (limited(type, number.value) ?? number) : number
}

function limited(type: ValueType, value: PyValue): Refused | Undecided | undefined {
  const choices = type.type === 'Float' ? null : settled(type, 'choices')
  if (choices === undefined) return undecided
  const values = choicesOf(choices)
  if (values && 'kind' in values) return values
  if (values) {
    if (values.some(choice => isEqual(choice, value))) return undefined
    return refused('ValueError', `Valid values are ${repr({ py: 'list', items: values })}, but found ${str(value)}`)
  }
  const { min, max } = boundsOf(type)
  return (
    outOf(min, 'greater', limit => isLess(value, limit)) ??
    outOf(max, 'less', limit => isLess(limit, value)) ??
    (min === undefined || max === undefined ? undecided : undefined)
  )
}

function outOf(
  limit: PyValue | undefined,
  side: 'greater' | 'less',
  isOutside: (limit: PyValue) => boolean | Refused,
): Refused | undefined {
  if (limit === undefined || limit === null) return undefined
  const answer = isOutside(limit)
  if (typeof answer === 'object') return answer
  return answer ? refused('ValueError', `Should be ${side} than or equal to ${str(limit)}`) : undefined
}

function boundsOf(type: ValueType): Record<'min' | 'max', PyValue | undefined> {
  const [min, max] = [settled(type, 'min'), settled(type, 'max')]
  return type.type === 'Port'
    ? { min: min === null ? ports.min : min, max: max === null ? ports.max : max }
    : { min, max }
}
