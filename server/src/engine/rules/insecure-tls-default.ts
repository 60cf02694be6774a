import { commit, novaCommit, ossn, securityGuide } from '../knowledge/references'
import { transportSwitch } from '../knowledge/switches'
import { defaultTexts, switchDefault } from '../knowledge/values'
import { plainName } from '../knowledge/words'
import type { Option } from '../oslo/option'
import { setKeyword } from './fixes'
import { isReplaced, placeOf } from './places'
import { defineRule } from './rule'
import type { Fix } from './rule'

export const insecureTlsDefault = defineRule({
  name: 'insecure-tls-default',
  summary: 'Certificates are not verified by default',
  severity: 'warning',
  category: 'transport-security',
  cwe: [295],
  references: [
    ossn('0033'),
    ossn('0096'),
    novaCommit('30871e8702'),
    commit('ironic', '8017f32e7b'),
    securityGuide('compute/checklist', 'Check-Compute-04'),
  ],
  messages: {
    switch: "'{name}' is {value} by default: certificates are not verified",
    hostName: "'{name}' is False by default: a certificate issued to somebody else is accepted",
    argument: "'{name}' passes '{value}' by default: certificates are not verified",
    level: "'{name}' is '{value}' by default: a bad certificate is accepted",
  },
  consequences: {
    switch: 'Anyone in between can pose as the other side, read what is sent and change it.',
    hostName: 'Anyone in between can pose as the other side, read what is sent and change it.',
    argument: 'Anyone in between can pose as the other side, read what is sent and change it.',
    level: 'Anyone in between can pose as the other side, read what is sent and change it.',
  },
  *check(option) {
    const at = placeOf(option, option.default)
    const polarity = transportSwitch(option)
    if (polarity?.controls === 'certificate-check') {
      if (switchDefault(option) !== polarity.riskyWhen) return
      const safer = polarity.riskyWhen ? 'False' : 'True'
      const args = { name: option.displayName, value: polarity.riskyWhen ? 'True' : 'False' }
      const severity = isReplaced(option) ? 'hint' : 'warning'
      yield { at, message: 'switch', args, severity, fixes: flip(option, safer) }
      return
    }
    if (polarity?.controls === 'host-name-check') {
      if (switchDefault(option) !== polarity.riskyWhen) return
      const fixes = flip(option, 'True')
      yield { at, message: 'hostName', args: { name: option.displayName }, severity: 'information', fixes }
      return
    }
    const [argument] = defaultTexts(option).flatMap(text => insecureArgument.exec(text)?.[0] ?? [])
    if (argument !== undefined) yield { at, message: 'argument', args: { name: option.displayName, value: argument } }
    const [level] = defaultTexts(option)
    if (level !== undefined && certificateLevel.test(plainName(option)) && acceptsAnything.test(level)) {
      yield { at, message: 'level', args: { name: option.displayName, value: level } }
    }
  },
})

/** In a command line or a dict of arguments that the option holds. */
const insecureArgument =
  /(?<![\w-])(--tls-verify=false|--no-tls-verify|--insecure|--no-check-certificate|verify=False)(?![\w-])/i

/** `tls_req_cert`, `ssl_cert_reqs`, `verify_mode`. */
const certificateLevel = /(^|_)((tls_)?req_cert|cert_reqs?|(ssl|tls)_verify_mode|(ssl|tls)_verify)$/
const acceptsAnything = /^(never|allow|none|optional|off|no|false|cert_none|cert_optional)$/i

/** Never in bulk: deployments with self-signed certificates stop working, which wants a release note. */
function flip(option: Option, safer: string): readonly Fix[] {
  const edits = setKeyword(option, 'default', safer)
  return edits === undefined
    ? []
    : [{ title: `Set default=${safer} (needs an upgrade release note)`, edits, safe: false }]
}
