import { isObject, unknown, type ClassObj, type FunctionObj, type Obj, type Passed, type Scope } from './object'
import type { Run } from './run'

/**
 * The call of a function that is not followed: it may change what it is given, and what lies outside it under names that
 * it mentions, or that functions which it mentions do.
 */
export function notFollowed(callee: FunctionObj, passed: Passed, run: Run): Obj {
  run.letGo({ ...passed, positional: [...passed.positional, ...mentionedBy(callee, run)] })
  return unknown
}

function mentionedBy(callee: FunctionObj, run: Run): ReadonlySet<Obj> {
  const held = new Set<Obj>()
  const code = new Set<FunctionObj | ClassObj>([callee])
  for (const { definition, scope } of code) {
    if (!run.step()) break
    const names = run.namesIn(definition, scope.module.text)
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
  return held
}
