import { isCertain } from './certainty'
import { isObject, isUnknown, kindOf, type DictObj, type Obj, type SetObj } from './object'

/** When Python takes two values for the same: `==`, and the keys of dicts and sets. */

/** A text that two values share if, and only if, Python takes them for the same; undefined where that cannot be told. */
function textOf(value: Obj): string | undefined {
  return isCertain(value) ? textOfCertain(value) : undefined
}

function textOfCertain(value: Obj): string | undefined {
  if (typeof value === 'string') return `s${value.length}:${value}`
  if (!isObject(value)) return `n${value === null ? 'one' : typeof value === 'boolean' ? Number(value) : value}`
  if (value.kind === 'bytes') return `b${value.value.length}:${value.value}`
  if (value.kind === 'float') return Number.isInteger(value.value) ? `n${BigInt(value.value)}` : `n${value.value}`
  if (value.kind !== 'tuple' && value.kind !== 'list') return undefined
  const items = value.items.map(textOfCertain)
  return items.includes(undefined) ? undefined : `${value.kind}${items.length}(${items.join()})`
}

/** Python's `==`; undefined where it cannot be told. */
export function equal(a: Obj, b: Obj): boolean | undefined {
  if (a === b) return isUnknown(a) ? undefined : true
  if (typeof a === 'string' && typeof b === 'string') return false
  const [one, other] = [textOf(a), textOf(b)]
  if (one !== undefined && other !== undefined) return one === other
  return isData(a) && isData(b) && kindOf(a) !== kindOf(b) ? false : undefined
}

/** Whether it is of one of Python's own types, of which two different ones are never equal, but for numbers. */
function isData(value: Obj): boolean {
  return !isObject(value) || ['float', 'bytes', 'tuple', 'list', 'set', 'dict'].includes(value.kind)
}

/** A set of the items, the first of equal ones kept. One that cannot be compared stays, and may be like another. */
export function setOf(all: readonly Obj[], branch: number, uncertain: boolean): SetObj {
  const keys = dictOf(
    all.map(item => [item, null]),
    branch,
    uncertain,
  )
  return { kind: 'set', items: keys.entries.map(([key]) => key), branch, uncertain: keys.uncertain }
}

/** A dict of these entries, of which a later one takes the place of an earlier one with the same key. */
export function dictOf(pairs: Iterable<readonly [Obj, Obj]>, branch: number, uncertain: boolean): DictObj {
  const entries: [Obj, Obj][] = []
  const byText = new Map<string, [Obj, Obj]>()
  let certain = !uncertain
  for (const [key, value] of pairs) {
    const text = textOf(key)
    const before = text === undefined ? undefined : byText.get(text)
    if (text === undefined) certain = false
    if (before) before[1] = value
    else {
      const entry: [Obj, Obj] = [key, value]
      entries.push(entry)
      if (text !== undefined) byText.set(text, entry)
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
