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

/** Whether the option is on its way out: to change its class or limits then helps nobody. */
export function isGoing(option: Option): boolean {
  return option.deprecatedForRemoval.kind === 'known' && option.deprecatedForRemoval.value
}

/** Whether a file is a module of a configuration package, which declares, registers and lists what is its own. */
export function isConfModule(file: string): boolean {
  return /(^|\/)conf\/([\w-]+\/)*[\w-]+\.py$/.test(file) && !isProgram(file)
}

/** Whether a file is a program, which nobody imports and whose options meet those of no other. */
export function isProgram(file: string): boolean {
  return (
    /(^|\/)(cmd|bin|scripts|tools|hacking|contrib)\//.test(file) || /(^|\/)(__main__|cmd|cli|\w+_cli)\.py$/.test(file)
  )
}
