import { itemsOf, knownValue, renderConfValue, renderPython } from '../../engine/index'
import type { Option, PyValue } from '../../engine/index'
import type { ConfLineResult } from '../../protocol'
import { oneLine, visible } from '../../safe/text'

/**
 * The option as it stands in nova.conf, its group above it. Operators write the `dest`. Where nothing one could write
 * means the same, there is a comment instead: a default that is not known, or None, or that holds what a file cannot,
 * and a name or group that would be read as something else.
 */
export function confLineOf(option: Option): string {
  const key = knownValue(option.dest) ?? option.displayName.replaceAll('-', '_')
  const group = option.membership.groups[0]
  const hasGroup = group === undefined || isPlain(group)
  const lines = linesOf(option, key, hasGroup && isPlain(key) && !/^[[#;]|[=:]/.test(key))
  const head = group === undefined ? [] : [hasGroup ? `[${group}]` : `# [${visible(group)}]`]
  return [...head, ...lines].join('\n')
}

/** Answers `novaConfigReview/confLine`. */
export function confLine(option: Option | undefined): ConfLineResult {
  return option === undefined ? null : confLineOf(option)
}

function linesOf(option: Option, key: string, isWritable: boolean): string[] {
  const comment = (value: string): string => `# ${visible(key)} =${value === '' ? '' : ` <${visible(value)}>`}`
  if (option.default.kind === 'unknown') return [comment(oneLine(option.default.source))]
  if (option.default.kind === 'absent' || option.default.value === null) return [comment('None')]
  const values = valuesOf(option, option.default.value)
  if (values.length === 0) return [comment('')]
  return values.map(value => (isWritable ? settingOf(key, value) : undefined) ?? comment(renderPython(value)))
}

/** A MultiOpt takes one line for each of its values. */
function valuesOf(option: Option, value: PyValue): readonly PyValue[] {
  const several = option.baseClass === 'MultiOpt' || option.baseClass === 'MultiStrOpt'
  return (several ? itemsOf(value) : undefined) ?? [value]
}

/** A line that begins with white space goes on with the value, and a blank one ends it; undefined where that does not do. */
function settingOf(key: string, value: PyValue): string | undefined {
  const lines = renderConfValue(value).split(/\r\n?|\n/)
  if (!lines.every(isPlain) || (lines.length > 1 && lines.some(line => line.trim() === ''))) return undefined
  return `${key} = ${lines.join('\n    ')}`.trimEnd()
}

function isPlain(text: string): boolean {
  return visible(text) === text
}
