import { commit, ossn, securityGuide } from '../knowledge/references'
import { transportSwitch } from '../knowledge/switches'
import { switchDefault } from '../knowledge/values'
import { plainName, readableHelp } from '../knowledge/words'
import type { Option } from '../oslo/option'
import { belongsToWhatIsOff, isMissing, isWithoutEffect, placeOf } from './places'
import { defineRule } from './rule'
import type { Severity } from './rule'

export const tlsNotEnforcedDefault = defineRule({
  name: 'tls-not-enforced-default',
  summary: 'Encryption on the wire is off by default',
  severity: 'warning',
  category: 'transport-security',
  cwe: [319],
  references: [
    ossn('0089'),
    ossn('0007'),
    commit('ironic', '6095b4017d'),
    securityGuide('compute/how-to-select-virtual-consoles', 'on virtual consoles'),
  ],
  messages: {
    off: "'{name}' is off by default: this traffic is not encrypted",
  },
  consequences: {
    off: 'What travels on this connection can be read and changed on the way.',
  },
  *check(option, context) {
    const controls = transportSwitch(option)?.controls
    if (controls !== 'encryption' && controls !== 'client-encryption') return
    const off = option.default.kind === 'known' ? switchDefault(option) === false : isMissing(option, option.default)
    if (!off || isWithoutEffect(option)) return
    const full = controls === 'encryption' && !endsInFront.test(readableHelp(option)) ? 'warning' : 'information'
    const severity = belongsToWhatIsOff(option, context.project) ? demoted(option) : full
    yield { at: placeOf(option, option.default), message: 'off', args: { name: option.displayName }, severity }
  },
})

/** The help knows of a server in front that brings TLS. */
const endsInFront = /\boff-?load|\bterminat(es?|ed|ing|ion)\b/i

/** Nothing travels while the feature is off: what would be demanded then is worth a word, what would be offered hardly. */
function demoted(option: Option): Severity {
  return /(^|_)(require|requires|required|force|enforce|only)(_|$)/.test(plainName(option)) ? 'information' : 'hint'
}
