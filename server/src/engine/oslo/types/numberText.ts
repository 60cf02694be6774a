import { strip } from '../../python/operations/strings'
import type { PyValue } from '../../python/value'
import { isFloat, repr, typeName } from './pythonValue'
import { accepted, refused, type Verdict } from './verdict'

/** What `int()` and `float()` make of a value. */

/** `int(value)`. */
export function toInt(value: PyValue): Verdict {
  if (typeof value === 'boolean') return accepted(Number(value))
  if (typeof value === 'number' || typeof value === 'bigint') return accepted(value)
  if (isFloat(value)) {
    if (Number.isNaN(value.value)) return refused('ValueError', 'cannot convert float NaN to integer')
    if (!Number.isFinite(value.value)) return refused('OverflowError', 'cannot convert float infinity to integer')
    return accepted(fitting(BigInt(Math.trunc(value.value))))
  }
  const text = textOf(value)
  if (text === undefined) return notANumber('int()', 'a real number', value)
  const digits = asciiDigits(strip(text))
  if (!/^[-+]?\d+(?:_\d+)*$/.test(digits))
    return refused('ValueError', `invalid literal for int() with base 10: ${repr(value)}`)
  const size = BigInt(digits.replace(/[-+_]/g, ''))
  return accepted(fitting(digits.startsWith('-') ? -size : size))
}

/** `float(value)`. */
export function toFloat(value: PyValue): Verdict {
  if (isFloat(value)) return accepted(value)
  if (typeof value === 'boolean' || typeof value === 'number') return accepted({ py: 'float', value: Number(value) })
  if (typeof value === 'bigint') {
    const near = Number(value)
    if (!Number.isFinite(near)) return refused('OverflowError', 'int too large to convert to float')
    return accepted({ py: 'float', value: near })
  }
  const text = textOf(value)
  if (text === undefined) return notANumber('float()', 'a real number', value)
  const digits = asciiDigits(strip(text)).toLowerCase()
  const special = /^([-+]?)(inf|infinity|nan)$/.exec(digits)
  if (special) {
    const size = special[2] === 'nan' ? NaN : Infinity
    return accepted({ py: 'float', value: special[1] === '-' ? -size : size })
  }
  if (!floatText.test(digits)) return refused('ValueError', `could not convert string to float: ${repr(value)}`)
  return accepted({ py: 'float', value: Number(digits.replace(/_/g, '')) })
}

const floatText = /^[-+]?(?:\d+(?:_\d+)*(?:\.(?:\d+(?:_\d+)*)?)?|\.\d+(?:_\d+)*)(?:e[-+]?\d+(?:_\d+)*)?$/

/** The text that a number may be written in: bytes serve as well. */
function textOf(value: PyValue): string | undefined {
  if (typeof value === 'string') return value
  return typeof value === 'object' && value?.py === 'bytes' ? value.value : undefined
}

function notANumber(what: string, wanted: string, value: PyValue): Verdict {
  return refused(
    'TypeError',
    `${what} argument must be a string, a bytes-like object or ${wanted}, not '${typeName(value)}'`,
  )
}

/** Python takes the digits of all scripts; a run of ten of them begins with its zero. */
function asciiDigits(text: string): string {
  return text.replace(/[^\x00-\x7f]/gu, character => {
    if (!/\p{Nd}/u.test(character)) return character
    const code = character.codePointAt(0)!
    // The mathematical digits are five such runs in a row.
    if (code >= 0x1d7ce && code <= 0x1d7ff) return String((code - 0x1d7ce) % 10)
    let zero = code
    while (/\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero--
    return String((code - zero) % 10)
  })
}

/** An int as facts hold it: a bigint only where a number would lose digits. */
function fitting(value: bigint): number | bigint {
  const near = Number(value)
  return Number.isSafeInteger(near) ? near : value
}
