import { commit, novaCommit } from '../knowledge/references'
import { looksLikePath } from '../knowledge/values'
import { nameWords, readableHelp } from '../knowledge/words'
import type { Option } from '../oslo/option'
import { knownValue } from '../python/value'
import { argumentFor, removeKeywords, replaceClass, setKeyword, together } from './fixes'
import { isGoing } from './places'
import { defineRule } from './rule'
import type { Fix } from './rule'

export const portWithoutPortopt = defineRule({
  name: 'port-without-portopt',
  summary: 'TCP or UDP port that is not a PortOpt',
  severity: 'information',
  category: 'network-exposure',
  cwe: [1284],
  references: [
    novaCommit('f574b29554'),
    novaCommit('38c094b23d'),
    commit('cinder', '7ef20e1b91'),
    commit('keystone', '66d2a5519d'),
  ],
  messages: {
    class: "'{name}' is a port declared as {class}: values that are no port are accepted",
    bounded: "'{name}' is a port declared as {class}: PortOpt has the limits of itself",
  },
  consequences: {
    class: 'A wrong value fails only when the service binds or connects, or leads somewhere else.',
  },
  *check(option) {
    const words = nameWords(option).filter((word, at, all) => !(word === 'number' && all[at - 1] === 'port'))
    if (
      isGoing(option) ||
      words.at(-1) !== 'port' ||
      option.choices.kind !== 'absent' ||
      otherPort.test(readableHelp(option))
    )
      return
    if (words.some(word => countWords.has(word))) return
    if (!(takesNumbers(option) ? numberIsPort(option) : textIsPort(option))) return
    const args = { name: option.displayName, class: option.className }
    const bounded = (knownValue(option.min) ?? -1) >= 0 && (knownValue(option.max) ?? 65536) <= 65535
    const at = option.classRange
    yield bounded
      ? { at, message: 'bounded', args, severity: 'hint', fixes: usePortOpt(option, true) }
      : { at, message: 'class', args, fixes: usePortOpt(option, false) }
  },
})

/** A count of ports, or a port of something that is no IP host. */
const countWords = new Set('quota max num number total'.split(' '))
const otherPort =
  /number of ports|ports (allowed|per)|port range|range of|\bor (a )?range\b|\bmin:max\b|<start>|\b(sw|switch|physical|fibre|fc|neutron|serial|usb)\b[^.]*\bport|\bports? (of|on) (the |a |each )?(\w+ )?(switch|line card|patch panel)\b/i

function takesNumbers({ valueType, baseClass }: Option): boolean {
  return baseClass === 'IntOpt' || (valueType.kind === 'known' && valueType.value.type === 'Integer')
}

/** A number called a port is one, unless its own limits or default say otherwise. */
function numberIsPort(option: Option): boolean {
  if (option.min.kind === 'unknown' || option.max.kind === 'unknown') return true
  const value = knownValue(option.default)
  if (typeof value === 'number' && !isPort(value)) return false
  return (knownValue(option.min) ?? 0) >= 0 && (knownValue(option.max) ?? 65535) >= 1024
}

/** A text called a port may be a device, a range or a port of a switch: only a number or plain words in the help tell. */
function textIsPort(option: Option): boolean {
  if (option.baseClass !== 'StrOpt' || option.regex.kind !== 'absent') return false
  const value = knownValue(option.default)
  if (typeof value === 'number') return isPort(value)
  if (typeof value === 'string' && value !== '')
    return /^\d+$/.test(value) && isPort(Number(value)) && !looksLikePath(value)
  return tcpPort.test(readableHelp(option))
}

const tcpPort =
  /\b(tcp|udp|https?|ssh|listen|server|service|api)\w*( \w+)? port\b|\b(tcp|udp|https?|ssh|listen|server|service|api)port\b|\bport (number|to (listen|connect|bind)|(on|of) (which )?(the )?\w* ?(server|service|api|proxy|host|controller))/i

function isPort(value: number): boolean {
  return Number.isInteger(value) && value >= 0 && value <= 65535
}

/** Takes away the limits that PortOpt has of itself; a narrower one stays, since PortOpt takes them, too. */
function usePortOpt(option: Option, isBounded: boolean): readonly Fix[] {
  if (argumentFor(option, 'type') !== undefined) return []
  const value = knownValue(option.default)
  if (option.default.kind === 'unknown' || (typeof value === 'string' && !/^[1-9]\d*$/.test(value))) return []
  const implied: string[] = []
  if (knownValue(option.min) === 0) implied.push('min')
  if (knownValue(option.max) === 65535) implied.push('max')
  const edits = together(
    replaceClass(option, 'PortOpt'),
    removeKeywords(option, implied),
    typeof value === 'string' ? setKeyword(option, 'default', value) : [],
  )
  // Values that were accepted before may be refused then, unless they were limited before.
  return edits === undefined ? [] : [{ title: 'Use PortOpt', edits, safe: isBounded && takesNumbers(option) }]
}
