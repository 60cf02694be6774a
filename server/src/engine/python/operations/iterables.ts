import { isCertain, isUncertain, isUnsteady, itemsIn, truth } from '../values/certainty'
import { dictOf, setOf } from '../values/identity'
import { deepestValue, longest } from '../values/limits'
import { isObject, kindOf, unknown, type IteratorObj, type ListObj, type Obj, type Passed } from '../values/object'
import { compareOrder, sortItems } from './operators'
import type { Run } from '../run/run'

/** What a function of Python returns; undefined: not in this case. */
export type Builtin = (args: readonly Obj[], passed: Passed, run: Run) => Obj | undefined

/** More than anyone passes to `zip`. */
const mostColumns = 20

function list(items: readonly Obj[], run: Run, uncertain = false): ListObj {
  return { kind: 'list', items: [...items], branch: run.branch, uncertain }
}

function iterator(items: readonly Obj[], run: Run, uncertain = false): IteratorObj {
  return { kind: 'iterator', items, branch: run.branch, uncertain, taken: false }
}

/** The items of several iterables one after the other; undefined where they are too many. */
function chained(sources: readonly Obj[]): { items: Obj[]; uncertain: boolean } | undefined {
  const items: Obj[] = []
  let uncertain = false
  for (const source of sources) {
    const more = itemsIn(source)
    if (items.length + (more?.length ?? 0) > longest) return undefined
    for (const item of more ?? []) items.push(item)
    uncertain ||= more === undefined || isUnsteady(source)
  }
  return { items, uncertain }
}

const chain: Builtin = (sources, _, run) => {
  const all = chained(sources)
  return all && iterator(all.items, run, all.uncertain)
}

const makeList: Builtin = ([source], _, run) => {
  const all = chained(source === undefined ? [] : [source])
  return all && list(all.items, run, all.uncertain)
}

const makeTuple: Builtin = ([source]) => {
  if (source === undefined) return { kind: 'tuple', items: [] }
  const items = itemsIn(source)
  return items && !isUnsteady(source) ? { kind: 'tuple', items } : unknown
}

const makeSet: Builtin = ([source = null], passed, run) => {
  const items = passed.positional.length === 0 ? [] : itemsIn(source)
  return setOf(items ?? [], run.branch, !items || isUncertain(source))
}

const makeDict: Builtin = ([source], passed, run) => {
  let entries: (readonly [Obj, Obj])[] = []
  let uncertain = false
  if (source !== undefined && isObject(source) && source.kind === 'dict') {
    entries = [...source.entries]
    uncertain = source.uncertain
  } else if (source !== undefined) {
    const pairs = itemsIn(source)?.map(itemsIn)
    if (!pairs || isUnsteady(source) || pairs.some(pair => pair?.length !== 2)) uncertain = true
    else entries = pairs.map(pair => [pair![0]!, pair![1]!])
  }
  return dictOf([...entries, ...passed.keywords], run.branch, uncertain)
}

const sorted: Builtin = ([source], passed, run) => {
  const items = source === undefined ? undefined : itemsIn(source)
  if (!items) return unknown
  // What is known of the items is still worth having: the options among them.
  if (isUncertain(source!) || passed.keywords.has('key')) return list(items, run, true)
  const reverse = truth(passed.keywords.get('reverse') ?? false)
  const ordered = reverse === undefined ? undefined : sortItems(items, reverse)
  return ordered ? list(ordered, run) : list(items, run, true)
}

const range: Builtin = (args, _, run) => {
  const bounds = args.map(argument => (typeof argument === 'number' ? argument : undefined))
  if (bounds.includes(undefined) || bounds.length === 0 || bounds.length > 3) return unknown
  const [start = 0, stop = 0, step = 1] = bounds.length === 1 ? [0, bounds[0]] : bounds
  if (step === 0 || Math.abs((stop - start) / step) > longest / 20) return unknown
  const items: Obj[] = []
  for (let at = start; step > 0 ? at < stop : at > stop; at += step) items.push(at)
  return { kind: 'iterator', items, branch: run.branch, uncertain: false }
}

const extreme =
  (sign: 1 | -1): Builtin =>
  (args, passed) => {
    const items = args.length === 1 ? itemsIn(args[0]!) : args
    if (!items || passed.keywords.size > 0 || (args.length === 1 && isUncertain(args[0]!))) return unknown
    const [first, ...rest] = items
    if (first === undefined || !isCertain({ kind: 'tuple', items })) return unknown
    let best = first
    for (const item of rest) {
      const order = compareOrder(item, best)
      if (order === undefined) return unknown
      if (order * sign > 0) best = item
    }
    return best
  }

function calledWith(...positional: Obj[]): Passed {
  return { positional, keywords: new Map(), open: false }
}

/** `list`, `copy` and so on of something: itself, and with `deep` what it holds, anew. */
function copyOf(object: Obj, deep: boolean, run: Run, made = new Map<Obj, Obj>(), depth = 0): Obj {
  if (!isObject(object)) return object
  const before = made.get(object)
  if (before !== undefined) return before
  if (depth > deepestValue) return unknown
  const inner = (item: Obj): Obj => (deep ? copyOf(item, deep, run, made, depth + 1) : item)
  let copied: Obj = object
  if (object.kind === 'list' || object.kind === 'set') {
    copied = { ...object, items: object.items.map(inner), branch: run.branch }
  } else if (object.kind === 'dict') {
    copied = { ...object, entries: object.entries.map(([key, item]) => [key, inner(item)]), branch: run.branch }
  } else if (object.kind === 'tuple') {
    copied = { ...object, items: object.items.map(inner) }
  } else if (object.kind === 'instance') {
    const attributes = new Map([...object.attributes].map(([name, value]) => [name, inner(value)]))
    copied = { ...object, attributes, branch: run.branch }
  } else if (object.kind === 'library') {
    copied = run.world.library.copy(object, run.branch)
  }
  made.set(object, copied)
  return copied
}

