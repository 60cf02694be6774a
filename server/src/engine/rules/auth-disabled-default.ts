import { commit, novaCommit, securityGuide } from '../knowledge/references'
import { holdsText, defaultTexts } from '../knowledge/values'
import { helpHeadline, nameWords, readableHelp } from '../knowledge/words'
import type { Option } from '../oslo/option'
import { placeOf } from './places'
import { defineRule } from './rule'

export const authDisabledDefault = defineRule({
  name: 'auth-disabled-default',
  summary: 'No authentication by default',
  severity: 'warning',
  category: 'authentication',
  cwe: [306, 1188],
  references: [
    securityGuide('compute/checklist', 'Check-Compute-03'),
    novaCommit('d238306aa6'),
    novaCommit('c5a1a9e711'),
    commit('ironic', 'fba57d5954'),
  ],
  messages: {
    off: "'{name}' is '{value}' by default: callers come in without proving who they are",
    client: "'{name}' is '{value}' by default: requests go out without authentication",
    empty: "'{name}' is empty by default, which its help calls no authentication",
  },
  *check(option) {
    const [value] = defaultTexts(option)
    if (value === undefined || !holdsText(option) || !speaksOfAuthentication(option)) return
    const at = placeOf(option, option.default)
    const args = { name: option.displayName, value }
    if (value === '') {
      if (emptyIsNone.test(readableHelp(option))) yield { at, message: 'empty', args }
    } else if (noAuthentication.test(value.trim())) {
      yield { at, message: isClient(option) ? 'client' : 'off', args }
    }
  },
})

/** The first of a list is what gets tried first; `none` further down is only allowed. */
const noAuthentication = /^(none|no_?auth\d?|anonymous|disabled|no)$/i

/** What the service itself proves, to others. */
const asClient = /\bagainst (the|a|an)\b|(communicat|connect|talk)\w* (with|to) the\b/

function isClient(option: Option): boolean {
  return asClient.test(helpHeadline(option)) || option.membership.groups.some(group => otherServices.has(group))
}

/** Groups in which services keep how they talk to others. */
const otherServices = new Set(
  'neutron cinder glance nova ironic designate heat keystone placement swift barbican octavia manila'.split(' '),
)

/** The help says what it means that nothing is set. */
const emptyIsNone =
  /\b(for no auth\w*|to (disable|turn off|switch off) auth\w*),? (keep|leave|set)\b.{0,12}\bempty|\bempty\b.{0,30}\b(no auth\w*|auth\w* is (disabled|off|skipped)|(disables?|turns? off|switches off|skips?) auth\w*)/i

const authenticationWords = /^(auth|authn|authentication|authenticate|authenticator|noauth|sasl)$/

/** Authentication as what is chosen, not as a word that happens to stand in the help. */
const choosesAuthentication =
  /authentication (method|strategy|scheme|mode|mechanism|type|protocol)|(method|strategy|scheme|mode|mechanism)s? (of|for|to use for|used for) authenticat/

function speaksOfAuthentication(option: Option): boolean {
  return (
    nameWords(option).some(word => authenticationWords.test(word)) || choosesAuthentication.test(helpHeadline(option))
  )
}
