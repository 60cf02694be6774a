import type { PyValue } from '../../python/value'
import { lacks, repr } from './pythonValue'
import { accepted, refused, type Verdict } from './verdict'

const words: Readonly<Record<string, boolean>> = {
  true: true,
  1: true,
  on: true,
  yes: true,
  false: false,
  0: false,
  off: false,
  no: false,
}

/** `types.Boolean()(value)`: only texts and booleans, so that the number 1 is refused. */
export function toBoolean(value: PyValue): Verdict {
  if (typeof value === 'boolean') return accepted(value)
  if (typeof value !== 'string') {
    const isBytes = typeof value === 'object' && value?.py === 'bytes'
    return isBytes ? refused('ValueError', `Unexpected boolean value ${repr(value)}`) : lacks(value, 'lower')
  }
  const word = value.toLowerCase()
  return Object.hasOwn(words, word)
    ? accepted(words[word]!)
    : refused('ValueError', `Unexpected boolean value ${repr(value)}`)
}
