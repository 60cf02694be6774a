import { commit, novaCommit, securityGuide } from '../knowledge/references'
import { plainName } from '../knowledge/words'
import { isWithoutEffect, placeOf } from './places'
import { defineRule } from './rule'

export const trustedProxyHeader = defineRule({
  name: 'trusted-proxy-header',
  summary: 'Header that clients can forge is trusted by default',
  severity: 'information',
  category: 'authentication',
  cwe: [348, 290],
  references: [
    novaCommit('a5f68d355c'),
    commit('keystone', 'eb104714f2'),
    securityGuide('dashboard/checklist', 'Check-Dashboard-11'),
  ],
  messages: {
    trusted: "'{name}' is {value} by default: clients choose their own address or scheme",
  },
  consequences: {
    trusted: 'Only a proxy that strips the header makes it worth anything.',
  },
  *check(option) {
    if (!headerName.test(plainName(option)) || option.default.kind !== 'known' || isWithoutEffect(option)) return
    const value = option.default.value
    if (value !== true && (typeof value !== 'string' || value === '')) return
    const shown = value === true ? 'True' : `'${value}'`
    yield { at: placeOf(option, option.default), message: 'trusted', args: { name: option.displayName, value: shown } }
  },
})

const headerName =
  /(^|_)(secure_proxy_ssl_header|enable_proxy_headers_parsing)$|forwarded_\w|(^|_)trust_(proxy|forwarded)/
