import { commit, novaCommit } from '../knowledge/references'
import { defaultTexts } from '../knowledge/values'
import { nameWords, plainName, readableHelp } from '../knowledge/words'
import type { Option } from '../oslo/option'
import { commentAbove } from './commentAbove'
import { replaceClass } from './fixes'
import { wouldTake } from '../oslo/types/ofClass'
import { hasPlainItems, isGoing, isMissing } from './places'
import { defineRule } from './rule'
import type { Fix } from './rule'

export const addressWithoutHostopt = defineRule({
  name: 'address-without-hostopt',
  summary: 'Host or IP address that any text passes for',
  severity: 'information',
  category: 'network-exposure',
  cwe: [20],
  references: [
    novaCommit('128c75054b'),
    novaCommit('68f5558578'),
    novaCommit('9289e6212c'),
    commit('keystone', '6d5ec5b11d'),
    commit('ironic', 'f021922dec'),
  ],
  messages: {
    text: "'{name}' takes any text as an address: HostAddressOpt would check it",
    list: "'{name}' takes any texts as addresses: item_type=types.HostAddress() would check each",
  },
  consequences: {
    text: 'Any text goes on into sockets, URLs and command lines, and is found wrong only there.',
    list: 'Any text goes on into sockets, filters and command lines, and is found wrong only there.',
  },
  *check(option, context) {
    if (isGoing(option)) return
    if (option.baseClass === 'ListOpt') {
      if (hasPlainItems(option) && holdsAddresses(option))
        yield { at: option.classRange, message: 'list', args: { name: option.displayName } }
      return
    }
    if (option.baseClass !== 'StrOpt') return
    if (option.choices.kind !== 'absent' || option.regex.kind !== 'absent' || !holdsAddress(option)) return
    if (/\b(ip|host|address)/i.test(commentAbove(option, context.project))) return
    const substituted = defaultTexts(option).some(text => text.includes('$'))
    yield {
      at: option.classRange,
      message: 'text',
      args: { name: option.displayName },
      severity: substituted ? 'hint' : 'information',
      fixes: useHostAddressOpt(option),
    }
  },
})

function holdsAddress(option: Option): boolean {
  const [value] = defaultTexts(option)
  const help = readableHelp(option)
  // Empty means that none is set, which the class would refuse; `%s` is filled in later.
  if (value === '' || /%s|%\(/.test(`${value ?? ''} ${help}`)) return false
  if (value !== undefined && !value.includes('$') && wouldTake('HostAddress', value) !== true) return false
  const name = plainName(option)
  if (nameWords(option).some(word => otherAddress.has(word)) || otherKind.test(name) || opaque.test(help)) return false
  if (/listen$|(^|_)(ip|ip_address|ipaddr)$/.test(name)) return true
  // A name that the machine gives itself, as of an unknown default, is an address only when its own name says so.
  if (!/(^|_)(host|hostname|address|addr)$/.test(name) || option.default.kind === 'unknown') return false
  // Hosts that guests move between, and the one that work is meant for, go by the names that services know them by.
  if (/(^|_)(source|src|dest|destination)_host$/.test(name) && /migrat/i.test(help)) return false
  if (/(^|_)hostname$/.test(name) && /\b(current|this|own|local) (node|host|machine)('s)? ?(host)?name\b/i.test(help))
    return false
  return (
    (value !== undefined && isAddress.test(value)) ||
    /\bip(v[46])? address|\bhost ?name|address (of|where|on which|that|to)|host (to|of|on|for)\b|listen|bind to/i.test(
      help,
    )
  )
}

/** A list of addresses or names alone, as its name and its default say. */
function holdsAddresses(option: Option): boolean {
  const name = plainName(option)
  const help = readableHelp(option)
  if (nameWords(option).some(word => otherAddress.has(word)) || option.default.kind === 'unknown') return false
  if (withMore.test(help) || !defaultTexts(option).every(text => wouldTake('HostAddress', text) === true)) return false
  return (
    /(^|_)(ips|ip_addresses|ip_?addrs|name_?servers|dns_servers)$/.test(name) ||
    (/(^|_)(addresses|hosts|servers|ip)$/.test(name) && /\bip address|\bips\b/i.test(help))
  )
}

/** What goes with an address then, or stands in its place. */
const withMore =
  /\bhost ?names?:\w|\b\w+:ips?\b|\bports?\b(?! ips?\b)|range|cidr|mask|subnet|scheme|protocol|\bform(at)?\b|<|\burls?\b|pattern|regex|\[\w+@|path|%s/i

const isAddress = /^(\d{1,3}(\.\d{1,3}){3}|[\da-f]*:[\da-f:]+|localhost)$/i

/** Addresses of other kinds: of devices, mail, memory, the net of a whole range. */
const otherAddress = new Set(
  'mac email mail pci device devices memory return from disk range ranges cidr pool'.split(' '),
)
/** An authentication address is a URL; a network's comes with its mask. */
const otherKind = /(^|_)(auth_address|network_ip|net_ip)$/
const opaque =
  /opaque|identifier|comma|list of|bracket|one or more|host\(s\)|address\(es\)|\[::|\bcidr\b|pattern|unix socket|mac address|<host>|host:port|:port|https?:\/\/|\burl\b/i

/** A name, an address of either kind: HostAddressOpt takes them, IPOpt does not and had to be taken back. */
function useHostAddressOpt(option: Option): readonly Fix[] {
  const [value] = defaultTexts(option)
  const passes = isMissing(option, option.default) || (value !== undefined && !value.includes('$'))
  const edits = passes ? replaceClass(option, 'HostAddressOpt') : undefined
  return edits === undefined ? [] : [{ title: 'Use HostAddressOpt', edits, safe: false }]
}