/** Whether there may be other items than those that are known, or in another order. */
function isOpen(source: Obj): boolean {
  return itemsIn(source) === undefined || isUnsteady(source)
}

/** Calls a function as for the items that are not known: it may change what it finds. */
function callForOthers(callee: Obj, source: Obj, run: Run): void {
  if (isOpen(source)) run.perhaps(() => run.call(callee, calledWith(unknown), undefined))
}

function quantify(source: Obj | undefined, wanted: boolean): Obj {
  const items = source === undefined || isUncertain(source) ? undefined : itemsIn(source)
  if (!items) return unknown
  const truths = items.map(truth)
  if (truths.includes(wanted)) return wanted
  return truths.includes(undefined) ? unknown : !wanted
}

/** The functions of Python's builtins, itertools and copy that make or take iterables, by dotted path. */
export const iterableFunctions: Readonly<Record<string, Builtin>> = {
  'builtins.list': makeList,
  'builtins.tuple': makeTuple,
  'builtins.set': makeSet,
  'builtins.frozenset': makeSet,
  'builtins.dict': makeDict,
  'collections.OrderedDict': makeDict,
  'builtins.sorted': sorted,
  'builtins.range': range,
  'builtins.xrange': range,
  'six.moves.range': range,
  'builtins.reversed': ([source], _, run) => {
    const items = source === undefined ? undefined : itemsIn(source)
    return items ? iterator([...items].reverse(), run, isUnsteady(source!)) : unknown
  },
  'builtins.enumerate': ([source, start], passed, run) => {
    const first = start ?? passed.keywords.get('start') ?? 0
    const items = source === undefined ? undefined : itemsIn(source)
    if (!items || typeof first !== 'number') return unknown
    const pairs = items.map((item, at): Obj => ({ kind: 'tuple', items: [at + first, item] }))
    return iterator(pairs, run, isUnsteady(source!))
  },
  'builtins.zip': (args, passed, run) => {
    if (args.length > mostColumns) return unknown
    const columns = args.map(itemsIn)
    if (columns.includes(undefined) || passed.keywords.size > 0) return unknown
    const length = columns.reduce((least, column) => Math.min(least, column!.length), columns[0]?.length ?? 0)
    const rows = Array.from({ length }, (_, row): Obj => ({
      kind: 'tuple',
      items: columns.map(column => column![row]!),
    }))
    return iterator(rows, run, args.some(isUnsteady))
  },
  'builtins.map': ([callee, source], passed, run) => {
    if (source === undefined || passed.positional.length !== 2) return unknown
    const results = (itemsIn(source) ?? []).map(item => run.call(callee!, calledWith(item), undefined))
    callForOthers(callee!, source, run)
    return iterator(results, run, isOpen(source))
  },
  'builtins.filter': ([callee, source], _, run) => {
    if (source === undefined || callee === undefined) return unknown
    const items = itemsIn(source) ?? []
    const kept = items.map(item => truth(callee === null ? item : run.call(callee, calledWith(item), undefined)))
    if (callee !== null) callForOthers(callee, source, run)
    const rest = items.filter((_, at) => kept[at] !== false)
    return iterator(rest, run, isOpen(source) || kept.includes(undefined))
  },
  'builtins.sum': ([source, start = 0], passed, run) => {
    const items = source === undefined ? undefined : itemsIn(source)
    if (!items || isUncertain(source!) || passed.keywords.size > 0) return unknown
    if (kindOf(start) === 'list') return makeList([chain([start, ...items], passed, run) ?? unknown], passed, run)
    let total = 0
    for (const item of [...items, start]) {
      if (typeof item !== 'number') return unknown
      total += item
    }
    return Number.isSafeInteger(total) ? total : unknown
  },
  'builtins.len': ([source]) => {
    const items = source === undefined || isUncertain(source) ? undefined : itemsIn(source)
    return items ? items.length : unknown
  },
  'builtins.max': extreme(1),
  'builtins.min': extreme(-1),
  'builtins.any': ([source]) => quantify(source, true),
  'builtins.all': ([source]) => quantify(source, false),
  'itertools.chain': chain,
  'itertools.chain.from_iterable': ([source], passed, run) => {
    const items = source === undefined ? undefined : itemsIn(source)
    return items ? chain(isUnsteady(source!) ? [...items, unknown] : items, passed, run) : unknown
  },
  'copy.copy': ([object = unknown], _, run) => copyOf(object, false, run),
  'copy.deepcopy': ([object = unknown], _, run) => copyOf(object, true, run),
  'functools.reduce': ([callee, source, start], _, run) => {
    const items = source === undefined || isUnsteady(source) ? undefined : itemsIn(source)
    if (!items) return unknown
    const all = start === undefined ? items : [start, ...items]
    return all.length === 0
      ? unknown
      : all.reduce((left, right) => run.call(callee!, calledWith(left, right), undefined))
  },
}
