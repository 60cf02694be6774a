import type { Option } from '../oslo/option'
import type { Choice } from '../oslo/option'

/** The closed set of values, of the option itself or of each of its items; empty where there is none or it is unknown. */
export function choicesOf(option: Option): readonly Choice[] {
  if (option.choices.kind === 'known') return option.choices.value
  const type = option.valueType.kind === 'known' ? option.valueType.value : undefined
  const item = type?.itemType.kind === 'known' ? type.itemType.value : undefined
  return item?.choices.kind === 'known' ? item.choices.value : []
}

/** Those of them that are text. */
export function choiceTexts(option: Option): readonly string[] {
  return choicesOf(option).flatMap(({ value }) => (typeof value === 'string' ? [value] : []))
}
