import { holdsCredential, isBundleOrUrl } from '../knowledge/credentials'
import { cve, ossa } from '../knowledge/references'
import { nameWords, readableHelp } from '../knowledge/words'
import type { Option } from '../oslo/option'
import { isGoing, placeOf } from './places'
import { defineRule } from './rule'
import type { Severity } from './rule'

export const emptySecretDefault = defineRule({
  name: 'empty-secret-default',
  summary: 'Secret whose default is an empty text',
  severity: 'information',
  category: 'credential',
  cwe: [1188, 287],
  references: [ossa('2013-033'), cve('2013-6419')],
  messages: {
    shared: "'{name}' is empty by default, a secret that everyone knows",
    key: "'{name}' is empty by default, a key that everyone knows: None would not be one",
    password: "'{name}' is empty by default: an unset password cannot be told from an empty one",
  },
  consequences: {
    shared: 'What it should prove passes unproven as long as nobody sets it.',
    key: 'What is signed or encrypted with an empty key, anybody can sign or read.',
  },
  *check(option) {
    const secret =
      holdsCredential(option) || (option.secret.kind === 'known' && option.secret.value && !isBundleOrUrl(option))
    if (!secret || !isEmptyText(option)) return
    const [message, severity] = weight(option)
    yield { at: placeOf(option, option.default), message, args: { name: option.displayName }, severity }
  },
})

function isEmptyText({ default: value }: Option): boolean {
  if (value.kind !== 'known') return false
  const text = value.value
  return text === '' || (typeof text === 'object' && text !== null && text.py === 'bytes' && text.value === '')
}

/** A secret that others are checked with is worst; what the service itself signs in with somewhere is least. */
function weight(option: Option): readonly ['shared' | 'key' | 'password', Severity] {
  const words = nameWords(option)
  const help = readableHelp(option)
  if (words.includes('shared') || words.includes('hmac') || checksOthers.test(help)) return ['shared', 'warning']
  if (/^keys?$/.test(words.at(-1) ?? '') && words.some(word => makesKey.has(word)) && !isGoing(option))
    return ['key', 'information']
  return ['password', 'hint']
}

const makesKey = new Set('signing sign encryption encrypt encr crypto cipher jwt fernet'.split(' '))

const checksOthers =
  /shared secret|signature|\bhmac\b|(used )?to (validate|verify) (\w+ )?(request|message|token|client|caller|proxy)/i
