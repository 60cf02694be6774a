import { commit, novaCommit } from '../knowledge/references'
import { plainName, readableHelp } from '../knowledge/words'
import type { Option } from '../oslo/option'
import { knownValue, numberOf } from '../python/value'
import { setKeyword } from './fixes'
import { isGoing, isMissing, placeOf } from './places'
import { defineRule } from './rule'
import type { Fix } from './rule'

export const weakSecurityBound = defineRule({
  name: 'weak-security-bound',
  summary: 'Password, key or hash as short as one likes',
  severity: 'information',
  category: 'cryptography',
  cwe: [521, 326],
  references: [commit('keystone', '72368d98b4'), novaCommit('ce271509ca'), novaCommit('e1f29a7e9b')],
  messages: {
    none: "'{name}' has no lower limit: {effect}",
    low: "'{name}' may be as low as {min}: {effect}",
  },
  consequences: {
    none: 'Below {floor} it protects nothing.',
    low: 'Below {floor} it protects nothing.',
  },
  *check(option) {
    if (option.baseClass !== 'IntOpt' || option.choices.kind !== 'absent' || isGoing(option)) return
    if (/(^|_)max(imum)?(_|$)/.test(plainName(option))) return
    const kind = kinds.find(({ name }) => name.test(plainName(option)))
    if (kind === undefined) return
    const asymmetric = /\brsa\b|certificate|private key|asymmetric/i.test(readableHelp(option))
    const floor = kind.floor !== 128 ? kind.floor : asymmetric ? 1024 : countsCharacters(option) ? 8 : 128
    const min = knownValue(option.min)
    if (!isMissing(option, option.min) && (min === undefined || min >= floor)) return
    const args = { name: option.displayName, effect: kind.effect, floor: String(floor), min: String(min ?? '') }
    const at = min === undefined ? placeOf(option, option.default) : placeOf(option, option.min)
    yield { at, message: min === undefined ? 'none' : 'low', args, fixes: raise(option, floor) }
  },
})

interface Kind {
  readonly name: RegExp
  readonly floor: number
  readonly effect: string
}

/** Floors below which a value is worthless, not recommendations. */
const kinds: readonly Kind[] = [
  { name: /(^|_)(password|passphrase)_len(gth)?$/, floor: 8, effect: 'passwords may be guessed' },
  { name: /(^|_)key_(size|length|bits)$/, floor: 128, effect: 'keys may be guessed' },
  { name: /(^|_)token_length$/, floor: 16, effect: 'tokens may be guessed' },
  {
    name: /(^|_)salt_(size|bytesize|length|bytes)$/,
    floor: 8,
    effect: 'hashes may go unsalted',
  },
  {
    name: /(^|_)crypt_strength$/,
    floor: 1000,
    effect: 'hashes may be too fast to compute',
  },
  {
    name: /(^|_)scrypt_(block_?size|paralell?ism|parallelism|cost)$/,
    floor: 1,
    effect: 'hashes may be too fast to compute',
  },
  { name: /rounds$/, floor: 1, effect: 'hashes may be too fast to compute' },
]

/** Keys that people type are counted in characters: no key has so few bits. */
function countsCharacters(option: Option): boolean {
  const value = numberOf(knownValue(option.default))
  return value !== undefined && value < 64
}

function raise(option: Option, floor: number): readonly Fix[] {
  const value = numberOf(knownValue(option.default))
  if (option.default.kind === 'unknown' || (value !== undefined && value < floor)) return []
  const edits = setKeyword(option, 'min', String(floor))
  return edits === undefined
    ? []
    : [{ title: `Set min=${String(floor)} (needs an upgrade release note)`, edits, safe: false }]
}
