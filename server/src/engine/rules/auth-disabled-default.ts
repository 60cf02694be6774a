import { commit, novaCommit, securityGuide } from '../knowledge/references'
import { holdsText, defaultTexts } from '../knowledge/values'
import { helpHeadline, nameWords } from '../knowledge/words'
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
  },
  *check(option) {
    const [value] = defaultTexts(option)
    if (value === undefined || !holdsText(option) || !noAuthentication.test(value.trim())) return
    if (!speaksOfAuthentication(option)) return
    yield { at: placeOf(option, option.default), message: 'off', args: { name: option.displayName, value } }
  },
})

/** The first of a list is what gets tried first; `none` further down is only allowed. */
const noAuthentication = /^(none|no_?auth\d?|anonymous|disabled|no)$/i

const authenticationWords = /^(auth|authn|authentication|authenticate|authenticator|noauth|sasl)$/

/** Authentication as what is chosen, not as a word that happens to stand in the help. */
const choosesAuthentication =
  /authentication (method|strategy|scheme|mode|mechanism|type|protocol)|(method|strategy|scheme|mode|mechanism)s? (of|for|to use for|used for) authenticat/

function speaksOfAuthentication(option: Option): boolean {
  return (
    nameWords(option).some(word => authenticationWords.test(word)) || choosesAuthentication.test(helpHeadline(option))
  )
}
