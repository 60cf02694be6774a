import { isObject, isUnknown, unknown, type Obj, type Scope, type UnknownObj } from '../values/object'
import type { Run } from './run'

/**
 * What may have changed although nobody was seen to change it. There is one rule: whoever has a value may change what lies
 * in it, and code that runs may change all that it can reach by names and attributes. So what goes to something that is not
 * followed becomes uncertain, for good (`letGo`). The same holds of a container whose change is followed but may not happen
 * at all, or happens while it is being gone through (`changed`). Of an unknown value it is kept which containers it may be
 * (`unknownFrom`), since changing it changes one of them.
 */

/** Notes that a container is being changed: once that is not certain to happen, or to matter, its contents are not either. */
export function changed(object: { readonly branch: number; uncertain: boolean }, run: Run): void {
  if (object.branch !== run.branch || run.isGoneThrough(object)) object.uncertain = true
}

/**
 * Notes that the values went where we cannot follow. What lies in them may have been changed; and where `runs` says that
 * they are code that is run, with what it is given, also what that code can reach.
 */
export function letGo(values: Iterable<Obj | undefined>, run: Run, runs = false): void {
  const reached = new Set<Held>()
  for (const value of values) if (value !== undefined && isObject(value)) reached.add(value)
  for (const each of reached) {
    for (const inner of runs ? withinReachOf(each) : contentsOf(each)) if (isObject(inner)) reached.add(inner)
  }
  run.spend(reached.size >> 3)
  for (const each of reached) {
    if ('uncertain' in each) each.uncertain = true
    else if (!runs) continue
    else if (each.kind === 'instance') for (const name of each.attributes.keys()) each.attributes.set(name, unknown)
    else if (each.kind === 'class') {
      for (const [name, value] of each.scope.names) if (!isCode(value)) each.scope.bind(name, unknown)
    }
  }
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
