import { absent, type PyValue } from '../../python/value'
import type { ValueType } from '../option'
import { toNumber } from './number'
import { str } from './pythonValue'
import { accepted, refused, type Verdict } from './verdict'

/** `types.Range(...)(value)`: one integer or two, the smaller held against `min`, the larger against `max`. */
export function toRange(type: ValueType, value: PyValue): Verdict {
  const text = str(value)
  const numbers = /^(0|-?[1-9][0-9]*)(?:-(0|-?[1-9][0-9]*))?\n?$/.exec(text)
  if (!numbers) return refused('ValueError', `Invalid Range: ${text}`)
  const [left, right] = [BigInt(numbers[1]!), BigInt(numbers[2] ?? numbers[1]!)]
  const [low, high] = left < right ? [left, right] : [right, left]
  const limit = (side: 'min' | 'max'): ValueType => ({
    ...type,
    type: 'Integer',
    given: { [side]: type.given[side] ?? absent },
  })
  const checked = [toNumber(limit('min'), low), toNumber(limit('max'), high)]
  return checked.find(end => end.kind === 'refused') ?? checked.find(end => end.kind === 'unknown') ?? accepted(text)
}
