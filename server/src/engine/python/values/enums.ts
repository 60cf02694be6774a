import type { Expression } from '../../syntax/ast'
import { resolved } from './lazy'
import { isObject, type ClassObj, type Obj } from './object'

/**
 * Classes that derive from those of the module `enum`. A member of an `IntEnum`, or of a `class E(str, Enum)`, is an
 * int or a string that is used like any other: it stands for its value here.
 */

/** Whether a class is an enumeration; `plain` when its members are nothing but members. */
export function enumKind(type: ClassObj): 'plain' | 'mixed' | undefined {
  const paths = basePaths(type)
  if (!paths.some(path => /^enum\.(Int|Str)?(Enum|Flag)$/.test(path))) return undefined
  return paths.every(path => /^enum\.(Enum|Flag)$|^builtins\.object$/.test(path)) ? 'plain' : 'mixed'
}

/** The classes from outside the project that a class derives from, at whatever remove. */
function basePaths(type: ClassObj): readonly string[] {
  const paths: string[] = []
  const classes = new Set([type])
  for (const each of classes) {
    for (const base of each.bases) {
      const value = resolved(base)
      if (!isObject(value)) continue
      if (value.kind === 'external') paths.push(value.path)
      else if (value.kind === 'class') classes.add(value)
    }
  }
  return paths
}

/** What `Class.NAME` is when the class body binds the name to `value`; undefined where that makes no member. */
export function memberOf(type: ClassObj, name: string, value: Obj): Obj | undefined {
  const isMethod = isObject(value) && (value.kind === 'function' || value.kind === 'class')
  const kind = isMethod || /^_/.test(name) ? undefined : enumKind(type)
  if (kind === undefined) return undefined
  if (kind === 'mixed') return value
  return {
    kind: 'instance',
    branch: 0,
    type,
    attributes: new Map<string, Obj>([
      ['name', name],
      ['value', value],
    ]),
  }
}

/** The members in their order, as iterating over the class gives them; undefined for any other class. */
export function membersOf(type: ClassObj): readonly Obj[] | undefined {
  if (enumKind(type) === undefined) return undefined
  const members: Obj[] = []
  const values: Obj[] = []
  for (const statement of type.definition.body) {
    if (statement.kind !== 'assign' || !statement.value) continue
    for (const name of statement.targets.filter(isName).map(target => target.id)) {
      const value = type.scope.own(name)
      const member = value === undefined ? undefined : memberOf(type, name, value)
      // Another name for the same value is no member of its own.
      if (value === undefined || member === undefined || values.includes(value)) continue
      values.push(value)
      members.push(member)
    }
  }
  return members
}

function isName(target: Expression): target is Extract<Expression, { kind: 'name' }> {
  return target.kind === 'name'
}
