import { extendList } from '../run/assign'
import { isUncertain, itemsIn } from '../values/certainty'
import { changed, letGo, unknownFrom } from '../run/doubt'
import { dictOf, entryOf, positionOf, setOf } from '../values/identity'
import {
  unknown,
  valuesOf,
  type DictObj,
  type IteratorObj,
  type ListObj,
  type Obj,
  type Passed,
  type SetObj,
  type TupleObj,
} from '../values/object'
import { sortItems } from './operators'
import type { Run } from '../run/run'

type Container = ListObj | TupleObj | SetObj | DictObj

/** Calls a method of a list, tuple, set or dict. One that is not followed may have changed it. */
export function callContainerMethod(object: Container, name: string, passed: Passed, run: Run): Obj {
  const method = Object.hasOwn(methods[object.kind], name) ? methods[object.kind][name] : undefined
  const follow = !passed.open && passed.keywords.size === 0
  const answer = follow ? method?.(object as never, passed.positional, run) : undefined
  if (answer !== undefined) return answer === unknown ? unknownFrom([object, ...passed.positional]) : answer
  if (object.kind !== 'tuple') object.uncertain = true
  letGo(valuesOf(passed), run)
  return unknownFrom([object, ...passed.positional])
}

type Method<T> = (object: T, args: readonly Obj[], run: Run) => Obj | undefined

const listMethods: Readonly<Record<string, Method<ListObj>>> = {
  append: (object, [item], run) => {
    changed(object, run)
    if (item !== undefined) object.items.push(item)
    return null
  },
  extend: (object, [more = unknown], run) => {
    extendList(object, more, run)
    return null
  },
  insert: (object, [at, item], run) => {
    if (typeof at !== 'number' || item === undefined) return undefined
    changed(object, run)
    object.items.splice(at, 0, item)
    return null
  },
  remove: (object, [item = unknown], run) => {
    const at = positionOf(object, item)
    if (at === undefined || at < 0) return undefined
    changed(object, run)
    // In a branch that may not happen, what is taken away may also stay.
    if (object.branch === run.branch) object.items.splice(at, 1)
    return null
  },
  copy: (object, _, run) => ({ ...object, items: [...object.items], branch: run.branch }),
  index: (object, [item = unknown]) => indexOf(object, item),
  sort: (object, args, run) => {
    const sorted = args.length === 0 && !object.uncertain ? sortItems(object.items, false) : undefined
    if (!sorted) return undefined
    changed(object, run)
    object.items = sorted
    return null
  },
}

function indexOf(sequence: ListObj | TupleObj, item: Obj): Obj {
  const at = isUncertain(sequence) ? undefined : positionOf(sequence, item)
  return at === undefined || at < 0 ? unknown : at
}

const dictMethods: Readonly<Record<string, Method<DictObj>>> = {
  items: (object, _, run) => view(object, run, entry => ({ kind: 'tuple', items: [...entry] })),
  iteritems: (object, _, run) => view(object, run, entry => ({ kind: 'tuple', items: [...entry] })),
  keys: (object, _, run) => view(object, run, ([key]) => key),
  values: (object, _, run) => view(object, run, ([, value]) => value),
  itervalues: (object, _, run) => view(object, run, ([, value]) => value),
  copy: (object, _, run) => dictOf(object.entries, run.branch, object.uncertain),
  get: (object, [key = unknown, otherwise = null]) => {
    const entry = entryOf(object, key)
    return entry ? entry[1] : entry === null ? otherwise : unknown
  },
  update: (object, [more = unknown], run) => {
    if (typeof more !== 'object' || more?.kind !== 'dict') return undefined
    changed(object, run)
    object.uncertain ||= more.uncertain
    const merged = dictOf([...object.entries, ...more.entries], object.branch, object.uncertain)
    object.entries = merged.entries
    object.uncertain = merged.uncertain
    return null
  },
  setdefault: (object, [key = unknown, otherwise = null], run) => {
    const entry = entryOf(object, key)
    if (entry) return entry[1]
    if (entry === undefined) return undefined
    changed(object, run)
    object.entries.push([key, otherwise])
    return otherwise
  },
}

/** What `dict.items()` and its like give: it shows what is in the dict whenever somebody looks. */
function view(object: DictObj, run: Run, pick: (entry: [Obj, Obj]) => Obj): IteratorObj {
  let uncertain = false
  return {
    kind: 'iterator',
    branch: run.branch,
    get items() {
      return object.entries.map(pick)
    },
    itemAt: at => object.entries[at] && pick(object.entries[at]),
    get uncertain() {
      return uncertain || object.uncertain
    },
    set uncertain(is) {
      uncertain = is
    },
  }
}

const setMethods: Readonly<Record<string, Method<SetObj>>> = {
  add: (object, [item], run) => {
    changed(object, run)
    const { items, uncertain } = setOf(item === undefined ? object.items : [...object.items, item], run.branch, false)
    object.items = items
    object.uncertain ||= uncertain
    return null
  },
  union: (object, args, run) => {
    const items = args.map(itemsIn)
    const all = [...object.items, ...items.flatMap(each => each ?? [])]
    return setOf(all, run.branch, object.uncertain || items.includes(undefined) || args.some(isUncertain))
  },
}

const methods: { [Kind in Container['kind']]: Readonly<Record<string, Method<never>>> } = {
  list: listMethods,
  dict: dictMethods,
  set: setMethods,
  tuple: {
    index: (object: TupleObj, [item = unknown]) => indexOf(object, item),
  },
}
