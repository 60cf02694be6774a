import type { Option } from '../oslo/option'
import { transportSwitch } from './switches'
import { defaultTexts } from './values'
import { helpHeadline, plainName, readableHelp } from './words'

/** A help that explains the other value, or what happens when the switch is off, contradicts nothing. */
const explains =
  /\b(not|n't|never|deny|denies|refus|reject|block|forbid|skip|disabl|without|insecure|unless|false|off|bypass|ignor|opposite|prevent|turn)/i

/** What a help that begins so says that the value True does. */
const checks =
  /^(whether (or not )?to |if (set|true|enabled),? |enables? |when true,? |set to true to )?(the )?(verif|validat|check|authenticate)/
const skips =
  /^(whether (or not )?to |if (set|true|enabled),? |when true,? |set to true to )?(skip|disable|ignore|bypass|do not (verify|check|validate)|don't (verify|check|validate)|allow (insecure|unverified))/
const turnsOn = /^(whether (or not )?to )?(enables?|turns? on|activates?|allows?) /
const turnsOff = /^(whether (or not )?to )?(disables?|turns? off|deactivates?|forbids?|prevents?) /

/** Whether the help of a switch says that True does the opposite of what its name says. */
export function saysOpposite(option: Option): boolean {
  if (option.baseClass !== 'BoolOpt') return false
  const headline = helpHeadline(option)
  const name = plainName(option)
  // What is quoted names something.
  const help = readableHelp(option).replace(/(["'`])[\w.-]{1,40}\1/g, '')
  const polarity = transportSwitch(option)
  if (polarity?.controls === 'certificate-check') {
    return polarity.riskyWhen
      ? checks.test(headline) && !explains.test(help)
      : skips.test(headline) && !explainsOff.test(help)
  }
  const rest = name.replace(/^(\w+?)_/, '').split('_')
  const sameThing = rest.some(word => word.length > 3 && headline.includes(word))
  if (/^(disable|deactivate)_/.test(name)) return sameThing && turnsOn.test(headline) && !explains.test(help)
  if (/^(enable|activate)_/.test(name)) return sameThing && turnsOff.test(headline) && !explainsOff.test(help)
  return false
}

const explainsOff =
  /\b(if|when|set|setting|unless|to|is|value of) (this |it |set )?(to )?(false|off|disabled|no)\b|\bfalse\b/i

/** What a help may speak of, by what it begins with. */
const begins = String.raw`^(the |an? |this |your |specifies |specify |optional |required |\(optional\) )*((?!for |of |to |that |which |with |in |on |and |or )[\w.'-]+ ){0,3}`
const spoken: readonly (readonly [string, RegExp])[] = [
  [
    'password',
    new RegExp(
      `${begins}(password|passphrase)(?! (file|url|server|service|hash|polic|protect|plugin|auth|reset|change|expir|based|less))\\b`,
    ),
  ],
  ['user name', new RegExp(`${begins}(user ?name|login name)\\b`)],
  [
    'port',
    new RegExp(
      `${begins}(port|port number)(?! (name|id|uuid|binding|security|range|type|group|profile|forwarding|or ))\\b`,
    ),
  ],
  ['protocol', new RegExp(`${begins}protocol\\b(?! (server|service|port|version|handler|endpoint|agent))`)],
  ['directory', new RegExp(`${begins}(directory)\\b(?! (server|service))`)],
]

/** What an option is, by its type or by the end of its name, and which words in the help's beginning show that it is meant. */
const kinds: readonly (readonly [string, (option: Option) => boolean, RegExp])[] = [
  [
    'port',
    option =>
      option.baseClass === 'PortOpt' || /(^|_)(bind|listen|api|server|service|ssh|http)_port$/.test(plainName(option)),
    /port/,
  ],
  [
    'URL',
    option => option.baseClass === 'URIOpt' || /(^|_)(url|uri|endpoint)$/.test(plainName(option)),
    /\bur[il]s?\b|endpoint|address|location|host|link|site|path|connection|server|http/,
  ],
  [
    'password',
    option => /(^|_)(password|passwd|passphrase)$/.test(plainName(option)),
    /password|passphrase|passwd|secret|credential|key/,
  ],
  ['user name', option => /(^|_)(username|user_name)$/.test(plainName(option)), /user|login|account|name|principal/],
]

/** What an option is and what its help speaks of instead; undefined where they go together. */
export function otherSubject(option: Option): { readonly kind: string; readonly other: string } | undefined {
  const headline = helpHeadline(option)
  const own = kinds.find(([, fits]) => fits(option))
  if (own === undefined || headline === '' || own[2].test(headline)) return undefined
  const other = spoken.find(([kind, pattern]) => kind !== own[0] && pattern.test(headline))?.[0]
  return other === undefined ? undefined : { kind: own[0], other }
}

/** Whether the help tells what happens while the option is not set, which cannot be with its default. */
export function tellsOfUnset(option: Option): boolean {
  if (option.default.kind !== 'known') return false
  const { value } = option.default
  if (value === null || value === '' || value === false || value === 0 || typeof value === 'object') return false
  const sentence = readableHelp(option)
    .split(/[.;]/)
    .find(one => whenUnset.test(one))
  if (sentence === undefined || /default/i.test(sentence)) return false
  return !defaultTexts(option).some(text => sentence.includes(text)) && !sentence.includes(String(value))
}

const whenUnset =
  /\b(if|when) (this (option|value|parameter) is |it is |it's )?(not set|unset|left unset|not configured|set to none|none is set)\b/i
