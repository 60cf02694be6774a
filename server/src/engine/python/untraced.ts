import { setAttribute } from './assign'
import { findMember } from './attributes'
import { isObject, unknown, type ClassObj, type FunctionObj, type Obj, type Passed, type Scope } from './object'
import type { Run } from './run'

/**
 * The call of a function that is not followed: it may change what it is given, and what lies outside it under names that
 * it mentions, or that functions which it mentions do.
 */
export function notFollowed(callee: FunctionObj, passed: Passed, self: Obj | undefined, run: Run): Obj {
  const given = [self ?? null, ...passed.positional, ...passed.keywords.values()]
  const { held, names } = mentionedBy(callee, run)
  run.letGo({ ...passed, positional: [...given, ...held] })
  for (const value of new Set([...given, ...held])) loseAttributes(value, names, run)
  return unknown
}

interface Mentioned {
  readonly held: ReadonlySet<Obj>
  readonly names: ReadonlySet<string>
}

function mentionedBy(callee: FunctionObj, run: Run): Mentioned {
  const held = new Set<Obj>()
  const all = new Set<string>()
  const code = new Set<FunctionObj | ClassObj>([callee])
  for (const { definition, scope } of code) {
    if (!run.step()) break
    const names = run.namesIn(definition, scope.module.text)
    for (const name of names) all.add(name)
    for (let outer: Scope | undefined = scope; outer; outer = outer.parent) {
      for (const name of names) {
        const value = outer.names.get(name) ?? null
        if (!isObject(value)) continue
        held.add(value)
        if (value.kind === 'function' || value.kind === 'class') code.add(value)
        else if (value.kind === 'instance') code.add(value.type)
      }
    }
  }
  return { held, names: all }
}

/** Any attribute of a class or an instance whose name is mentioned may be another now. Methods stay what they are. */
function loseAttributes(value: Obj, names: ReadonlySet<string>, run: Run): void {
  if (!isObject(value) || (value.kind !== 'class' && value.kind !== 'instance')) return
  for (const name of names) {
    const own = value.kind === 'instance' ? value.attributes.get(name) : undefined
    const member = own ?? findMember(value.kind === 'class' ? value : value.type, name)?.value
    if (member === undefined || (isObject(member) && member.kind === 'function')) continue
    setAttribute(value, name, unknown, run)
  }
}
