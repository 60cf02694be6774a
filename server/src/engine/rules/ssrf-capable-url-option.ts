import { ossa, ossn, securityGuide } from '../knowledge/references'
import { holdsText, isClosedSet } from '../knowledge/values'
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
    description: "'{name}' takes URLs of any scheme: what is there tells the service what to call",
  },
  consequences: {
    description: 'Over http:// anybody on the way can change it; file:// reads files of the host.',
    open: "The service calls them with its own identity, from its own network, and with its users' data.",
  },
  *check(option) {
    if (!holdsText(option) || isClosedSet(option) || option.regex.kind !== 'absent' || isGoing(option)) return
    if (option.schemes.kind !== 'absent' || itemIsChecked(option) || !isCalledForUsers(option)) return
    const message = nameWords(option).includes('wsdl') ? 'description' : 'open'
    yield { at: option.nameRange, message, args: { name: option.displayName } }
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
  if (callsBack.test(help) || namesOfOptions.test(help)) return false
  const url = /\bur[il]s?\b|https?:\/\/|endpoint/i.test(`${name.replaceAll('_', ' ')} ${help}`)
  return (
    url && (nameWords(option).some(word => calledWords.has(word)) || /external rest|callback url|web ?hook/i.test(help))
  )
}

/** The service's own address, for others to call. */
const callsBack =
  /\b(agents?|ramdisk|guests?|instances?|clients?) callback|callback url of|post(s|ing)? back|\b(send|post|report)\b.{0,30}\b(data|results|status)\b.{0,10}\bto\b/i

/** A list of what may be set is none of URLs. */
const namesOfOptions = /\b(list of|names of) (configuration )?option/i

const calledWords = new Set('targets callback callbacks webhook webhooks wsdl dynamic'.split(' '))
