import type { AugmentedAssign, Expression } from '../../syntax/ast'
import { findMember } from './attributes'
import { isUnsteady, itemsIn, steadyItems } from '../values/certainty'
import { changed, letGo, unknownFrom } from './doubt'
import { entryOf, setEntry } from '../values/identity'
import { longest } from '../values/limits'
import { isObject, isUnknown, kindOf, unknown, type ListObj, type Obj } from '../values/object'
import { binary } from '../operations/operators'
import type { Run } from './run'
import type { Scope } from '../values/object'

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
  const items = steadyItems(value)
  run.charge(items ?? [])
  const fits = items?.length === targets.length && targets.every(target => target.kind !== 'starred')
  targets.forEach((target, at) => assign(target, fits ? items[at]! : unknown, scope, run))
}

/** `object.name = value`. */
export function setAttribute(object: Obj, name: string, value: Obj, run: Run): void {
  if (!isObject(object)) return
  if (object.kind === 'library') run.world.library.setAttribute(object, name, value, run.branch)
  if (object.kind !== 'instance' && object.kind !== 'class') return
  // In a branch that may not happen, the attribute may also stay as it is.
  const before = object.kind === 'instance' ? object.attributes.get(name) : undefined
  const inherited = findMember(object.kind === 'instance' ? object.type : object, name)
  const certain = object.branch === run.branch ? value : unknownFrom([value, before ?? inherited ?? null])
  if (object.kind === 'instance') object.attributes.set(name, certain)
  else object.scope.bind(name, certain)
}

function setItem(object: Obj, index: Obj, value: Obj, run: Run): void {
  if (!isObject(object)) return
  if (object.kind === 'unknown') letGo([object], run)
  if (object.kind === 'list') {
    const at = placeOf(object, index)
    changed(object, run)
    if (at !== undefined) object.items[at] = value
    else object.uncertain = true
  } else if (object.kind === 'dict') {
    run.charge([object])
    changed(object, run)
    setEntry(object, index, value)
  }
}

/** `del target`. */
export function remove(target: Expression, scope: Scope, run: Run): void {
  if (target.kind === 'name') scope.unbind(target.id)
  else if (target.kind === 'attribute') setAttribute(run.evaluate(target.object, scope), target.name, unknown, run)
  else if (target.kind === 'tuple' || target.kind === 'list') for (const item of target.items) remove(item, scope, run)
  if (target.kind !== 'subscript') return
  const object = run.evaluate(target.object, scope)
  const index = run.evaluate(target.index, scope)
  if (isUnknown(object)) letGo([object], run)
  if (!isObject(object) || (object.kind !== 'list' && object.kind !== 'dict')) return
  run.charge([object])
  changed(object, run)
  const at =
    object.kind === 'list' ? placeOf(object, index) : object.entries.indexOf(entryOf(object, index) ?? [null, null])
  // In a branch that may not happen, what is taken away may also stay.
  if (at === undefined || at < 0) object.uncertain = true
  else if (!object.uncertain && object.kind === 'list') object.items.splice(at, 1)
  else if (!object.uncertain && object.kind === 'dict') object.entries.splice(at, 1)
}

/** Where an index points to in a list; undefined: outside, or not known. */
function placeOf(list: ListObj, index: Obj): number | undefined {
  if (typeof index !== 'number') return undefined
  const at = index < 0 ? list.items.length + index : index
  return at >= 0 && at < list.items.length ? at : undefined
}

/** Puts the items behind those of a list. */
export function extendList(list: ListObj, more: Obj, run: Run): void {
  changed(list, run)
  const items = itemsIn(more)
  const fits = items !== undefined && list.items.length + items.length <= longest
  if (fits) for (const item of items === list.items ? [...items] : items) list.items.push(item)
  if (!fits || isUnsteady(more)) list.uncertain = true
}

/** `a += b`: what can be changed in place is, for whoever else holds it; anything else is bound anew. */
export function augment(statement: AugmentedAssign, scope: Scope, run: Run): void {
  const { operator } = statement
  const before = run.evaluate(statement.target, scope)
  const value = run.evaluate(statement.value, scope)
  run.charge([before, value])
  if (!/^(list|set|dict)$/.test(kindOf(before))) {
    if (isUnknown(before)) letGo([before], run)
    assign(statement.target, binary(operator, before, value, run.branch), scope, run)
    return
  }
  if (isObject(before) && before.kind === 'list' && operator === '+') extendList(before, value, run)
  else letGo([before, value], run)
  if (statement.target.kind === 'name') scope.bind(statement.target.id, before)
}
