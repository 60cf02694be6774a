import { extendList } from '../run/assign'
import { isUncertain, itemsIn } from '../values/certainty'
import { changed, letGo, unknownFrom } from '../run/doubt'
import { dictOf, entryOf, setOf } from '../values/identity'
import {
  isObject,
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

/** Methods of Python's own types that leave what they are called on, and what they are given, as it is. */
export const changesNothing =
  /^(keys|values|items|iteritems|itervalues|get|copy|index|count|union|intersection|difference|issubset|issuperset|isdisjoint|join|format|split|strip|replace|startswith|endswith|lower|upper)$/

/** Calls a method of a list, tuple, set or dict. One that is not followed may have changed it. */
export function callContainerMethod(object: Container, name: string, passed: Passed, run: Run): Obj {
  const method = Object.hasOwn(methods[object.kind], name) ? methods[object.kind][name] : undefined
  const isPlain = !passed.open && passed.keywords.size === 0
  const answer = isPlain ? method?.(object as never, passed.positional, run) : undefined
  if (answer === undefined && !changesNothing.test(name)) {
    if (object.kind !== 'tuple') object.uncertain = true
    letGo(valuesOf(passed), run)
  }
  return answer === undefined || answer === unknown ? unknownFrom([object, ...passed.positional]) : answer
}

/** What a method returns; undefined where it is not followed. */
type Method<T> = (object: T, args: readonly Obj[], run: Run) => Obj | undefined

const listMethods: Readonly<Record<string, Method<ListObj>>> = {
  append: (object, [item], run) => {
    if (item === undefined) return undefined
    changed(object, run)
    object.items.push(item)
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
  sort: (object, args, run) => {
    const sorted = args.length === 0 && !object.uncertain ? sortItems(object.items, false) : undefined
    if (!sorted) return undefined
    changed(object, run)
    object.items = sorted
    return null
  },
  copy: (object, _, run) => ({ ...object, items: [...object.items], branch: run.branch }),
}

const itemsView: Method<DictObj> = (object, _, run) =>
  view(object, run, entry => ({ kind: 'tuple', items: [...entry] }))
const valuesView: Method<DictObj> = (object, _, run) => view(object, run, ([, value]) => value)

const dictMethods: Readonly<Record<string, Method<DictObj>>> = {
  items: itemsView,
  iteritems: itemsView,
  values: valuesView,
  itervalues: valuesView,
  keys: (object, _, run) => view(object, run, ([key]) => key),
  copy: (object, _, run) => dictOf(object.entries, run.branch, object.uncertain),
  get: (object, [key = unknown, otherwise = null]) => {
    const entry = entryOf(object, key)
    return entry ? entry[1] : entry === null ? otherwise : unknown
  },
  update: (object, [more = unknown], run) => {
    if (!isObject(more) || more.kind !== 'dict') return undefined
    changed(object, run)
    const merged = dictOf([...object.entries, ...more.entries], object.branch, object.uncertain || more.uncertain)
    Object.assign(object, merged)
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
function view(source: DictObj, { branch }: Run, pick: (entry: [Obj, Obj]) => Obj): IteratorObj {
  return {
    kind: 'iterator',
    get items() {
      return source.entries.map(pick)
    },
    branch,
    uncertain: false,
    source,
  }
}

const setMethods: Readonly<Record<string, Method<SetObj>>> = {
  add: (object, [item], run) => {
    if (item === undefined) return undefined
    changed(object, run)
    Object.assign(object, setOf([...object.items, item], object.branch, object.uncertain))
    return null
  },
  union: (object, args, run) => {
    const all = [...object.items, ...args.flatMap(each => itemsIn(each) ?? [])]
    return setOf(all, run.branch, object.uncertain || args.some(each => !itemsIn(each) || isUncertain(each)))
  },
}

const methods: { [Kind in Container['kind']]: Readonly<Record<string, Method<never>>> } = {
  list: listMethods,
  dict: dictMethods,
  set: setMethods,
  tuple: {},
}
