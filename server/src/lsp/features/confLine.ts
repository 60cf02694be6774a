import { itemsOf, knownValue, renderConfValue } from '../../engine/index'
import type { Option, PyValue } from '../../engine/index'
import type { ConfLineResult } from '../../protocol'

/**
 * The option as it stands in nova.conf, its group above it. Operators write the `dest`; a default that is not known, or
 * None, leaves a comment instead of a value, as nothing one could write means the same.
 */
export function confLineOf(option: Option): string {
  const key = knownValue(option.dest) ?? option.displayName.replaceAll('-', '_')
  const group = option.membership.groups[0]
  const head = group === undefined ? '' : `[${group}]\n`
  return head + linesOf(option, key).join('\n')
}

/** Answers `novaConfigReview/confLine`. */
export function confLine(option: Option | undefined): ConfLineResult {
  return option === undefined ? null : confLineOf(option)
}

function linesOf(option: Option, key: string): string[] {
  if (option.default.kind === 'unknown') return [`# ${key} = <${oneLine(option.default.source)}>`]
  if (option.default.kind === 'absent' || option.default.value === null) return [`# ${key} = <None>`]
  const values = valuesOf(option, option.default.value)
  return values.length === 0 ? [`# ${key} =`] : values.map(value => `${key} = ${value}`.trimEnd())
}

/** A MultiOpt takes one line for each of its values. */
function valuesOf(option: Option, value: PyValue): string[] {
  const several = option.baseClass === 'MultiOpt' || option.baseClass === 'MultiStrOpt'
  const items = several ? itemsOf(value) : undefined
  return (items ?? [value]).map(item => oneLine(renderConfValue(item)))
}

/** In the file a line that begins with white space goes on with the value. */
function oneLine(text: string): string {
  return text.replace(/\r\n?|\n/g, '\n    ')
}
