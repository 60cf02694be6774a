import { changed } from './assign'
import { equal, isCertain, isUncertain, itemsIn } from './certainty'
import { unknown, type DictObj, type ListObj, type Obj, type Passed, type SetObj, type TupleObj } from './object'
import { compareOrder } from './operators'
import type { Run } from './run'

type Container = ListObj | TupleObj | SetObj | DictObj

/** Calls a method of a list, tuple, set or dict. One that is not followed may have changed it. */
export function callContainerMethod(object: Container, name: string, passed: Passed, run: Run): Obj {
  const method = Object.hasOwn(methods[object.kind], name) ? methods[object.kind][name] : undefined
  const answer = passed.open ? undefined : method?.(object as never, passed.positional, run)
  if (answer !== undefined) return answer
  if (object.kind !== 'tuple') object.uncertain = true
  run.letGo(passed)
  return unknown
}

type Method<T> = (object: T, args: readonly Obj[], run: Run) => Obj | undefined

function extend(object: ListObj, more: Obj | undefined, run: Run): void {
  changed(object, run)
  const items = more === undefined ? undefined : itemsIn(more)
  if (items) object.items.push(...items)
  if (!items || isUncertain(more!)) object.uncertain = true
}

const listMethods: Readonly<Record<string, Method<ListObj>>> = {
  append: (object, [item], run) => {
    changed(object, run)
    if (item !== undefined) object.items.push(item)
    return null
  },
  extend: (object, [more], run) => {
    extend(object, more, run)
    return null
  },
  insert: (object, [at, item], run) => {
    if (typeof at !== 'number' || item === undefined) return undefined
    changed(object, run)
    object.items.splice(at, 0, item)
    return null
  },
  remove: (object, [item], run) => {
    const at = object.items.findIndex(each => each === item || equal(each, item ?? null) === true)
    if (at < 0) return undefined
    changed(object, run)
    // In a branch that may not happen, what is taken away may also stay.
    if (object.branch === run.branch) object.items.splice(at, 1)
    return null
  },
  copy: (object, _, run) => ({ ...object, items: [...object.items], branch: run.branch }),
  index: (object, [item]) => {
    const at = object.uncertain ? -1 : object.items.findIndex(each => equal(each, item ?? null) === true)
    return at < 0 ? unknown : at
  },
  sort: (object, args, run) => {
    if (args.length > 0 || !isCertain(object)) return undefined
    changed(object, run)
    let comparable = true
    object.items.sort((a, b) => {
      const order = compareOrder(a, b)
      if (order === undefined) comparable = false
      return order ?? 0
    })
    return comparable ? null : undefined
  },
}

const dictMethods: Readonly<Record<string, Method<DictObj>>> = {
  items: (object, _, run) =>
    view(
      object,
      object.entries.map(entry => ({ kind: 'tuple', items: [...entry] })),
      run,
    ),
  iteritems: (object, _, run) =>
    view(
      object,
      object.entries.map(entry => ({ kind: 'tuple', items: [...entry] })),
      run,
    ),
  keys: (object, _, run) =>
    view(
      object,
      object.entries.map(([key]) => key),
      run,
    ),
  values: (object, _, run) =>
    view(
      object,
      object.entries.map(([, value]) => value),
      run,
    ),
  itervalues: (object, _, run) =>
    view(
      object,
      object.entries.map(([, value]) => value),
      run,
    ),
  copy: (object, _, run) => ({
    ...object,
    entries: object.entries.map(([key, value]) => [key, value]),
    branch: run.branch,
  }),
  get: (object, [key, otherwise = null]) => {
    if (object.uncertain || key === undefined || !isCertain(key)) return unknown
    const found = object.entries.find(([k]) => equal(k, key) === true)
    if (found) return found[1]
    return object.entries.every(([k]) => equal(k, key) === false) ? otherwise : unknown
  },
  update: (object, [more], run) => {
    if (more === undefined || typeof more !== 'object' || more?.kind !== 'dict') return undefined
    changed(object, run)
    object.uncertain ||= more.uncertain
    for (const [key, value] of more.entries) {
      const entry = object.entries.find(([k]) => equal(k, key) === true)
      if (entry) entry[1] = value
      else object.entries.push([key, value])
    }
    return null
  },
  setdefault: (object, [key, otherwise = null], run) => {
    if (key === undefined || object.uncertain) return undefined
    const found = object.entries.find(([k]) => equal(k, key) === true)
    if (found) return found[1]
    changed(object, run)
    object.entries.push([key, otherwise])
    return otherwise
  },
}

function view(object: DictObj, items: Obj[], run: Run): Obj {
  return { kind: 'list', items, branch: run.branch, uncertain: object.uncertain }
}

const setMethods: Readonly<Record<string, Method<SetObj>>> = {
  add: (object, [item], run) => {
    changed(object, run)
    if (item !== undefined && !object.items.some(each => equal(each, item) === true)) object.items.push(item)
    return null
  },
  union: (object, args, run) => {
    const items = args.map(itemsIn)
    return {
      kind: 'set',
      items: [...object.items, ...items.flatMap(each => each ?? [])],
      branch: run.branch,
      uncertain: object.uncertain || items.includes(undefined) || args.some(isUncertain),
    }
  },
}

const methods: { [Kind in Container['kind']]: Readonly<Record<string, Method<never>>> } = {
  list: listMethods,
  dict: dictMethods,
  set: setMethods,
  tuple: {
    index: (object: TupleObj, [item]) => {
      const at = object.items.findIndex(each => equal(each, item ?? null) === true)
      return at < 0 ? unknown : at
    },
  } as Readonly<Record<string, Method<TupleObj>>>,
}
