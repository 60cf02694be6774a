import { setAttribute } from './assign'
import { isObject, unknown, type FunctionObj, type Obj, type Passed, type Scope } from './object'
import type { Run } from './run'
import { contentsOf } from './weight'

/**
 * The call of a function that is not followed: it may change what it is given, what lies outside it under names that it
 * mentions, and what the functions and methods that it may call so can get at.
 */
export function notFollowed(callee: FunctionObj, passed: Passed, self: Obj | undefined, run: Run): Obj {
  const given = [self ?? null, ...passed.positional, ...passed.keywords.values()]
  const { held, names } = reachedBy([callee, ...given], run)
  run.letGo({ ...passed, positional: [...held] })
  for (const value of held) {
    // Methods stay what they are; any other attribute whose name is mentioned may be another now.
    for (const name of attributesOf(value, names, run)) setAttribute(value, name, unknown, run)
  }
  return unknown
}

interface Reach {
  readonly held: ReadonlySet<Obj>
  /** All names that the code in reach mentions. */
  readonly names: ReadonlySet<string>
}

function reachedBy(values: readonly Obj[], run: Run): Reach {
  const held = new Set(values.filter(isObject))
  const names = new Set<string>()
  const hold = (value: Obj | undefined): unknown => value !== undefined && isObject(value) && held.add(value)
  let before: number
  do {
    before = held.size + names.size
    for (const value of held) {
      if (!run.step()) return { held, names }
      nextTo(value).forEach(hold)
      for (const name of attributesOf(value, names, run)) hold(member(value, name))
      if (value.kind !== 'function' && value.kind !== 'class') continue
      for (const name of run.mentionedIn(value).names) {
        names.add(name)
        for (let scope: Scope | undefined = value.scope; scope; scope = scope.parent) hold(scope.names.get(name))
      }
    }
    // A name that was found late may be an attribute of what was found before.
  } while (held.size + names.size > before)
  return { held, names }
}

/** What whoever has a value has, too. */
function nextTo(value: Obj): readonly Obj[] {
  if (!isObject(value)) return []
  switch (value.kind) {
    case 'instance':
      return [value.type, ...value.attributes.values()]
    case 'class':
      return value.bases.map(base => (isObject(base) && base.kind === 'lazy' ? base.resolve() : base))
    case 'bound':
      return [value.self, value.method]
    default:
      return contentsOf(value)
  }
}

/** The names, among these, of what a class or an instance has itself; what its class has is that class's to lose. */
function attributesOf(value: Obj, names: ReadonlySet<string>, run: Run): string[] {
  if (!isObject(value)) return []
  if (value.kind === 'instance') return [...value.attributes.keys()].filter(name => names.has(name))
  if (value.kind !== 'class') return []
  // Its body may bind some that nobody has asked for yet, and others may have been set from outside.
  const bound = new Set(run.mentionedIn(value).attributes)
  for (const [name, held] of value.scope.names) if (!isObject(held) || held.kind !== 'function') bound.add(name)
  return [...bound].filter(name => names.has(name))
}

function member(value: Obj, name: string): Obj | undefined {
  if (!isObject(value)) return undefined
  if (value.kind === 'instance') return value.attributes.get(name)
  return value.kind === 'class' ? value.scope.own(name) : undefined
}
