import type { AugmentedAssign, Expression } from '../syntax/ast'
import { equal, isUncertain, itemsIn, toNumber } from './certainty'
import { isObject, unknown, type Obj } from './object'
import { binary } from './operators'
import type { Run } from './run'
import type { Scope } from './object'

/** Binds a target: a name, an attribute, an item, or several at once. */
export function assign(target: Expression, value: Obj, scope: Scope, run: Run): void {
  switch (target.kind) {
    case 'name':
      scope.bind(target.id, value)
      return
    case 'tuple':
    case 'list':
      unpack(target.items, value, scope, run)
      return
    case 'starred':
      assign(target.value, value, scope, run)
      return
    case 'attribute':
      setAttribute(run.evaluate(target.object, scope), target.name, value, run)
      return
    case 'subscript':
      setItem(run.evaluate(target.object, scope), run.evaluate(target.index, scope), value, run)
      return
    default:
      return
  }
}

function unpack(targets: readonly Expression[], value: Obj, scope: Scope, run: Run): void {
  const items = isUncertain(value) ? undefined : itemsIn(value)
  const star = targets.findIndex(target => target.kind === 'starred')
  const fits = items && (star < 0 ? items.length === targets.length : items.length >= targets.length - 1)
  if (!fits) {
    for (const target of targets) assign(target, unknown, scope, run)
    return
  }
  const rest = items.length - (targets.length - 1)
  let at = 0
  targets.forEach((target, index) => {
    if (index !== star) assign(target, items[at++]!, scope, run)
    else {
      const taken = items.slice(at, at + rest)
      at += rest
      assign(target, { kind: 'list', items: taken, branch: run.branch, uncertain: false }, scope, run)
    }
  })
}

function setAttribute(object: Obj, name: string, value: Obj, run: Run): void {
  if (!isObject(object)) return
  if (object.kind === 'instance') object.attributes.set(name, value)
  else if (object.kind === 'class') object.scope.bind(name, value)
  else if (object.kind === 'library') run.world.library.setAttribute(object, name, value, run.branch === 0)
}

function setItem(object: Obj, index: Obj, value: Obj, run: Run): void {
  if (!isObject(object)) return
  if (object.kind === 'list') {
    const at = toNumber(index)
    changed(object, run)
    if (at !== undefined && at >= 0 && at < object.items.length) object.items[at] = value
    else object.uncertain = true
  } else if (object.kind === 'dict') {
    changed(object, run)
    const entry = object.entries.find(([key]) => equal(key, index) === true)
    if (entry) entry[1] = value
    else object.entries.push([index, value])
  }
}

/** Notes that a container is being changed: in a branch that may not happen, its contents are no longer certain. */
export function changed(object: { readonly branch: number; uncertain: boolean }, run: Run): void {
  if (object.branch !== run.branch) object.uncertain = true
}

/** `a += b`: a list grows in place, anything else is bound anew. */
export function augment(statement: AugmentedAssign, scope: Scope, run: Run): void {
  const before = run.evaluate(statement.target, scope)
  const value = run.evaluate(statement.value, scope)
  if (statement.operator === '+' && isObject(before) && before.kind === 'list') {
    changed(before, run)
    const more = itemsIn(value)
    if (!more || isUncertain(value)) before.uncertain = true
    if (more) before.items.push(...more)
    return
  }
  assign(statement.target, binary(statement.operator, before, value, run.branch), scope, run)
}
