import { commit, novaCommit, ossa } from '../knowledge/references'
import { boundsOf, type Bounds } from '../knowledge/bounds'
import { plainName, readableHelp } from '../knowledge/words'
import type { Option } from '../oslo/option'
import { knownValue, numberOf } from '../python/value'
import { setKeyword } from './fixes'
import { isGoing, isMissing, placeOf } from './places'
import { defineRule } from './rule'
import type { Fix } from './rule'

export const numericWithoutBounds = defineRule({
  name: 'numeric-without-bounds',
  summary: 'Number that may be below what has a meaning',
  severity: 'hint',
  category: 'resource-limit',
  cwe: [1284, 400],
  references: [ossa('2016-012'), novaCommit('c3e9870886'), commit('keystone', '5346dfaf01')],
  messages: {
    named: "'{name}' takes numbers below {least}, which have no meaning",
    zero: "'{name}' takes numbers below {least}, which have no meaning",
    unlimited: "'{name}' takes numbers below -1, which have no meaning",
    said: "'{name}' takes numbers below {least}, although its help wants at least that",
    range: "'{name}' takes numbers outside {least} to {most}",
    stated: "'{name}' takes numbers outside {least} to {most}, although its help wants them there",
    lifetime: "'{name}' takes numbers below {least}: what it limits expires at once or never",
  },
  *check(option) {
    if ((option.baseClass !== 'IntOpt' && option.baseClass !== 'FloatOpt') || isGoing(option)) return
    if (!isMissing(option, option.min) || option.choices.kind !== 'absent') return
    const value = numberOf(knownValue(option.default))
    const bounds = boundsOf(option, value)
    if (bounds === undefined) return
    const credential = bounds.said !== 'unlimited' && limitsCredential(option)
    const lifetime = credential && !beyondLife.test(readableHelp(option))
    const ids = {
      help: 'said',
      zero: 'zero',
      unlimited: 'unlimited',
      range: 'range',
      stated: 'stated',
      name: 'named',
    } as const
    yield {
      at: placeOf(option, option.default),
      message: lifetime ? 'lifetime' : ids[bounds.said],
      args: { name: option.displayName, least: String(bounds.least), most: String(bounds.most ?? '') },
      severity: credential || bounds.said === 'stated' ? 'information' : 'hint',
      fixes: setBounds(option, bounds, value),
    }
  },
})

/** How long a token or session lives. */
function limitsCredential(option: Option): boolean {
  const help = readableHelp(option)
  if (keepsHouse.test(help)) return false
  return (
    lifetimeOfCredential.test(plainName(option)) ||
    (/expir|remain valid|lifetime/i.test(help) && /token|session|credential/i.test(help))
  )
}

const lifetimeOfCredential =
  /(token|session|credential|auth|key|assertion|ticket|cookie)\w*_(ttl|timeout|expiration|lifetime|expiry)(_(time|seconds|minutes|days))?$/

/** What comes after the end of its life, which a number below zero takes nothing from. */
const beyondLife = /\bbeyond\b|after (it|they|the token) (has |have )?expired/i

/** How long before or after the end of a life something is done about it. */
const keepsHouse = /\babout to expire\b|\bexpired? over\b|automatically deleted|garbage|\bpurge/i

/** Values that were accepted before may be refused then. */
function setBounds(option: Option, { least, most }: Bounds, value: number | undefined): readonly Fix[] {
  if (option.default.kind === 'unknown' || (value !== undefined && (value < least || value > (most ?? value))))
    return []
  // A min that is not whole belongs to a FloatOpt alone.
  const limit = (number: number): string => (option.baseClass === 'IntOpt' ? String(Math.ceil(number)) : String(number))
  const range = most !== undefined && isMissing(option, option.max) ? setKeyword(option, 'max', limit(most)) : []
  const floor = setKeyword(option, 'min', limit(least))
  if (floor === undefined || range === undefined) return []
  const title = range.length > 0 ? `Add min=${limit(least)} and max=${limit(most ?? 0)}` : `Add min=${limit(least)}`
  return [{ title, edits: [...floor, ...range], safe: false }]
}
