import { aliasesOf, looksAlike } from './aliases'
import { byKey, placedIn, type Placed } from './placed'
import type { Option } from '../oslo/option'

export interface Pair {
  readonly base: Placed
  readonly head: Placed
}

/** Which option of the base is which of the head. */
export interface Pairing {
  /** Known by the same group and name. */
  readonly same: readonly Pair[]
  /** The head's reads the base's name as an old one of its own. */
  readonly renamed: readonly Pair[]
  readonly removed: readonly Placed[]
  readonly added: readonly Placed[]
  /** What was removed and what was added that look like one option, without an alias that says so. */
  readonly likely: readonly Pair[]
}

/**
 * Pairs the options of two inventories: by group and name, then by the old names of the head's. What cannot be placed in a
 * group on one side is the other side's of the same file and name: a registration that is not understood moves nothing.
 */
export function pairUp(baseOptions: readonly Option[], headOptions: readonly Option[]): Pairing {
  const base = byKey(placedIn(baseOptions))
  const head = byKey(placedIn(headOptions))
  const same: Pair[] = []
  const gone: Placed[] = []
  for (const [key, options] of base) {
    const others = head.get(key)
    if (others === undefined) gone.push(...options)
    else same.push(...withinKey(options, others))
  }
  const come = [...head].filter(([key]) => !base.has(key)).flatMap(([, options]) => options)
  const unplaced = unplacedPairs(gone, come)
  same.push(...unplaced)
  const left = without(
    gone,
    unplaced.map(pair => pair.base),
  )
  const right = without(
    come,
    unplaced.map(pair => pair.head.option),
  )
  const renamed = renames(onePerKey(left), onePerKey(right))
  const removed = onePerKey(left).filter(one => !renamed.some(pair => pair.base.key === one.key))
  const added = onePerKey(right).filter(one => !renamed.some(pair => pair.head === one))
  return { same, renamed, removed, added, likely: likelyPairs(removed, added) }
}

/** The declarations of one key: those of one file belong together, the rest in their order; what is over says nothing new. */
function withinKey(base: readonly Placed[], head: readonly Placed[]): Pair[] {
  const free = [...head]
  const take = (fits: (one: Placed) => boolean): Placed | undefined => {
    const at = free.findIndex(fits)
    return at === -1 ? undefined : free.splice(at, 1)[0]
  }
  const inFile = base.map(one => ({ base: one, head: take(other => other.option.file === one.option.file) }))
  return inFile.flatMap(({ base: one, head: other }) => {
    const found = other ?? take(() => true)
    return found === undefined ? [] : [{ base: one, head: found }]
  })
}

function unplacedPairs(gone: readonly Placed[], come: readonly Placed[]): Pair[] {
  const sameName = (a: Placed, b: Placed): boolean => a.name === b.name && a.option.file === b.option.file
  return gone.flatMap(one => {
    const other = come.find(two => sameName(one, two) && (one.group === null) !== (two.group === null))
    return other === undefined ? [] : [{ base: one, head: other }]
  })
}

function without(all: readonly Placed[], taken: readonly (Placed | Option)[]): Placed[] {
  const out = new Set(taken)
  return all.filter(one => !out.has(one) && !out.has(one.option))
}

function onePerKey(placed: readonly Placed[]): Placed[] {
  return [...new Map([...placed].reverse().map(one => [one.key, one])).values()].reverse()
}

function renames(gone: readonly Placed[], come: readonly Placed[]): Pair[] {
  const free = new Map(gone.map(one => [one.key, one]))
  return come.flatMap(head => {
    const old = [...(aliasesOf(head)?.keys() ?? [])].find(key => free.has(key))
    const base = old === undefined ? undefined : free.get(old)
    if (base === undefined) return []
    free.delete(base.key)
    return [{ base, head }]
  })
}

/** Only where each has one partner: of several that look alike none is likely. */
function likelyPairs(removed: readonly Placed[], added: readonly Placed[]): Pair[] {
  const partners = (one: Placed, among: readonly Placed[]): readonly Placed[] =>
    among.filter(other => looksAlike(one.option, other.option) || isMove(one, other))
  return removed.flatMap(base => {
    const [head, ...more] = partners(base, added)
    if (head === undefined || more.length > 0 || partners(head, removed).length > 1) return []
    return [{ base, head }]
  })
}

function isMove(one: Placed, other: Placed): boolean {
  return one.name === other.name && one.option.content === other.option.content
}
