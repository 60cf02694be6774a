import { commit, securityGuide } from '../knowledge/references'
import { plainName, readableHelp } from '../knowledge/words'
import type { Option } from '../oslo/option'
import { knownValue } from '../python/value'
import { isGoing, isMissing, placeOf } from './places'
import { defineRule } from './rule'

export const securityControlUnset = defineRule({
  name: 'security-control-unset',
  summary: 'Protection that does nothing until it gets a value',
  severity: 'information',
  category: 'authentication',
  cwe: [521, 307, 1188],
  references: [
    commit('keystone', '72368d98b4'),
    securityGuide('identity/authentication-methods', 'on failed logins and password policy'),
  ],
  messages: {
    unset: "'{name}' has no value by default: the protection is off",
  },
  consequences: {
    unset: 'Nothing is locked out, expires or is refused until an operator sets it.',
  },
  *check(option) {
    if (isGoing(option) || option.required.kind !== 'absent' || !isUnset(option)) return
    if (!policyName.test(plainName(option)) || !policyWords.test(readableHelp(option))) return
    yield { at: placeOf(option, option.default), message: 'unset', args: { name: option.displayName } }
  },
})

/** Zero is how such limits are written when they limit nothing. */
function isUnset(option: Option): boolean {
  if (isMissing(option, option.default)) return ['IntOpt', 'StrOpt', 'FloatOpt'].includes(option.baseClass)
  const value = knownValue(option.default)
  return value === null || (value === 0 && option.baseClass === 'IntOpt')
}

/** Policies of passwords and logins: lockout, expiry, history, strength, age. */
const policyName =
  /(^|_)((lockout|failed|failure|login)_((failure|login)_)?attempts|password_(expires|expiry|expiration|max_age|lifetime|history|regex)(_(days|count|size))?|unique_last_password_count|minimum_password_age|min_password_(age|length)|days_inactive|session_(timeout|expiry|lifetime))$/
const policyWords = /password|authenticat|log ?in|log ?on|session|account/i
