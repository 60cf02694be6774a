import { commit, cve, ossn } from '../knowledge/references'
import { defaultTexts } from '../knowledge/values'
import { helpHeadline, nameWords, plainName, readableHelp } from '../knowledge/words'
import type { Option } from '../oslo/option'
import { knownValue } from '../python/value'
import { choiceTexts } from './choices'
import { isGoing, placeOf } from './places'
import { defineRule } from './rule'

export const weakCryptoDefault = defineRule({
  name: 'weak-crypto-default',
  summary: 'Broken hash or cipher',
  severity: 'warning',
  category: 'cryptography',
  cwe: [327, 328],
  references: [ossn('0061'), cve('2015-8234'), ossn('0081'), commit('keystone', '72368d98b4')],
  messages: {
    default: "'{name}' is '{value}' by default: what it protects can be forged or read",
    offered: "'{name}' offers '{value}': what it protects can be forged or read",
    accepted: "'{name}' is True by default: {value} is accepted, which can be forged",
    short: "'{name}' is {value} by default: RSA keys of that length can be broken",
  },
  *check(option) {
    const [, , accepted] = allowsWeak.exec(plainName(option)) ?? []
    if (accepted !== undefined && option.baseClass === 'BoolOpt' && option.default.kind === 'known') {
      if (option.default.value !== true || isGoing(option)) return
      const args = { name: option.displayName, value: accepted.toUpperCase() }
      yield { at: placeOf(option, option.default), message: 'accepted', args, severity: 'information' }
      return
    }
    if (!isAboutCryptography(option)) return
    const at = placeOf(option, option.default)
    const value = defaultTexts(option).find(text => weak.test(text.trim()))
    const bits = knownValue(option.default)
    if (value !== undefined) yield { at, message: 'default', args: { name: option.displayName, value } }
    else if (typeof bits === 'number' && bits > 0 && bits < 2048 && isRsaSize(option)) {
      yield { at, message: 'short', args: { name: option.displayName, value: String(bits) } }
    } else {
      const offered = choiceTexts(option).find(text => weak.test(text))
      if (offered === undefined) return
      const args = { name: option.displayName, value: offered }
      yield { at: placeOf(option, option.choices), message: 'offered', args, severity: 'information' }
    }
  },
})

/** A switch that lets a broken algorithm pass. */
const allowsWeak = /(^|_)(?:allow|allows|accept|permit|enable)_(md5|sha1|rc4|3des|des)(_|$)/

const weak =
  /^(hmac-)?(md4|md5|sha-?1|des|3des|des3|rc2|rc4|arc4|blowfish)$|^(\w+-)?(3?des|rc4)(-|$)|-cbc-plain$|-ecb$|^aes-ecb/i

/** What spreads load, checksums of files and tags of caches prove nothing and need no strength. */
function isAboutCryptography(option: Option): boolean {
  const words = nameWords(option)
  if (words.some(word => ['checksum', 'checksums', 'etag', 'cache', 'ring', 'shard', 'partition'].includes(word)))
    return false
  if (words.some(word => cryptoWords.has(word))) return true
  return /hash|cipher|digest|signature|encrypt/.test(helpHeadline(option)) && words.includes('algorithm')
}

const cryptoWords = new Set(
  'hash hashing hashes cipher ciphers digest digests signature hmac crypto encryption crypt mac algorithm algorithms key'.split(
    ' ',
  ),
)

function isRsaSize(option: Option): boolean {
  return /(^|_)key_(size|length|bits)$/.test(plainName(option)) && /\brsa\b/i.test(readableHelp(option))
}
