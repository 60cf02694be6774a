import type { Option } from '../oslo/option'
import type { Value } from '../python/value'
import type { Range } from '../text'

/** Where a keyword's value is written, or the option's name when the class implies it. */
export function placeOf(option: Option, value: Value<unknown>): Range {
  return (value.kind === 'absent' ? undefined : value.range) ?? option.nameRange
}

/** Whether a keyword is surely not written: in a half-typed call it may still be to come. */
export function isMissing(option: Option, value: Value<unknown>): boolean {
  return value.kind === 'absent' && !option.call.broken
}

/** Whether the option is surely logged in clear: `secret=True` is missing, or `secret=False` is written. */
export function isLoggedInClear(option: Option): boolean {
  return isMissing(option, option.secret) || (option.secret.kind === 'known' && !option.secret.value)
}
