import { commit, novaCommit, ossn, rfc } from '../knowledge/references'
import { defaultTexts } from '../knowledge/values'
import { plainName } from '../knowledge/words'
import { choiceTexts } from './choices'
import { placeOf } from './places'
import { defineRule } from './rule'

export const weakTlsVersion = defineRule({
  name: 'weak-tls-version',
  summary: 'Outdated TLS version or cipher',
  severity: 'information',
  category: 'transport-security',
  cwe: [327, 757],
  references: [rfc(8996), ossn('0039'), ossn('0045'), novaCommit('08bdcdb5b6'), commit('ironic', '9abf6a73e3')],
  messages: {
    default: "'{name}' is '{value}' by default, which is broken",
    offered: "'{name}' still offers '{value}', which is deprecated",
    left: "'{name}' leaves the lowest TLS version to the system by default",
  },
  consequences: {
    default: 'An attacker in between can read or change the traffic.',
    offered: 'Connections can be forced down to it.',
    left: 'Where the system allows outdated versions, so does the service.',
  },
  *check(option) {
    const name = plainName(option)
    const at = placeOf(option, option.default)
    if (/(^|_)(ssl|tls)?_?cipher(s|suites|_suites)?$/.test(name)) {
      const value = defaultTexts(option)
        .flatMap(text => text.split(/[:, ]/))
        .find(cipher => weakCipher.test(cipher))
      if (value !== undefined) yield { at, message: 'default', args: { name: option.displayName, value } }
      return
    }
    if (
      !/(ssl|tls)(_\w+)?_version|(ssl|tls)_(min|minimum|max|protocol)|^(min|minimum)_(ssl|tls)|ssl_version/.test(name)
    )
      return
    const [value = ''] = defaultTexts(option)
    if (oldVersion.test(value)) {
      yield { at, message: 'default', args: { name: option.displayName, value } }
      return
    }
    const offered = choiceTexts(option).find(choice => oldVersion.test(choice))
    if (offered !== undefined) {
      yield {
        at: placeOf(option, option.choices),
        message: 'offered',
        args: { name: option.displayName, value: offered },
      }
    } else if (/min/.test(name) && value === 'default')
      yield { at, message: 'left', args: { name: option.displayName } }
  },
})

const oldVersion = /^(ssl_?v?[23]([._]\d)?|sslv23|tls_?v?1([._][01])?|1[._][01])$/i

/** Not those that are excluded, `!MD5`. */
const weakCipher = /^(?![!-]).*(RC4|3DES|DES-|NULL|EXPORT|EXP-|MD5|aNULL|eNULL)/
