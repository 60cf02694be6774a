import { isUncertain, isUnsteady, itemsIn, steadyItems, truth } from '../values/certainty'
import { dictOf, setOf } from '../values/identity'
import { deepestValue, longest } from '../values/limits'
import { isObject, unknown, type IteratorObj, type ListObj, type Obj, type Passed } from '../values/object'
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
  return { kind: 'iterator', items, branch: run.branch, uncertain }
}

/** The items of several iterables one after the other; what is not known of them makes the whole uncertain. */
function chain(sources: readonly Obj[], run: Run): IteratorObj | undefined {
  const items: Obj[] = []
  for (const source of sources) {
    for (const item of itemsIn(source) ?? []) items.push(item)
    if (items.length > longest) return undefined
  }
  return iterator(items, run, sources.some(isOpen))
}

const makeTuple: Builtin = ([source]) => {
  const items = source === undefined ? [] : steadyItems(source)
  return items ? { kind: 'tuple', items } : unknown
}

const makeSet: Builtin = ([source], _, run) => {
  const items = source === undefined ? [] : itemsIn(source)
  return setOf(items ?? [], run.branch, !items || (source !== undefined && isUncertain(source)))
}

const makeDict: Builtin = ([source], { keywords }, run) => {
  if (source === undefined) return dictOf(keywords, run.branch, false)
  if (isObject(source) && source.kind === 'dict')
    return dictOf([...source.entries, ...keywords], run.branch, source.uncertain)
  const pairs = steadyItems(source)?.map(itemsIn)
  const areKnown = pairs?.every(pair => pair?.length === 2) === true
  const entries = areKnown ? pairs.map(pair => [pair![0]!, pair![1]!] as const) : []
  return dictOf([...entries, ...keywords], run.branch, !areKnown)
}

const sorted: Builtin = ([source], { keywords }, run) => {
  const items = source === undefined ? undefined : itemsIn(source)
  if (!items) return unknown
  const reverse = truth(keywords.get('reverse') ?? false)
  const isKnown = !isUncertain(source!) && !keywords.has('key') && reverse !== undefined
  const ordered = isKnown ? sortItems(items, reverse) : undefined
  // What is known of the items is still worth having: the options among them.
  return ordered ? list(ordered, run) : list(items, run, true)
}

const range: Builtin = (args, _, run) => {
  const bounds = args.map(argument => (typeof argument === 'number' ? argument : undefined))
  if (bounds.includes(undefined) || bounds.length === 0 || bounds.length > 3) return unknown
  const [start = 0, stop = 0, step = 1] = bounds.length === 1 ? [0, bounds[0]] : bounds
  if (step === 0 || Math.abs((stop - start) / step) > longest / 20) return unknown
  const items: Obj[] = []
  for (let at = start; step > 0 ? at < stop : at > stop; at += step) items.push(at)
  return iterator(items, run)
}

const extreme =
  (sign: 1 | -1): Builtin =>
  (args, { keywords }) => {
    if (args.length < 2 || keywords.size > 0) return unknown
    return args.reduce((best, item) => {
      const order = compareOrder(item, best)
      return order === undefined ? unknown : order * sign > 0 ? item : best
    })
  }

/** `copy`, or with `deep` `deepcopy`, of something: itself, and what it holds, anew. */
function copyOf(object: Obj, deep: boolean, run: Run, made = new Map<Obj, Obj>(), depth = 0): Obj {
  if (!isObject(object)) return object
  const before = made.get(object)
  if (before !== undefined) return before
  if (depth > deepestValue) return unknown
  const inner = (item: Obj): Obj => (deep ? copyOf(item, deep, run, made, depth + 1) : item)
  let copied: Obj = object
  if (object.kind === 'list' || object.kind === 'set') {
    copied = { ...object, items: object.items.map(inner), branch: run.branch }
  } else if (object.kind === 'tuple') {
    copied = { ...object, items: object.items.map(inner) }
  } else if (object.kind === 'dict') {
    copied = { ...object, entries: object.entries.map(([key, item]) => [key, inner(item)]), branch: run.branch }
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

/** The functions of Python's builtins, itertools and copy that make or take iterables, by dotted path. */
export const iterableFunctions: Readonly<Record<string, Builtin>> = {
  'builtins.list': (sources, _, run) => {
    const all = chain(sources, run)
    return all && list(all.items, run, all.uncertain)
  },
  'builtins.tuple': makeTuple,
  'builtins.set': makeSet,
  'builtins.frozenset': makeSet,
  'builtins.dict': makeDict,
  'collections.OrderedDict': makeDict,
  'builtins.sorted': sorted,
  'builtins.range': range,
  'builtins.xrange': range,
  'six.moves.range': range,
  'builtins.enumerate': ([source, start], { keywords }, run) => {
    const first = start ?? keywords.get('start') ?? 0
    const items = source === undefined ? undefined : itemsIn(source)
    if (!items || typeof first !== 'number') return unknown
    const pairs = items.map((item, at): Obj => ({ kind: 'tuple', items: [at + first, item] }))
    return iterator(pairs, run, isUnsteady(source!))
  },
  'builtins.zip': (args, { keywords }, run) => {
    const columns = args.map(itemsIn)
    if (columns.includes(undefined) || keywords.size > 0 || args.length > mostColumns) return unknown
    const [first = []] = columns
    const rows = first.map((_, row): Obj[] => columns.flatMap(column => column!.slice(row, row + 1)))
    const whole = rows.filter(row => row.length === columns.length)
    return iterator(
      whole.map(items => ({ kind: 'tuple', items })),
      run,
      args.some(isUnsteady),
    )
  },
  'builtins.len': ([source]) => {
    const items = source === undefined || isUncertain(source) ? undefined : itemsIn(source)
    return items ? items.length : unknown
  },
  'builtins.max': extreme(1),
  'builtins.min': extreme(-1),
  'itertools.chain': (sources, _, run) => chain(sources, run),
  'itertools.chain.from_iterable': ([source], _, run) => {
    const items = source === undefined ? undefined : itemsIn(source)
    return items ? chain(isUnsteady(source!) ? [...items, unknown] : items, run) : unknown
  },
  'copy.copy': ([object = unknown], _, run) => copyOf(object, false, run),
  'copy.deepcopy': ([object = unknown], _, run) => copyOf(object, true, run),
}
