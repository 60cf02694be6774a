import {
  isObject,
  isUnknown,
  unknown,
  valuesOf,
  type FunctionObj,
  type Obj,
  type Passed,
  type Scope,
  type UnknownObj,
} from '../values/object'
import type { Run } from './run'

/**
 * What may have changed although nobody was seen to change it. There is one rule: whoever has a value may change it, and
 * all that lies in it. So the contents of a container become uncertain, for good, when it is handed to something that is
 * not followed (`letGo`), when a function that is not followed can get at it by name (`notFollowed`), and when the change
 * is followed but may not happen at all (`changed`). Of an unknown value it is kept which containers it may be
 * (`unknownFrom`), since changing it changes one of them.
 */

/** Notes that a container is being changed: in a branch that may not happen, its contents are no longer certain. */
export function changed(object: { readonly branch: number; uncertain: boolean }, run: Run): void {
  if (object.branch !== run.branch) object.uncertain = true
}

/** Notes that the values went where we cannot follow. */
export function letGo(values: Iterable<Obj | undefined>, run: Run): void {
  for (const each of allThatLiesIn(values, contentsOf, run)) if ('uncertain' in each) each.uncertain = true
}

/**
 * Notes that a function is called that is not followed: it may change what it is given, and all that its scopes hold.
 * Returns what the call gives.
 */
export function notFollowed(callee: FunctionObj, passed: Passed, self: Obj | undefined, run: Run): Obj {
  for (const each of allThatLiesIn([callee, self, ...valuesOf(passed)], withinReachOf, run)) {
    if ('uncertain' in each) each.uncertain = true
    else if (each.kind === 'instance') for (const name of each.attributes.keys()) each.attributes.set(name, unknown)
    else if (each.kind === 'class') {
      for (const [name, value] of each.scope.names) if (!isCode(value)) each.scope.bind(name, unknown)
    }
  }
  return unknown
}

/** What comes of values in a way that is not known: as unknown as they are, for the same reason. */
export function unknownFrom(values: readonly Obj[]): UnknownObj {
  const reason = values.map(value => (isUnknown(value) ? value.reason : undefined)).find(each => each !== undefined)
  const among = values.filter(mayChange)
  if (among.length > 0) return { kind: 'unknown', among: among.slice(0, mostAlternatives), ...(reason && { reason }) }
  return reason === undefined ? unknown : { kind: 'unknown', reason }
}

/** Further ones are not kept apart: nobody writes that many. */
const mostAlternatives = 20

/** Whether it holds anything that can be changed in place. */
function mayChange(value: Obj): boolean {
  if (!isObject(value)) return false
  if (value.kind === 'unknown') return value.among !== undefined
  return 'uncertain' in value || (value.kind === 'tuple' && value.items.some(isObject))
}

type Held = Exclude<Obj, null | boolean | number | bigint | string>

/** The values themselves, and all that one gets at by way of them. */
function allThatLiesIn(
  values: Iterable<Obj | undefined>,
  next: (value: Held) => Iterable<Obj>,
  run: Run,
): ReadonlySet<Held> {
  const all = new Set<Held>()
  for (const value of values) if (value !== undefined && isObject(value)) all.add(value)
  for (const each of all) for (const inner of next(each)) if (isObject(inner)) all.add(inner)
  run.spend(all.size >> 3)
  return all
}

/** What lies in a container, or in one of those that something unknown may be. */
export function contentsOf(value: Obj): readonly Obj[] {
  if (!isObject(value)) return []
  if (value.kind === 'dict') return value.entries.flat()
  if (value.kind === 'unknown') return value.among ?? []
  return value.kind === 'tuple' || 'uncertain' in value ? value.items : []
}

/** What code gets at that has the value, and may call it. */
function withinReachOf(value: Held): Iterable<Obj> {
  switch (value.kind) {
    case 'function':
      return namedIn(value.scope)
    case 'class':
      return [...value.bases, ...value.scope.names.values()]
    case 'instance':
      return [value.type, ...value.attributes.values()]
    case 'bound':
      return [value.self, value.method]
    default:
      return contentsOf(value)
  }
}

/** All that names stand for in a scope and those around it. */
function* namedIn(scope: Scope | undefined): Generator<Obj> {
  for (let at = scope; at; at = at.parent) yield* at.names.values()
}

function isCode(value: Obj): boolean {
  return isObject(value) && (value.kind === 'function' || value.kind === 'class')
}
