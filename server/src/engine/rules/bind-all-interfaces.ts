import { isEveryAddress } from '../knowledge/addresses'
import { ossn, securityGuide } from '../knowledge/references'
import { defaultTexts } from '../knowledge/values'
import { nameWords, plainName, readableHelp } from '../knowledge/words'
import type { Option } from '../oslo/option'
import { isGoing, placeOf } from './places'
import { defineRule } from './rule'

export const bindAllInterfaces = defineRule({
  name: 'bind-all-interfaces',
  summary: 'Service listens on every address by default',
  severity: 'information',
  category: 'network-exposure',
  cwe: [1327],
  references: [
    securityGuide('compute/how-to-select-virtual-consoles', 'on virtual consoles'),
    ossn('0018'),
    ossn('0069'),
  ],
  messages: {
    all: "'{name}' is {value} by default: it listens on every network of the host",
  },
  consequences: {
    all: "It can be reached from every network that the host is on, tenants' included where there are some.",
  },
  *check(option) {
    const words = nameWords(option)
    const value = defaultTexts(option).find(isEveryAddress)
    if (value === undefined || !words.some(word => addressWords.has(word) || word.endsWith('listen'))) return
    // A star is an address only where something listens; elsewhere it is a pattern.
    if (value.startsWith('*') && !words.some(word => /listen|^bind$/.test(word))) return
    if (isGoing(option) || connects(option)) return
    const severity = isToldApi(option) ? 'hint' : 'information'
    yield { at: placeOf(option, option.default), message: 'all', args: { name: option.displayName, value }, severity }
  },
})

const addressWords = new Set(
  'listen bind binding host hosts hostname address addresses addr ip interface server'.split(' '),
)

/** The name of a node, or the host of what the service itself calls: nothing listens there. */
function connects(option: Option): boolean {
  const help = readableHelp(option)
  if (/\b(listen|bind|bound)/i.test(help) || nameWords(option).some(word => /listen|^bind/.test(word))) return false
  return /opaque|identifier|\bname of\b|connect to|\b(address|where) to find\b|\b(database|remote|peer)\b/i.test(help)
}

/** An API is there to be reached, and whoever reads that the option says where it listens can tell. */
function isToldApi(option: Option): boolean {
  const help = readableHelp(option)
  const about = `${plainName(option).replaceAll('_', ' ')} ${option.membership.groups.join(' ')} ${help}`
  return /\b(listen|bind)/i.test(help) && /\b\w*apis?\b|_api\b/i.test(about)
}
