import type { Option } from '../oslo/option'
import { nameWords, plainName, readableHelp } from './words'

/** The least value that makes sense, and what says so. `most` only where a range is known. */
export interface Bounds {
  readonly least: number
  readonly most?: number
  readonly said: 'help' | 'zero' | 'unlimited' | 'range' | 'stated' | 'name'
}

/**
 * The bounds that an option without any should have; undefined where negative values have a meaning, or nothing tells.
 * `value` is the default where it is a known number.
 */
export function boundsOf(option: Option, value: number | undefined): Bounds | undefined {
  const name = plainName(option)
  const help = readableHelp(option)
  if (otherNumber.test(name)) return undefined
  const unlimited = minusOne.test(help) || (value === -1 && limits.test(name))
  if (negativeHasMeaning.test(help) || (value !== undefined && value < 0 && !(value === -1 && unlimited)))
    return undefined
  if (unlimited) return limits.test(name) ? { least: -1, said: 'unlimited' } : undefined
  const stated = rangeSaid(help)
  if (stated !== undefined && value !== undefined && stated.least <= value && value <= stated.most)
    return { ...stated, said: 'stated' }
  const least = leastSaid(help)
  const zero = zeroHasMeaning.test(help) || value === 0
  if (least !== undefined) return zero ? { least: Math.min(least, 0), said: 'zero' } : { least, said: 'help' }
  const range = knownRange(option, name, help)
  if (range !== undefined) return { ...range, said: 'range' }
  if (!limitName.test(name) && !(option.baseClass === 'FloatOpt' && /(^|_)ratio$/.test(name))) return undefined
  return { least: 0, said: zero ? 'zero' : 'name' }
}

/** Weights pull either way; offsets and partitions count from somewhere. */
const otherNumber = /(^|_)(weight|weights|multiplier|offset|partition)(_|$)/

/** Limits of amounts, of which -1 is the customary "none". */
const limits = /(^|_)(quota|quotas|limit|max|maximum|per)(_|$)/

const limitName =
  /(^|_)max_\w|(limit|ttl|timeout|interval|workers|pool_size|attempts|retries|tries|priority)$|(^|_)(expiration|lifetime)$|(^|_)quota(_|$)|(^|_)(delay|window|period|duration|age|backlog|depth|threads|connections|conns?|replicas|block_?size|chunk_?size|object_size|file_size|buffer_size|page_size|cache_size|queue_size|batch_size|tries|retry_count|retries_count|cache_time|keep_?idle|keep_?intvl|keep_?cnt)$|_(time|timeout|interval|delay|expiration|window|period|duration|age)_?(secs?|seconds|minutes|mins?|hours|days|ms)?$|_(seconds|secs|minutes|hours|days|bandwidth|iops|bytes|count|copies|mirrors|replication|replicas|factor|size_mb|size_gb|size_kb|per_(target|pool|gb|request|page|cache))$|^(min|num)_\w|_(min|num)_\w/

/** Each value below zero has a meaning, so that no floor would be right. */
const negativeHasMeaning =
  /\bnegative\b|less than (or equal to )?(zero|0)|below (zero|0)|non-?positive|<=? ?0\b|smaller than (zero|0)/i

const minusOne = /(^|[^\w.-])-1\b|\bminus one\b/

/** The authors gave zero a meaning of its own. */
const zeroHasMeaning = /unlimited|no limit|\bnever\b|infinit|(^|[^\w.-])0(?![\w.]*\d)\b|\bzero\b|not limited|disabl/i

const small: Readonly<Record<string, number>> = { zero: 0, one: 1, two: 2, three: 3, four: 4, five: 5, ten: 10 }

/** What the help demands, in words: `must be at least 1`, `any positive integer`. */
function leastSaid(help: string): number | undefined {
  const [, more, number = ''] =
    /\b(?:must|should|has to|have to|needs? to|shall|can|may)(?: not)? be (?:set to )?(?:an? (?:integer |number |value )?)?(at least|no less than|not less than|less than|greater than or equal to|larger than or equal to|greater than|larger than|more than|>=|>) ?(-?\d+(?:\.\d+)?|zero|one|two|three|four|five|ten)\b/i.exec(
      help,
    ) ??
    /\b(minimum(?: value| allowed value)?(?: is|:| of)|minimal value is|at least|no less than) (\d+(?:\.\d+)?|one|two)\b(?=[.,;)]|$| (is|are) (required|allowed|needed))/i.exec(
      help,
    ) ??
    []
  if (number !== '') {
    const value = small[number.toLowerCase()] ?? Number(number)
    if (Number.isFinite(value)) return /^(greater|larger|more) than$|^>$/i.test(more ?? '') ? value + 1 : value
  }
  return /\b(any |a |an? (unique )?|must be (a )?|be )positive (integer|number|float|value|non-zero)s?\b(?!.{0,20}(or|and) (0|zero))|\bmust be positive\b/i.test(
    help,
  )
    ? 1
    : undefined
}

/** The one range that the help gives: `must be between 1 and 10`, `minimum of 0 maximum of 1440`. */
function rangeSaid(help: string): { least: number; most: number } | undefined {
  const all = [
    ...help.matchAll(
      /\b(?:(?:must|should|can|may) be (?:set )?(?:an? (?:integer |number |value )?)?(?:between|from|in the range(?: of)?|within)|(?:valid|allowed|supported|possible) (?:values|range)(?: are| is|:)?(?: from| between)?) (\d{1,9}) ?(?:and|to|-|\.\.) ?(\d{1,9})\b(?!\.\d)|\bminimum (?:of|is) (\d{1,9}),?;? (?:and )?(?:a )?maximum (?:of|is) (\d{1,9})\b(?!\.\d)/gi,
    ),
  ]
  const [, from, to, lowest, highest] = all[0] ?? []
  const [least, most] = [Number(from ?? lowest), Number(to ?? highest)]
  return all.length === 1 && least < most ? { least, most } : undefined
}

/** Ranges that are the same everywhere. */
function knownRange(option: Option, name: string, help: string): { least: number; most: number } | undefined {
  const words = nameWords(option)
  if (/(^|_)(vlan|vlan_id|vlan_tag)$/.test(name)) return { least: 1, most: 4094 }
  if (/(^|_)vni$/.test(name)) return { least: 1, most: 16_777_215 }
  if (
    /(^|_)(percent|percentage|pct)$/.test(name) ||
    (/\b(as a |in )percent|\bpercentage of/i.test(help) && !/overcommit|over-?subscri/i.test(help))
  )
    return { least: 0, most: 100 }
  if (/\b1 ?(-|to|\.\.) ?99\b/.test(help) && words.includes('priority')) return { least: 1, most: 99 }
  if (/(^|_)dscp$/.test(name)) return { least: 0, most: 63 }
  return undefined
}
