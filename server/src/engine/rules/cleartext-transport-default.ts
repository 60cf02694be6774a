import { staysLocal } from '../knowledge/addresses'
import { ossn } from '../knowledge/references'
import { defaultTexts } from '../knowledge/values'
import { plainName, readableHelp } from '../knowledge/words'
import type { Option } from '../oslo/option'
import { isGoing, isMissing, isReplaced, isWithoutEffect, placeOf } from './places'
import { defineRule } from './rule'

export const cleartextTransportDefault = defineRule({
  name: 'cleartext-transport-default',
  summary: 'Transport in clear text when nothing is set',
  severity: 'warning',
  category: 'transport-security',
  cwe: [319, 1188],
  references: [ossn('0089'), ossn('0007')],
  messages: {
    implied: "'{name}' falls back to {value} when it is not set: unencrypted",
    bare: "'{name}' takes an address without a scheme as http://: unencrypted",
    chosen: "'{name}' is '{value}' by default: unencrypted",
    tcp: "'{name}' is {value} by default: neither encrypted nor authenticated",
  },
  consequences: {
    bare: 'What is sent there, tokens and passwords too, can be read and changed on the way.',
    chosen: 'What goes over the network, passwords and tokens too, can be read and changed on the way.',
    implied: 'The traffic then goes over the network in clear.',
    tcp: 'Whoever can reach or hear this connection can read and change what it carries.',
  },
  *check(option) {
    const name = option.displayName
    const plain = defaultTexts(option).find(text => /^tcp:(?!\/\/)/.test(text))
    if (plain !== undefined) {
      const host = /^tcp:(\[[^\]]*\]|[^:]*)/.exec(plain)?.[1] ?? ''
      const severity = staysLocal(host) ? 'information' : 'warning'
      yield { at: placeOf(option, option.default), message: 'tcp', args: { name, value: `'${plain}'` }, severity }
      return
    }
    if (!isGoing(option) && schemeIsHttp.test(readableHelp(option))) {
      yield { at: option.nameRange, message: 'bare', args: { name }, severity: 'information' }
      return
    }
    if (option.baseClass !== 'StrOpt') return
    const [value] = defaultTexts(option)
    // Among choices it is the business of a rule of its own.
    if (value !== undefined && clearTransport.test(value) && option.choices.kind === 'absent') {
      if (!choosesProtocol(option) || isWithoutEffect(option)) return
      const severity = isReplaced(option) ? 'hint' : 'warning'
      yield { at: placeOf(option, option.default), message: 'chosen', args: { name, value }, severity }
      return
    }
    if (!choosesTransport.test(plainName(option)) || !isUnset(option)) return
    const implied = impliedTransport(option)
    if (implied !== undefined) yield { at: option.nameRange, message: 'implied', args: { name, value: implied } }
  },
})

/** The help says what is done with an address that has no scheme. */
const schemeIsHttp =
  /\b(protocol|scheme) is (not|un)[ -]?(specified|given|set|provided|included),? (then )?(it )?(defaults? to|is|will be|uses?|falls back to) ['"`]*http\b(?!s)/i

const choosesTransport = /_(scheme|uri|transport|protocol)$/

const clearTransport = /^(http|telnet|ftp|ldap|ws)$/i

function choosesProtocol(option: Option): boolean {
  return /(^|_)(scheme|protocol|transport|connector)$/.test(plainName(option))
}

function isUnset(option: Option): boolean {
  return isMissing(option, option.default) || (option.default.kind === 'known' && option.default.value === '')
}

/** What the help lists as made up in place of a value, or what libvirt does without a scheme for live migration. */
function impliedTransport(option: Option): string | undefined {
  const help = readableHelp(option)
  const listed = /['"`](\w+\+tcp:\/\/|tcp:\/\/|http:\/\/|telnet:\/\/)/.exec(help)?.[1]
  if (
    listed !== undefined &&
    /\b(generate|default|fall ?s? ?back|if (this option is )?(set to None|not set|unset))/i.test(help)
  ) {
    return listed
  }
  return /live migration/i.test(help) && /_scheme$/.test(plainName(option)) ? 'tcp' : undefined
}
