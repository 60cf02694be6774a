import { commit, cve, ossa, ossn } from '../knowledge/references'
import { defaultTexts } from '../knowledge/values'
import { helpHeadline, nameWords } from '../knowledge/words'
import { placeOf } from './places'
import { defineRule } from './rule'

export const wildcardAllowlistDefault = defineRule({
  name: 'wildcard-allowlist-default',
  summary: 'Allow-list that lets everything through by default',
  severity: 'warning',
  category: 'authorization',
  cwe: [942, 183],
  references: [ossa('2015-005'), cve('2015-0259'), ossn('0101'), commit('ironic', '08067f0fba')],
  messages: {
    network: "'{name}' is '{value}' by default: every address there is",
    all: "'{name}' contains '{value}' by default: it lets everyone and everything through",
  },
  *check(option) {
    const words = nameWords(option)
    const network = defaultTexts(option).find(text => /^(0\.0\.0\.0\/0|::\/0)$/.test(text.trim()))
    if (
      network !== undefined &&
      !words.some(word => listWords.has(word)) &&
      words.some(word => networkWords.has(word))
    ) {
      const args = { name: option.displayName, value: network }
      yield { at: placeOf(option, option.default), message: 'network', args, severity: 'information' }
      return
    }
    const everyone = defaultTexts(option).find(text => /^(all|any|everyone|\*)$/i.test(text.trim()))
    if (everyone !== undefined && allowedToReach.test(helpHeadline(option))) {
      const args = { name: option.displayName, value: everyone }
      yield { at: placeOf(option, option.default), message: 'all', args, severity: 'information' }
      return
    }
    if (!words.some(word => listWords.has(word))) return
    const value = defaultTexts(option).find(text => /^(\*|\.\*|\.\+|0\.0\.0\.0\/0|::\/0|\/)$/.test(text.trim()))
    if (value === undefined) return
    yield { at: placeOf(option, option.default), message: 'all', args: { name: option.displayName, value } }
  },
})

/** Who may come, in words: `hosts which are allowed to access volumes`. */
const allowedToReach = /\b(allowed|permitted|authori[sz]ed) to (access|connect|use|mount|reach|see|read)\b/

const listWords = new Set('allow allowed allowlist whitelist origin origins trusted permitted permit'.split(' '))

/** Who may come from where; a route to everywhere is no permission. */
const networkWords = new Set(
  'cidr cidrs network networks net nets source sources remote range ranges prefix'.split(' '),
)
