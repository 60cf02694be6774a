import { isGoing } from '../knowledge/values'
import type { ProjectView } from '../project/view'
import type { Option } from '../oslo/option'
import { defaultGroup } from '../oslo/optionKey'
import type { Value } from '../python/value'
import type { Range } from '../text'

export { isGoing } from '../knowledge/values'

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

/** Whether a list takes any text as an item. */
export function hasPlainItems({ valueType }: Option): boolean {
  if (valueType.kind !== 'known') return false
  const item = valueType.value.itemType
  return (
    item.kind === 'absent' ||
    (item.kind === 'known' && item.value.type === 'String' && isPlain(item.value.regex, item.value.choices))
  )
}

function isPlain(...limits: readonly { readonly kind: string }[]): boolean {
  return limits.every(({ kind }) => kind === 'absent')
}

/** Whether a deprecated option does nothing any more: then its default harms nobody. */
export function isWithoutEffect(option: Option): boolean {
  if (!isGoing(option)) return false
  const reason = option.deprecatedReason.kind === 'known' ? option.deprecatedReason.value : ''
  return /no (longer )?(any )?effect|no longer (used|has|supported|in use)|not used|unused|is ignored|no-op|\balways (disabled|enabled|on|off)\b/i.test(
    reason,
  )
}

/** Whether a deprecated option has a successor that people are sent to: what is to be said is said of that one. */
export function isReplaced(option: Option): boolean {
  if (!isGoing(option) || option.deprecatedReason.kind !== 'known') return false
  return /\buse\b.{1,80}\binstead\b|\b(replaced|superseded) by\b/is.test(option.deprecatedReason.value)
}

/** Whether the option's group is a feature with a switch of its own that is off by default: nothing travels there yet. */
export function belongsToWhatIsOff(option: Option, project: ProjectView): boolean {
  return option.membership.groups.some(
    group =>
      group !== defaultGroup &&
      project
        .optionsNamed(group, 'enabled')
        .some(one => one.id !== option.id && one.default.kind === 'known' && one.default.value === false),
  )
}
