import { cve, ossa } from '../knowledge/references'
import { nameWords, plainName, readableHelp } from '../knowledge/words'
import type { Option } from '../oslo/option'
import { knownValue } from '../python/value'
import { isGoing, isMissing, placeOf } from './places'
import { defineRule } from './rule'

export const unlimitedResourceDefault = defineRule({
  name: 'unlimited-resource-default',
  summary: 'What users can ask for has no limit by default',
  severity: 'information',
  category: 'resource-limit',
  cwe: [770],
  references: [ossa('2012-005'), ossa('2013-008'), cve('2013-1838')],
  messages: {
    unset: "'{name}' has no value by default, no limit: one user can use up what all share",
    unlimited: "'{name}' is {value} by default, no limit: one user can use up what all share",
  },
  *check(option) {
    if (option.baseClass !== 'IntOpt' || isGoing(option)) return
    const value = knownValue(option.default)
    if ((isMissing(option, option.default) || value === null) && limitsResource(option)) {
      if (unlimitedUnset.test(readableHelp(option)))
        yield { at: placeOf(option, option.default), message: 'unset', args: { name: option.displayName } }
      return
    }
    if (value !== -1 && value !== 0) return
    if (!limitsResource(option) || (value === 0 && !/unlimited|no limit|not limited/i.test(readableHelp(option))))
      return
    yield {
      at: placeOf(option, option.default),
      message: 'unlimited',
      args: { name: option.displayName, value: String(value) },
      severity: isForUsers(option) ? 'information' : 'hint',
    }
  },
})

/** The help says what it means that nothing is set. */
const unlimitedUnset =
  /\bno limit is set by default|\b(unlimited|no limit|not limited) by default|\bdefaults? (is|to|means) (unlimited|no limit)|\b(if|when) (it is )?(not set|unset),? (there is )?(no limit|it is unlimited)/i

/** A quota or a limit of things, not of attempts, times or speeds. */
function limitsResource(option: Option): boolean {
  const words = nameWords(option)
  if (words.some(word => otherLimits.has(word))) return false
  return (
    words.some(word => word === 'quota' || word === 'limit' || word === 'max') ||
    /(^|\s)quotas?($|\s)/.test(option.membership.groups.join(' ')) ||
    plainName(option).startsWith('maximum_')
  )
}

/** What each user gets, not how much the service allows itself. */
function isForUsers(option: Option): boolean {
  if (/\b(each|every|per) (\w+ )?(worker|thread|process)\b/i.test(readableHelp(option))) return false
  const words = `${plainName(option).replaceAll('_', ' ')} ${option.membership.groups.join(' ')}`
  return (
    /quota|\bper\b|\b(user|tenant|project|disk)s?\b/i.test(words) ||
    /\b(users?|tenants?|projects?|requests?|allowed|permitted|no limit)\b/i.test(readableHelp(option))
  )
}

const otherLimits = new Set(
  'retries retry attempts tries interval timeout period wait time age delay seconds bandwidth bps iops rate removal cache backup weight version depth backoff ttl'.split(
    ' ',
  ),
)
