import type { Option } from '../oslo/option'
import { transportSwitch } from './switches'
import { helpHeadline, plainName, readableHelp } from './words'

export interface ProtectiveSwitch {
  /** The advisory that calls for it, where one does. */
  readonly requiredBy?: string
}

/** Verbs and endings that switch something on which protects, rather than something that works. */
const protectiveName =
  /^(verify|enforce|require|restrict|limit_tenants|recheck|encrypt|validate|authenticate|isolate)_|(^|_)(verify|enforce|require|restrict|encrypt|isolate|strict|always_validates?)_\w|\w_(required_for_tenants|isolation|encrypt|encryption|encrypted|authentication|signing)$|(^|_)(use_chap(_auth)?|chap_auth|chap_enabled|(use|enable|require)_auth|auth_(enabled|required))$|^change_password_|^enable_\w*(filtering|signature|encrypt|authenticat|validation|verification|security_group|firewall|rbac|rate_limit|port_security|antispoof)/

/** What is protected: without one of these in name or help, the verb is about something else. */
const protectedThing =
  /secur|\bauth|signature|\bsign(ed|ing)\b|encrypt|isolat|\btenants?\b|session|\bscope\b|rbac|\bpolic(y|ies)\b|token|trust(?!s\b)|tls|certificate|tamper|spoof|firewall|password|\bchap\b|host key/i

/** Words that show a verb of the kind at work on something else. */
const otherThing =
  /multipath|vhost|metric|placement_for|connectivity|microversion|(^|_)ram(_|$)|memory_size|disk_size|hostname_length|unique/

/** Known by name: what advisories call for. */
const required: readonly { readonly name: RegExp; readonly group: string; readonly advisory: string }[] = [
  { name: /^send_service_user_token$/, group: 'service_user', advisory: 'OSSA-2023-003' },
]

/** Whether a switch turns on a protection; those of transport security are a subject of their own. */
export function protectiveSwitch(option: Option): ProtectiveSwitch | undefined {
  if (option.baseClass !== 'BoolOpt' || transportSwitch(option) !== undefined) return undefined
  const name = plainName(option)
  const known = required.find(one => one.name.test(name))
  if (known !== undefined) {
    return option.membership.groups.includes(known.group) ? { requiredBy: known.advisory } : {}
  }
  if (otherThing.test(name)) return undefined
  const groups = option.membership.groups.join(' ')
  if (/^(enabled?|enable)$/.test(name)) return /encrypt|signature|(^|_)auth(_|$)/.test(groups) ? {} : undefined
  const about = `${name.replaceAll('_', ' ')} ${helpHeadline(option)}`
  return protectiveName.test(name) && protectedThing.test(about) ? {} : undefined
}

/** Switches that take a protection away. */
const bypassName = /(^|_)(disable|skip|no|ignore|bypass|without|suppress)_\w+|^allow_insecure_/

/** What lets in who has not proven anything, or what is not safe: the name says it all. */
const opensName =
  /(^|_)(allow|enable|permit|accept)_(anonymous|insecure|unauthenticated|unauthorized|unsafe|unsigned|untrusted|unverified|(empty|blank|null|weak)_(secrets?|passwords?|passphrases?|tokens?|keys?))(_|$)/

/** The protection, in the words of the name. */
const controlWords =
  /(^|_)(rootwrap|privsep|sudo|inspection|signature|signatures|auth|authentication|authorization|verification|certificate|security|sandbox|firewall|encryption|rbac|token|tokens|permissions?|validation|ssl|tls)(_|$)/

/** Words of compatibility and comfort: what is skipped there is a check of another kind. */
const comfortWords =
  /(^|_)(cpu|compare|livesnapshot|apic|fallback|version|reserve|cleanup|timeout|wait|upcall|cache|quota)(_|$)/

/** Whether a switch takes away a protection. */
export function bypassSwitch(option: Option): boolean {
  if (option.baseClass !== 'BoolOpt' || transportSwitch(option) !== undefined) return false
  const name = plainName(option)
  if (opensName.test(name)) return true
  if (!bypassName.test(name) || comfortWords.test(name)) return false
  return (
    controlWords.test(name) ||
    /security (control|check|feature)|untrusted|privileg|malicious/i.test(readableHelp(option))
  )
}
