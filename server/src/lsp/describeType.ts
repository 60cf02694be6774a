import { renderPython } from '../engine/index'
import type { Choice, Option, Value, ValueType } from '../engine/index'
import { codeSpan, escapeMarkdown, firstOf } from '../safe/markdown'
import { oneLine } from '../safe/text'

/** The class and the limits on its values, each as a line of Markdown. */
export function describeType(option: Option): string[] {
  const base = option.className === option.baseClass ? '' : ` (a ${escapeMarkdown(option.baseClass)})`
  return [`${codeSpan(option.className)}${base}`, ...limitsOf(option.valueType)]
}

function limitsOf(valueType: Value<ValueType>): string[] {
  if (valueType.kind === 'absent') return []
  if (valueType.kind === 'unknown') return [`Type: ${notEvaluated(valueType.source)}`]
  const type = valueType.value
  const items = type.itemType.kind === 'known' ? limitsOf(type.itemType) : []
  return [
    ...limit('Choices', type.choices, showChoices),
    ...range(type),
    ...limit('Must match', type.regex, regex => codeSpan(regex)),
    ...limit('At most', type.maxLength, length => `${String(length)} characters`),
    ...limit('Schemes', type.schemes, schemes => firstOf(schemes.map(showScheme), ', ', 10)),
    ...items.map(line => `Each value: ${line}`),
  ]
}

function range({ min, max }: ValueType): string[] {
  if (min.kind === 'known' && max.kind === 'known') {
    return [`From ${codeSpan(String(min.value))} to ${codeSpan(String(max.value))}`]
  }
  return [...limit('Minimum', min, showNumber), ...limit('Maximum', max, showNumber)]
}

function limit<T>(label: string, value: Value<T>, show: (value: T) => string): string[] {
  if (value.kind === 'absent') return []
  return [`${label}: ${value.kind === 'known' ? show(value.value) : notEvaluated(value.source)}`]
}

function showNumber(value: number): string {
  return codeSpan(String(value))
}

function showChoices(choices: readonly Choice[]): string {
  return firstOf(
    choices.map(choice => codeSpan(renderPython(choice.value), 60)),
    ', ',
    30,
  )
}

function showScheme(scheme: string): string {
  return codeSpan(scheme, 60)
}

function notEvaluated(source: string): string {
  return `${codeSpan(oneLine(source))} *(not evaluated)*`
}
