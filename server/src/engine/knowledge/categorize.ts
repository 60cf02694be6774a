import type { Option } from '../oslo/option'
import { credentialUrlEvidence, holdsCredential } from './credentials'
import type { Category } from './category'
import { knowledgeOf } from './knowledgeOf'
import { securityWords, subjects } from './subjects'
import type { Subject, ValueKind } from './subject'
import { defaultTexts, holdsText, isClosedSet, looksLikePath } from './values'
import { helpHeadline, plainName } from './words'

/** What an option is about, and whether it matters to security. */
export interface Categorization {
  readonly category: Category
  readonly securityRelevant: boolean
}

/** Judges an option by its type, name, group, default and help together; names of no known meaning are `other`. */
export function categorize(option: Option): Categorization {
  const known = knowledgeOf(option)
  if (known !== undefined) return { category: known.category, securityRelevant: true }
  const name = plainName(option)
  if ((option.secret.kind === 'known' && option.secret.value) || holdsCredential(option)) {
    return {
      category: /(encrypt\w*|fixed|hmac|kek|master)(_keys?)?$/.test(name) ? 'cryptography' : 'credential',
      securityRelevant: true,
    }
  }
  if (credentialUrlEvidence(option) !== undefined) return { category: 'credential', securityRelevant: true }
  const kind = kindOf(option)
  const headline = helpHeadline(option)
  const group = option.membership.groups.join(' ')
  const subject = subjects.find(one => fits(one, kind, name, headline, group))
  if (subject?.relevant === true) return { category: subject.category, securityRelevant: true }
  // Where the name says what the option is about, words two paragraphs down do not.
  const text = paragraphsOf(option, subject?.name === undefined ? 2 : 1)
  const said = securityWords.find(([pattern]) => pattern.test(text))
  if (said !== undefined && subject?.category !== 'audit') {
    const category = said[1] === 'other' && subject !== undefined ? subject.category : said[1]
    return { category, securityRelevant: true }
  }
  if (kind === 'text' && defaultTexts(option).some(looksLikePath))
    return { category: 'file-path', securityRelevant: true }
  return { category: subject?.category ?? 'other', securityRelevant: false }
}

function fits(subject: Subject, kind: ValueKind, name: string, headline: string, group: string): boolean {
  return (
    (subject.kinds?.includes(kind) ?? true) &&
    (subject.name?.test(name) ?? true) &&
    (subject.help?.test(headline) ?? true) &&
    (subject.group?.test(group) ?? true)
  )
}

function kindOf(option: Option): ValueKind {
  switch (option.baseClass) {
    case 'BoolOpt':
      return 'switch'
    case 'IntOpt':
    case 'FloatOpt':
      return 'number'
    case 'PortOpt':
      return 'port'
    case 'IPOpt':
    case 'HostnameOpt':
    case 'HostAddressOpt':
    case 'HostDomainOpt':
      return 'address'
    case 'URIOpt':
      return 'url'
    default:
      return isClosedSet(option) ? 'choice' : holdsText(option) ? 'text' : kindOfType(option)
  }
}

function kindOfType({ valueType }: Option): ValueKind {
  const type = valueType.kind === 'known' ? valueType.value.type : 'other'
  if (type === 'Boolean') return 'switch'
  if (type === 'Integer' || type === 'Float') return 'number'
  if (type === 'Port') return 'port'
  return ['IPAddress', 'Hostname', 'HostAddress', 'HostDomain'].includes(type) ? 'address' : 'text'
}

/** How the help begins, in lower case. */
function paragraphsOf({ help }: Option, count: 1 | 2): string {
  if (help.kind !== 'known') return ''
  const text = help.value.trim()
  const blank = /\n[ \t]*\n/g
  let end = text.length
  for (let at = 0; at < count; at++) end = blank.exec(text)?.index ?? text.length
  return text.slice(0, end).toLowerCase()
}
