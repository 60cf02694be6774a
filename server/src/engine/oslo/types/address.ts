import type { PyValue } from '../../python/value'
import type { ValueType } from '../option'
import { settled } from './arguments'
import { isIPv4, isIPv6 } from './ipText'
import { isEqual, lacks, str, typeName } from './pythonValue'
import { accepted, refused, undecided, type Refused, type Undecided, type Verdict } from './verdict'

/** What `types.IPAddress(...)`, `HostAddress(...)` and `HostDomain(...)` say of `version=`; undefined where they take it. */
export function versionFault(type: ValueType): Refused | Undecided | undefined {
  const version = settled(type, 'version')
  if (version === undefined) return undecided
  if (version === null || isEqual(version, 4) || isEqual(version, 6)) return undefined
  return refused('TypeError', `${str(version)} is not a valid IP version.`)
}

/** `types.IPAddress(...)(value)`. */
export function toAddress(type: ValueType, value: PyValue): Verdict {
  const text = str(value)
  if (text === '') return refused('ValueError', 'IP address cannot be an empty string')
  const version = settled(type, 'version')
  const families = { 4: isIPv4(text), 6: isIPv6(text, isIPv4) }
  const fits =
    version === null ? families[4] || families[6] : version === 4 || version === 6 ? families[version] : undefined
  if (fits === true) return accepted(text)
  if (fits === undefined && (families[4] || families[6])) return undecided
  const wanted = version === 4 ? 'an IPv4' : version === 6 ? 'an IPv6' : 'IPv4 or IPv6'
  return refused('ValueError', `${text} is not ${wanted} address`)
}

const hostname = /^(?!-)[a-zİıſK0-9-]{1,63}(?<!-)\n?$/i
const domain = /^(?!-)[a-zİıſK0-9_-]{1,63}(?<!-)\n?$/i

/** `types.Hostname()(value)`: letters, digits and hyphens (underscores too in a domain), the last label no number. */
export function toHostname(value: PyValue, label = hostname): Verdict {
  if (typeof value !== 'string') {
    const sized = typeof value === 'object' && value !== null && value.py !== 'float'
    return sized ? lacks(value, 'endswith') : refused('TypeError', `object of type '${typeName(value)}' has no len()`)
  }
  if (value === '') return refused('ValueError', 'Cannot have an empty hostname')
  if ([...value].length > 253) return refused('ValueError', `hostname is greater than 253 characters: ${value}`)
  const text = value.replace(/\.$/, '')
  const labels = text.split('.')
  if (!/[a-zA-Z-]/.test(labels.at(-1)!)) {
    const problem = 'contains no non-numeric characters in the top-level domain part of the host name and is invalid'
    return refused('ValueError', `${text} ${problem}`)
  }
  return labels.every(part => label.test(part))
    ? accepted(text)
    : refused('ValueError', `${text} is an invalid hostname`)
}

/** `types.HostAddress(...)(value)` and `HostDomain`, which allows underscores: an address, or else a name. */
export function toHost(type: ValueType, value: PyValue): Verdict {
  const address = toAddress(type, value)
  if (address.kind === 'accepted') return address
  const name = toHostname(value, type.type === 'HostDomain' ? domain : hostname)
  if (name.kind === 'accepted') return address.kind === 'unknown' ? undecided : name
  if (address.kind === 'unknown') return undecided
  if (name.kind === 'refused' && name.error !== 'ValueError') return name
  return refused('ValueError', `${str(value)} is not a valid host address`)
}
