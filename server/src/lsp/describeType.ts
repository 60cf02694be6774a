import { renderPython } from '../engine/index'
import type { Choice, Option, Value, ValueType } from '../engine/index'
import { codeSpan, escapeMarkdown, firstOf } from '../safe/markdown'
import { oneLine } from '../safe/text'

/** The class and the limits on its values, each as a piece of Markdown; choices that have descriptions are left out. */
export function describeType(option: Option): string[] {
  const base = option.className === option.baseClass ? '' : ` (a ${escapeMarkdown(option.baseClass)})`
  return [`${codeSpan(option.className)}${base}`, ...limitsOf(option.valueType)]
}

/** The limits on values of a type, each as a piece of Markdown. */
export function limitsOf(valueType: Value<ValueType>): string[] {
  if (valueType.kind === 'absent') return []
  if (valueType.kind === 'unknown') return [`type ${notEvaluated(valueType.source)}`]
  const type = valueType.value
  const items = type.itemType.kind === 'known' ? limitsOf(type.itemType) : []
  return [
    ...(isDescribed(type.choices) ? [] : limit('one of', type.choices, showChoices)),
    ...range(type),
    ...limit('must match', type.regex, regex => codeSpan(regex)),
    ...limit('at most', type.maxLength, length => `${String(length)} characters`),
    ...limit('schemes', type.schemes, schemes => firstOf(schemes.map(showScheme), ', ', 10)),
    ...items.map(line => `each value ${line}`),
  ]
}

function range({ min, max }: ValueType): string[] {
  if (min.kind === 'known' && max.kind === 'known') {
    return [`from ${codeSpan(String(min.value))} to ${codeSpan(String(max.value))}`]
  }
  return [...limit('at least', min, showNumber), ...limit('at most', max, showNumber)]
}

function limit<T>(label: string, value: Value<T>, show: (value: T) => string): string[] {
  if (value.kind === 'absent') return []
  return [`${label} ${value.kind === 'known' ? show(value.value) : notEvaluated(value.source)}`]
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

function isDescribed(choices: Value<readonly Choice[]>): boolean {
  return choices.kind === 'known' && choices.value.some(({ description = '' }) => description !== '')
}

/** The choices with what they do, each on a line; nothing where none says what it does. */
export function describeChoices({ choices }: Option): string {
  if (choices.kind !== 'known' || !isDescribed(choices)) return ''
  const lines = choices.value.map(({ value, description = '' }) => {
    const shown = codeSpan(renderPython(value), 60)
    return description === '' ? `- ${shown}` : `- ${shown}: ${escapeMarkdown(oneLine(description), 200)}`
  })
  return `Choices:\n\n${firstOf(lines, '\n', 15)}`
}

function showScheme(scheme: string): string {
  return codeSpan(scheme, 60)
}

function notEvaluated(source: string): string {
  return `${codeSpan(oneLine(source))} *(not evaluated)*`
}
