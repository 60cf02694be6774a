import type { Option } from '../oslo/option'
import { itemsOf } from '../python/value'
import type { PyValue } from '../python/value'
import { readableHelp } from './words'

/** Whether the option's values are free text or made of it: what a person types could be anything. */
export function holdsText(option: Option): boolean {
  if (option.valueType.kind === 'unknown') return false
  const type = option.valueType.kind === 'known' ? option.valueType.value : undefined
  switch (type?.type) {
    case undefined:
    case 'String':
    case 'MultiString':
    case 'URI':
    case 'Dict':
      return option.baseClass !== 'SubCommandOpt'
    case 'List': {
      const item = type.itemType
      return item.kind !== 'unknown' && (item.kind === 'absent' || ['String', 'URI'].includes(item.value.type))
    }
    default:
      return false
  }
}

/** Whether only listed values are allowed, for the option itself or for each of its items. */
export function isClosedSet(option: Option): boolean {
  if (option.choices.kind !== 'absent') return true
  const type = option.valueType.kind === 'known' ? option.valueType.value : undefined
  return type?.itemType.kind === 'known' && type.itemType.value.choices.kind !== 'absent'
}

/** The strings in a default: itself, its items, or its dict's values; none when it is unknown or holds no text. */
export function defaultTexts(option: Option): readonly string[] {
  return option.default.kind === 'known' ? texts(option.default.value) : []
}

function texts(value: PyValue): readonly string[] {
  if (typeof value === 'string') return [value]
  if (typeof value !== 'object' || value === null) return []
  if ('entries' in value) return value.entries.flatMap(([, item]) => texts(item))
  return itemsOf(value)?.flatMap(texts) ?? []
}

/** What a switch is by default, written as Python or, as oslo.config takes it, as text; undefined for all else. */
export function switchDefault({ default: value }: Option): boolean | undefined {
  if (value.kind !== 'known') return undefined
  if (typeof value.value === 'boolean') return value.value
  if (typeof value.value !== 'string') return undefined
  if (/^(true|1|on|yes)$/i.test(value.value)) return true
  return /^(false|0|off|no)$/i.test(value.value) ? false : undefined
}

/** Whether a text names a place in the file system, or a file by its ending. */
export function looksLikePath(text: string): boolean {
  return (
    /^(\/|~|\.{1,2}\/|[A-Za-z]:\\|\$\{?\w*(path|dir|home)\b)/.test(text) ||
    /^[\w./-]+\.(pem|key|crt|cer|conf|cfg|ini|json|yaml|yml|txt|xml|db|sock|log|py|sh|template|html?|wsdl)$/i.test(text)
  )
}

/** Whether a text stands for a value that somebody has yet to write: `***`, `{{ password }}`, `[enter it here]`, `<secret>`. */
export function isPlaceholder(text: string): boolean {
  return /^(\*+|\.{3}|x{3,}|\?+|<.*>|\[.*\]|\{\{?.*\}\}?|%\(?\w+\)?s?%?|@\w+@|__\w+__)$/is.test(text.trim())
}

/**
 * Whether the option is on its way out, by its keyword or as its help says: to change its class or limits then helps
 * nobody.
 */
export function isGoing(option: Option): boolean {
  if (option.deprecatedForRemoval.kind === 'known' && option.deprecatedForRemoval.value) return true
  const help = readableHelp(option)
  // Few helps have the word at all: to look for it alone is quick.
  return /deprecated|obsolete|unused/i.test(help) && calledDeprecated.test(help)
}

/** The option itself, not what it is about. */
const calledDeprecated =
  /^\W*(deprecated|obsolete)\b|(^|[.;]\s*)deprecated[,:;.]|\b(this|configuration here|the) ?(option|parameter|setting|flag)? is (now )?(deprecated|obsolete)\b|\bcurrently unused\b/i
