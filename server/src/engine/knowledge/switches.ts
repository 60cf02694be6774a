import type { Option } from '../oslo/option'
import { helpHeadline, nameWords, plainName, readableHelp } from './words'

/** What a switch (a BoolOpt) turns on or off, and which of its values is the risky one. */
export interface SwitchPolarity {
  readonly controls: 'certificate-check' | 'host-name-check' | 'encryption' | 'client-encryption'
  readonly riskyWhen: boolean
}

const certificateWords = new Set(
  'cert certs certificate certificates ssl tls https ca crt x509 sslcert sslverify verifyssl'.split(' '),
)
const checkWords =
  /^(verify|verified|verification|validate|validates|validation|check|checks|checking|sslverify|verifyssl)$/
/** `Verify the TLS cert of the endpoint`: the name may leave out what is verified. */
const checksCertificate =
  /^(whether (or not )?to |if (set|true|enabled),? |enables? )?(the )?(verif|validat|check)\w*\b.{0,40}\b((tls|ssl|https|x509|server|ca) cert|certificates? of)/
/** The certificate is checked then, but not that it is the right one; `host` alone may be anybody's prefix. */
const hostNameCheck = /(^|_)(hostname|host_name|vhost)(_|$)|(^|_)(verify|check|match)_host$/
const offWords = new Set('skip no disable disabled ignore ignores bypass without dont not'.split(' '))
/** What is done with the name in a certificate. */
const comparing = new Set('match matches check enforce enforces compare assert require'.split(' '))
/** What lets bad certificates pass, in whatever order the words come. */
const acceptWords = new Set('accept accepts allow allows trust trusts tolerate permit'.split(' '))
const badWords = new Set(
  'insecure unverified untrusted invalid self selfsigned all any bad expired errors error warnings'.split(' '),
)

/** Insecure on the wire; what else is called insecure (a rule, a template, a trust) is no matter of certificates. */
const allowsInsecure =
  /(^|_)allow_insecure(_(ssl|tls|https?|connections?|requests?|certs?|certificates?|clients?|servers?))?$/

/** Names that demand or offer encryption on the wire; true is the safe value. */
const demandsEncryption =
  /(^|_)(ssl_only|tls_only|https_only|(use|enable|enabled|require|requires|required|force|enforce|enforces)_(ssl|tls|https|secure)|(ssl|tls|https)_(enable|enabled|required|require|enforced)|(enable|use|require)_(ssl|tls|https)_(api|server|listener|service)|(listen|serve)_(ssl|tls|https)|with_native_tls|native_tls)$/

/** The bare name, as of a messaging or cache client: connect with it or without. */
const bareEncryption = /^(ssl|tls|https)$/

/** The polarity of a switch about transport security; undefined for every other option. The type decides first. */
export function transportSwitch(option: Option): SwitchPolarity | undefined {
  if (option.baseClass !== 'BoolOpt') return undefined
  const words = nameWords(option)
  const name = plainName(option)
  const check = words.some(word => checkWords.test(word))
  const certificate =
    words.some(word => certificateWords.has(word)) || (check && checksCertificate.test(helpHeadline(option)))
  const off = words.some(word => offWords.has(word))
  const accepts = words.some(word => acceptWords.has(word)) && words.some(word => badWords.has(word))
  if (words.at(-1) === 'insecure' || allowsInsecure.test(name) || (accepts && certificate)) {
    return { controls: 'certificate-check', riskyWhen: true }
  }
  const ignoresErrors =
    off && certificate && words.some(word => /^(errors?|warnings?)$/.test(word) || badWords.has(word))
  if (ignoresErrors || (off && (check || (certificate && /disable/.test(name))))) {
    return certificate || name.endsWith('verify') ? { controls: 'certificate-check', riskyWhen: true } : undefined
  }
  if (check && certificate) {
    // What is checked is one name or the other.
    if (/(^|_)vhost(_|$)/.test(name) && /\bby default,? \w+ checks\b/i.test(readableHelp(option))) return undefined
    return { controls: hostNameCheck.test(name) ? 'host-name-check' : 'certificate-check', riskyWhen: false }
  }
  if (certificate && /(^|_)host_?name(_|$)/.test(name) && words.some(word => comparing.has(word)))
    return { controls: 'host-name-check', riskyWhen: false }
  if (demandsEncryption.test(name)) return { controls: 'encryption', riskyWhen: false }
  if (bareEncryption.test(name)) return { controls: 'client-encryption', riskyWhen: false }
  return undefined
}

/** Whether a name is that of a switch which protects something, whatever its type. */
export function isSecuritySwitchName(option: Option): boolean {
  return nameWords(option).some(
    word => checkWords.test(word) || certificateWords.has(word) || protectingWords.has(word),
  )
}

const protectingWords = new Set(
  'insecure secure security auth authentication encrypt encryption enforce restrict require signature token'.split(' '),
)
