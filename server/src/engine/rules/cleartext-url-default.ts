import { clearTextUrl, isClearScheme, isOnlyCompared, staysLocal } from '../knowledge/addresses'
import { commit, novaCommit, ossa, securityGuide } from '../knowledge/references'
import { defaultTexts } from '../knowledge/values'
import { isGoing, placeOf } from './places'
import { defineRule } from './rule'

export const cleartextUrlDefault = defineRule({
  name: 'cleartext-url-default',
  summary: 'URL in clear text by default',
  severity: 'information',
  category: 'transport-security',
  cwe: [319],
  references: [
    novaCommit('6cde77ebba'),
    commit('keystone', '7a760caa5d'),
    commit('cinder', '0bd6b99b9f'),
    ossa('2020-001'),
    securityGuide('compute/checklist', 'Check-Compute-04'),
  ],
  messages: {
    default: "'{name}' defaults to {scheme}://: what is sent there is not encrypted",
    remote: "'{name}' defaults to {scheme}:// on another host: what is sent there is not encrypted",
    allowed: "'{name}' accepts {schemes}: what is sent there may be unencrypted",
    sample: "'{name}' shows {scheme}:// as its sample value, which deployments copy",
  },
  consequences: {
    default: 'Whoever can listen on the way can read and change it. Operators keep the scheme that they are shown.',
    remote: 'Whoever can listen on the way can read and change it.',
  },
  *check(option) {
    const name = option.displayName
    if (isGoing(option) || isOnlyCompared(option)) return
    const urls = defaultTexts(option).flatMap(text => clearTextUrl(text) ?? [])
    const url = urls.find(({ host }) => !staysLocal(host)) ?? urls[0]
    if (url !== undefined) {
      const at = placeOf(option, option.default)
      const args = { name, scheme: url.scheme }
      if (staysLocal(url.host)) yield { at, message: 'default', args }
      else yield { at, message: 'remote', args, severity: 'warning' }
      return
    }
    const clear = option.schemes.kind === 'known' ? option.schemes.value.filter(isClearScheme) : []
    if (clear.length > 0) {
      const args = { name, schemes: clear.map(scheme => `${scheme}://`).join(', ') }
      yield { at: placeOf(option, option.schemes), message: 'allowed', args, severity: 'hint' }
      return
    }
    const { sampleDefault } = option
    const sample = sampleDefault.kind === 'known' && typeof sampleDefault.value === 'string' ? sampleDefault.value : ''
    const shown = clearTextUrl(sample)
    if (shown !== undefined) {
      const args = { name, scheme: shown.scheme }
      yield { at: placeOf(option, sampleDefault), message: 'sample', args, severity: 'hint' }
    }
  },
})
