import { equal, itemsIn, mostCompared } from './certainty'
import { deepestValue } from './limits'
import { isObject, isUnknown, type DictObj, type Obj, type SetObj } from './object'

/** Python's notion of "the same key", for dicts and sets. */

/** A text that two keys share if, and only if, Python takes them for the same; undefined where that cannot be told. */
function hashOf(key: Obj, depth = 0): string | undefined {
  if (key === null) return 'none'
  if (typeof key === 'string') return `s${key.length}:${key}`
  if (typeof key === 'boolean') return key ? 'n1' : 'n0'
  if (typeof key !== 'object') return `n${key}`
  if (key.kind === 'bytes') return `b${key.value.length}:${key.value}`
  if (key.kind === 'float') return Number.isInteger(key.value) ? `n${BigInt(key.value)}` : `n${key.value}`
  if (key.kind !== 'tuple' || depth > deepestValue) return undefined
  const items = key.items.map(item => hashOf(item, depth + 1))
  return items.includes(undefined) ? undefined : `t${items.length}(${items.join()})`
}

/** A set of the items, the first of equal ones kept. One that cannot be compared stays, and may be like another. */
export function setOf(all: readonly Obj[], branch: number, uncertain: boolean): SetObj {
  const seen = new Set<string | undefined>()
  const items = all.filter(item => {
    const hash = hashOf(item)
    const isNew = hash === undefined || !seen.has(hash)
    seen.add(hash)
    return isNew
  })
  return { kind: 'set', items, branch, uncertain: uncertain || (seen.has(undefined) && items.length > 1) }
}

/** A dict of these entries, of which a later one takes the place of an earlier one with the same key. */
export function dictOf(pairs: Iterable<readonly [Obj, Obj]>, branch: number, uncertain: boolean): DictObj {
  const entries: [Obj, Obj][] = []
  const byHash = new Map<string, [Obj, Obj]>()
  let certain = !uncertain
  for (const [key, value] of pairs) {
    const hash = hashOf(key)
    const before = hash === undefined ? undefined : byHash.get(hash)
    if (hash === undefined) certain = false
    if (before) before[1] = value
    else {
      const entry: [Obj, Obj] = [key, value]
      entries.push(entry)
      if (hash !== undefined) byHash.set(hash, entry)
    }
  }
  return { kind: 'dict', entries, branch, uncertain: !certain }
}

/** The entry of a key; null where there surely is none, undefined where that cannot be told. */
export function entryOf(dict: DictObj, key: Obj): [Obj, Obj] | null | undefined {
  let doubtful = dict.uncertain
  let found: [Obj, Obj] | undefined
  for (const entry of dict.entries) {
    const same = equal(entry[0], key)
    if (same === true) found = entry
    else if (same === undefined) doubtful = true
  }
  return doubtful ? undefined : (found ?? null)
}

/** `dict[key] = value`. */
export function setEntry(dict: DictObj, key: Obj, value: Obj): void {
  const entry = entryOf(dict, key)
  if (entry) entry[1] = value
  else {
    if (entry === undefined) dict.uncertain = true
    dict.entries.push([key, value])
  }
}

/** Where an item stands in a sequence for certain; -1: nowhere; undefined: that cannot be told. */
export function positionOf(sequence: Obj, item: Obj): number | undefined {
  const items = itemsIn(sequence) ?? []
  if (isObject(item) && item.kind !== 'library' && items.length > mostCompared) return undefined
  for (const [at, each] of items.entries()) {
    // Python asks whether they are one before it compares them: what is not known has no such identity.
    const same = isObject(each) && each === item && !isUnknown(each) ? true : equal(each, item)
    if (same === undefined) return undefined
    if (same) return at
  }
  return -1
}

/** `a - b` of two sets; undefined where that cannot be told. */
export function difference(items: readonly Obj[], others: readonly Obj[]): Obj[] | undefined {
  return chosen(items, others, false)
}

/** `a & b` of two sets; undefined where that cannot be told. Of 1 and 1.0, that of the smaller set stays. */
export function intersection(items: readonly Obj[], others: readonly Obj[]): Obj[] | undefined {
  return items.length < others.length ? chosen(items, others, true) : chosen(others, items, true)
}

function chosen(items: readonly Obj[], others: readonly Obj[], common: boolean): Obj[] | undefined {
  const hashes = new Set(others.map(other => hashOf(other)))
  const kept = items.filter(item => hashes.has(hashOf(item)) === common)
  return hashes.has(undefined) || items.some(item => hashOf(item) === undefined) ? undefined : kept
}
