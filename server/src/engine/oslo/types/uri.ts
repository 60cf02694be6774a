import type { PyValue } from '../../python/value'
import type { ValueType } from '../option'
import { settled } from './arguments'
import { isIPv6 } from './ipText'
import { isLess, iterated, lacks, repr, str, truthOf, typeName } from './pythonValue'
import { accepted, refused, undecided, type Refused, type Undecided, type Verdict } from './verdict'

/** `types.URI(...)(value)`: what the package rfc3986 takes, with a scheme and a host. */
export function toUri(type: ValueType, given: PyValue): Verdict {
  const value = typeof given === 'object' && given?.py === 'bytes' ? given.value : given
  if (typeof value !== 'string')
    return refused('TypeError', `expected string or bytes-like object, got '${typeName(value)}'`)
  const fault = uriFault(value) ?? schemeFault(type, value) ?? lengthFault(type, value)
  return fault ?? accepted(given)
}

// The scheme ends at a colon, the authority at a slash, backslash, `?` or `#`, the path at `?` or `#`.
const parts = /^(?:([a-z][a-z0-9+.-]*):)?(?:\/\/([^\\/?#]*))?([^?#]*)/i

function uriFault(value: string): Refused | undefined {
  const [, scheme, authority, path = ''] = parts.exec(value) ?? []
  const host = hostIn(authority)
  const missing = [...(host === undefined ? ['host'] : []), ...(scheme === undefined ? ['scheme'] : [])]
  if (missing.length > 0) return refused('ValueError', `${missing.join(', ')} ${are(missing)} required but missing`)
  // What a path may not hold is encoded first, apart from brackets.
  const invalid = [...(/%(?!25.)/.test(zoneOf(host!)) ? ['host'] : []), ...(/[[\]]/.test(path) ? ['path'] : [])]
  return invalid.length === 0
    ? undefined
    : refused('ValueError', `${invalid.join(', ')} ${are(invalid)} found to be invalid`)
}

function are(components: readonly string[]): string {
  return components.length > 1 ? 'were' : 'was'
}

/** The zone of an address between brackets, with the mark before it. */
function zoneOf(host: string): string {
  return /^\[[^%]*(%.*)\]$/.exec(host)?.[1] ?? ''
}

const plain = "(?:[A-Za-z0-9._~!$&'()*+,;=-]|%[0-9A-Fa-f]{2})"
const userInfo = new RegExp(`^(?:${plain}|:)+$`)
const regularName = new RegExp(`^${plain}*$`)
const future = /^v[0-9A-F]+\.[A-Za-z0-9._~!$&'()*+,;=:-]+$/i
const dotted = /^(?:[0-9]{1,3}\.){3}[0-9]{1,3}$/
const zone = /^(?:[A-Za-z0-9._~-]|%[0-9A-Fa-f]{2})+$/

/** The host of an authority, which may be empty beside a port or a user; undefined where there is none that is valid. */
function hostIn(authority: string | undefined): string | undefined {
  if (authority === undefined || authority === '') return undefined
  const at = authority.lastIndexOf('@')
  if (at >= 0 && !userInfo.test(authority.slice(0, at))) return undefined
  const place = /^(\[[^\]]*\]|[^:]*)(?::?[0-9]{1,5}|:?)\n?$/.exec(authority.slice(at + 1))
  const host = place?.[1]?.replace(/\n$/, '')
  if (host === undefined) return undefined
  return (host.startsWith('[') ? isLiteral(host.slice(1, -1)) : isName(host)) ? host : undefined
}

function isName(host: string): boolean {
  return dotted.test(host) ? host.split('.').every(byte => Number(byte) < 256) : regularName.test(host)
}

/** What stands between brackets: an IPv6 address, perhaps with its zone behind `%`, or an address of a later version. */
function isLiteral(text: string): boolean {
  if (future.test(text)) return true
  const mark = text.indexOf('%')
  if (mark >= 0 && !zone.test(text.slice(mark + 1))) return false
  return isIPv6(mark < 0 ? text : text.slice(0, mark), tail => dotted.test(tail))
}

function schemeFault(type: ValueType, value: string): Refused | Undecided | undefined {
  const schemes = settled(type, 'schemes')
  if (schemes === undefined) return undecided
  if (!truthOf(schemes)) return undefined
  const allowed = iterated(schemes)
  if (allowed === undefined)
    return refused('TypeError', `argument after * must be an iterable, not ${typeName(schemes)}`)
  const other = allowed.find(scheme => typeof scheme !== 'string')
  if (other !== undefined) return lacks(other, 'lower')
  const scheme = parts.exec(value)?.[1] ?? ''
  // The schemes that are allowed are put in lower case, the value's own is not.
  const names = [...new Set(allowed.map(one => str(one).toLowerCase()))].sort()
  if (names.includes(scheme)) return undefined
  return refused(
    'ValueError',
    `scheme was required to be one of ${repr({ py: 'list', items: names })} but was ${repr(scheme)}`,
  )
}

function lengthFault(type: ValueType, value: string): Refused | Undecided | undefined {
  const most = settled(type, 'max_length')
  if (most === undefined) return undecided
  if (most === null) return undefined
  const isLonger = isLess(most, [...value].length)
  if (typeof isLonger === 'object') return isLonger
  return isLonger ? refused('ValueError', `Value ${repr(value)} exceeds maximum length ${str(most)}`) : undefined
}
