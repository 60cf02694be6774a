import { ossa, ossn, securityGuide } from '../knowledge/references'
import { holdsText } from '../knowledge/values'
import { nameWords, plainName, readableHelp } from '../knowledge/words'
import type { Option } from '../oslo/option'
import { isGoing } from './places'
import { defineRule } from './rule'

export const ssrfCapableUrlOption = defineRule({
  name: 'ssrf-capable-url-option',
  summary: 'URL that the service calls for its users, with any scheme',
  severity: 'information',
  category: 'transport-security',
  cwe: [918],
  references: [
    ossn('0078'),
    ossn('0105'),
    securityGuide('image-storage/checklist', 'Check-Image-05'),
    ossa('2025-001'),
  ],
  messages: {
    open: "'{name}' takes URLs of any scheme, called on behalf of its users",
  },
  consequences: {
    open: "The service calls them with its own identity, from its own network, and with its users' data.",
  },
  *check(option) {
    if (!holdsText(option) || option.regex.kind !== 'absent' || isGoing(option)) return
    if (option.schemes.kind !== 'absent' || itemIsChecked(option) || !isCalledForUsers(option)) return
    yield { at: option.nameRange, message: 'open', args: { name: option.displayName } }
  },
})

function itemIsChecked({ valueType }: Option): boolean {
  const item = valueType.kind === 'known' ? valueType.value.itemType : undefined
  if (item?.kind !== 'known') return item?.kind === 'unknown'
  return (
    item.value.regex.kind !== 'absent' || item.value.schemes.kind !== 'absent' || item.value.choices.kind !== 'absent'
  )
}

function isCalledForUsers(option: Option): boolean {
  const name = plainName(option)
  const help = readableHelp(option)
  if (/(^|_)(base_url|link_prefix|dir|path|file|cert|timeout)$|certfile$/.test(name)) return false
  const url = /\bur[il]s?\b|https?:\/\/|endpoint/i.test(`${name.replaceAll('_', ' ')} ${help}`)
  return (
    url && (nameWords(option).some(word => calledWords.has(word)) || /external rest|callback url|web ?hook/i.test(help))
  )
}

const calledWords = new Set('targets callback callbacks webhook webhooks wsdl dynamic'.split(' '))
