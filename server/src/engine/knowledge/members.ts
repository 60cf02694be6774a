import type { Option } from '../oslo/option'
import { helpHeadline, plainName } from './words'

/** What one of an option's choices does to security, said as the end of a sentence. */
export interface InsecureMember {
  readonly effect: string
  /** The member to choose instead, as far as the choices tell. */
  readonly safer: string
  /** Whether it takes a protection away from others, not only a comfort. */
  readonly grave: boolean
  /** Whether only the transport is in clear, which is for a deployment's network to judge. */
  readonly clearTransport: boolean
  /** Whether a rule of its own speaks of it when it is the default. */
  readonly ownRule: boolean
}

/** The secure twin of a member that is insecure only beside it. */
const twins: Readonly<Record<string, readonly string[]>> = {
  http: ['https'],
  ws: ['wss'],
  ldap: ['ldaps'],
  telnet: ['telnets', 'ssh'],
  tcp: ['tls', 'ssl'],
  ftp: ['sftp', 'ftps'],
  plaintext: ['ssl', 'tls', 'sasl_ssl'],
}

interface Vocabulary {
  readonly member: RegExp
  /** Of the name and the help's first sentence: the member means something else elsewhere. */
  readonly about: RegExp
  readonly effect: string
  readonly grave?: boolean
  /** As a default it is the business of a rule of its own. */
  readonly ownRule?: boolean
}

const vocabularies: readonly Vocabulary[] = [
  {
    member: /^(none|off|disabled|no)$/i,
    about: /wipe|volume_clear|secure_delete|erase|shred/,
    effect: 'which leaves deleted data readable',
    grave: true,
  },
  {
    member: /^((cert_)?none|never|off|no)$/i,
    about: /(^|_)(cert_reqs?|req_cert|verify_mode|(ssl|tls)_verify|cert_verif\w*|verify_cert\w*)(_|$| )/,
    effect: 'which checks no certificate',
    grave: true,
  },
  {
    member: /^(none|off|disabled|no|plain)$/i,
    about: /encrypt|\btls\b|\bssl\b|signature|signing|(^|_)security/,
    effect: 'which switches the protection off',
    grave: true,
  },
  {
    member: /^(none|no_?auth\d?|anonymous|disabled)$/i,
    about: /^(?!.*(cookie|same_?site))(.*(^|_|\b)auth(_|\b)|.*authenticat|.*sasl)/,
    effect: 'which lets callers in unproven',
    grave: true,
    ownRule: true,
  },
  {
    member: /^(ignore|permissive|allow|never|optional|warn)$/i,
    about: /^(?!.*(cookie|same_?site)).*(cert|verif|signature|token_bind|\btls\b|\bssl\b|(^|_)auth(_|$))/,
    effect: 'which lets failed checks pass',
    grave: true,
  },
  {
    member: /^(auto|hardware|os)$/i,
    about: /serial/,
    effect: 'which shows guests an identity of their host',
    grave: false,
  },
  { member: /^lxc$/i, about: /(^|_)virt_type(\b|_)/, effect: 'which separates guests by containers only', grave: true },
  { member: /(^|\.)No-?op[A-Z]\w*$/, about: /./, effect: 'which checks nothing', grave: true },
  { member: /^unsafe$/i, about: /./, effect: 'which gives up safety for speed', grave: false },
]

/** With what stands before them: `rest_http` has the twin `rest_https`, `SASL_PLAINTEXT` the twin `sasl_ssl`. */
function twinsOf(value: string): readonly string[] {
  const [, before = '', member = ''] = /^(.*[_-])?([a-z]+)$/.exec(value.toLowerCase()) ?? []
  return (twins[member] ?? []).map(twin => `${before}${twin}`)
}

/** Among many members, `http` may be the name of a store or a driver. */
const choosesTransport = /scheme|protocol|transport/

/** Those of the choices that weaken something, the worst first. */
export function insecureMembers(
  option: Option,
  choices: readonly string[],
): readonly { readonly value: string; readonly member: InsecureMember }[] {
  const found = choices.flatMap(value => {
    const member = insecureMember(option, value, choices)
    return member === undefined ? [] : [{ value, member }]
  })
  return found.sort((a, b) => order(a.member) - order(b.member))
}

/** By the order of the vocabularies, from worst to least. */
function order({ effect }: InsecureMember): number {
  return vocabularies.findIndex(one => one.effect === effect)
}

/** What choosing `value` does to security; undefined where nothing is known against it. */
export function insecureMember(option: Option, value: string, choices: readonly string[]): InsecureMember | undefined {
  const others = choices.filter(choice => choice !== value)
  const name = plainName(option)
  const known = others.length <= 3 || choosesTransport.test(name) ? twinsOf(value) : []
  const twin = known.flatMap(one => others.find(other => other.toLowerCase() === one) ?? [])
  if (twin[0] !== undefined) {
    return {
      effect: 'which goes over the network in clear text',
      safer: twin[0],
      grave: true,
      clearTransport: true,
      ownRule: false,
    }
  }
  const about = `${name} ${helpHeadline(option)}`
  const found = vocabularies.find(one => one.member.test(value) && one.about.test(about))
  if (found === undefined) return undefined
  const safer = others.find(other => !vocabularies.some(one => one.member.test(other))) ?? others[0] ?? ''
  return {
    effect: found.effect,
    safer,
    grave: found.grave ?? false,
    clearTransport: false,
    ownRule: found.ownRule ?? false,
  }
}
