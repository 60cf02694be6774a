import { isEveryAddress } from '../knowledge/addresses'
import { ossn, securityGuide } from '../knowledge/references'
import { defaultTexts } from '../knowledge/values'
import { nameWords } from '../knowledge/words'
import { placeOf } from './places'
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
    all: "'{name}' is {value} by default: the service can be reached from every network of the host, tenants' networks included.",
  },
  *check(option) {
    const words = nameWords(option)
    const value = defaultTexts(option).find(isEveryAddress)
    if (value === undefined || !words.some(word => addressWords.has(word) || word.endsWith('listen'))) return
    // A star is an address only where something listens; elsewhere it is a pattern.
    if (value.startsWith('*') && !words.some(word => /listen|^bind$/.test(word))) return
    yield { at: placeOf(option, option.default), message: 'all', args: { name: option.displayName, value } }
  },
})

const addressWords = new Set(
  'listen bind binding host hosts hostname address addresses addr ip interface server'.split(' '),
)
