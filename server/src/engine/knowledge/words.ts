import type { Option } from '../oslo/option'
import type { Value } from '../python/value'

/** The words of an option's name; none when the name is unknown, so that no vocabulary matches. */
export function nameWords({ name }: Option): readonly string[] {
  return name.kind === 'known' ? wordsOf(name.value) : []
}

/** The name with its words joined by `_`, for patterns; empty when the name is unknown. */
export function plainName(option: Option): string {
  return nameWords(option).join('_')
}

/** What can be read of an option's help, white space folded; empty when nothing is written. */
export function readableHelp({ help }: Option): string {
  return readableText(help)
}

/** The first sentence of the help, in lower case: what the option is, before all the rest. */
export function helpHeadline({ help }: Option): string {
  if (help.kind !== 'known') return firstSentence(readableText(help))
  const text = help.value.trimStart()
  const paragraph = text.slice(0, /\n[ \t]*\n/.exec(text)?.index ?? text.length)
  return firstSentence(fold(paragraph))
}

/** The words of a name, in lower case: `vncserver-listen` gives vncserver, listen. Numbers at the end are dropped. */
export function wordsOf(name: string): readonly string[] {
  const words = name
    .replace(/([a-z0-9])([A-Z])/g, '$1_$2')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter(word => word !== '')
  while (words.length > 1 && /^\d+$/.test(words.at(-1) ?? '')) words.pop()
  return words
}

/**
 * What can be read of a text, white space folded: the text, or, of an expression that is not evaluated, its source,
 * whose literal parts still tell what the option is about. Empty when nothing is written.
 */
export function readableText(help: Value<string>): string {
  if (help.kind === 'absent') return ''
  const text = help.kind === 'known' ? help.value : help.source.replace(/^[\w.]+\(/, '').replace(/\\n|["']/g, ' ')
  return fold(text).trim()
}

function firstSentence(text: string): string {
  return (/^.*?[.:;!?](?=\s|$)/.exec(text)?.[0] ?? text).toLowerCase()
}

/** Every stretch of white space as one space. Single spaces, the most of them, are not worth a replacement. */
function fold(text: string): string {
  return text.replace(/(?:[^\S ]| (?=\s))\s*/g, ' ')
}

/** Whether a text is empty, or only says that it is still to be written. */
export function saysNothing(text: string): boolean {
  return /^\W*(?:$|(?:todo|fixme|tbd|xxx)\b)/i.test(text.trim())
}
