import type { Option } from '../oslo/option'

export { wordsOf, readableText } from '../oslo/words'

/** The words of an option's name; none when the name is unknown, so that no vocabulary matches. */
export function nameWords(option: Option): readonly string[] {
  return option.words.ofName
}

/** The name with its words joined by `_`, for patterns; empty when the name is unknown. */
export function plainName(option: Option): string {
  return option.words.plainName
}

/** What can be read of an option's help, white space folded; empty when nothing is written. */
export function readableHelp(option: Option): string {
  return option.words.readableHelp
}

/** The first sentence of the help, in lower case: what the option is, before all the rest. */
export function helpHeadline(option: Option): string {
  return option.words.headline
}

/** Whether a text is empty, or only says that it is still to be written. */
export function saysNothing(text: string): boolean {
  return /^\W*(?:$|(?:todo|fixme|tbd|xxx)\b)/i.test(text.trim())
}
