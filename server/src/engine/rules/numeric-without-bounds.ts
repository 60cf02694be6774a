import { commit, novaCommit, ossa } from '../knowledge/references'
import { plainName, readableHelp } from '../knowledge/words'
import type { Option } from '../oslo/option'
import { knownValue, numberOf } from '../python/value'
import { setKeyword } from './fixes'
import { isGoing, isMissing, placeOf } from './places'
import { defineRule } from './rule'
import type { Fix } from './rule'

export const numericWithoutBounds = defineRule({
  name: 'numeric-without-bounds',
  summary: 'Number that may be negative or zero',
  severity: 'hint',
  category: 'resource-limit',
  cwe: [1284, 400],
  references: [ossa('2016-012'), novaCommit('c3e9870886'), commit('keystone', '5346dfaf01')],
  messages: {
    named: "'{name}' takes any number: one below zero switches the limit off or breaks what relies on it.",
    said: "'{name}' takes any number, although its help says that it has to be positive.",
    lifetime: "'{name}' takes any number: one below zero makes what it limits expire at once or never.",
  },
  *check(option) {
    if ((option.baseClass !== 'IntOpt' && option.baseClass !== 'FloatOpt') || isGoing(option)) return
    if (!isMissing(option, option.min) || option.choices.kind !== 'absent') return
    const name = plainName(option)
    const help = readableHelp(option)
    const value = numberOf(knownValue(option.default))
    if (/(^|_)(weight|weights|multiplier|ratio|offset|partition)(_|$)/.test(name) || (value !== undefined && value < 0))
      return
    const said = saysPositive.test(help)
    if (!said && (zeroHasMeaning.test(help) || !limitName.test(name))) return
    const lifetime =
      lifetimeOfCredential.test(name) ||
      (/expir|remain valid|lifetime/i.test(help) && /token|session|credential/i.test(help))
    const message = lifetime ? 'lifetime' : said ? 'said' : 'named'
    yield {
      at: placeOf(option, option.default),
      message,
      args: { name: option.displayName },
      severity: lifetime ? 'information' : 'hint',
      fixes: setMinimum(option, said, value),
    }
  },
})

const limitName =
  /(^|_)max_\w|(limit|ttl|timeout|interval|workers|pool_size|attempts|retries|priority)$|(^|_)(expiration|lifetime)$/
const lifetimeOfCredential = /(token|session|credential|auth|key)\w*_(ttl|timeout|expiration|lifetime|expiry)$/
const saysPositive =
  /\b(any |a |must be |be )positive (integer|number|float|value)s?\b(?!.{0,20}(or|and) (0|zero))|must be (at least|greater than|larger than)|\b\d+ ?- ?99\b/i

/** The authors gave zero or less a meaning of its own. */
const zeroHasMeaning =
  /negative|unlimited|no limit|disabl|\bnever\b|infinit|(^|[^\w.-])-1\b|\b(0|zero)\b|less than|not limited/i

/** Values that were accepted before may be refused then. */
function setMinimum(option: Option, positive: boolean, value: number | undefined): readonly Fix[] {
  const least = positive ? 1 : 0
  if (option.default.kind === 'unknown' || (value !== undefined && value < least)) return []
  const edits = setKeyword(option, 'min', String(least))
  return edits === undefined ? [] : [{ title: `Add min=${String(least)}`, edits, safe: false }]
}
