import { unknownFrom } from './doubt'
import { memberOf } from '../values/enums'
import { externalValue } from '../operations/environment'
import { resolved } from '../values/lazy'
import {
  isObject,
  orUnknown,
  unknown,
  type BoundObj,
  type ClassObj,
  type ExternalObj,
  type FunctionObj,
  type InstanceObj,
  type ModuleObj,
  type Obj,
  type SuperObj,
} from '../values/object'
import type { Run } from './run'

/** An attribute, as Python looks it up; unknown where that cannot be told. */
export function attributeOf(object: Obj, name: string, run: Run): Obj {
  // Of strings and numbers only those that are members of an enumeration have a value.
  if (!isObject(object)) return name === 'value' && object !== null ? object : unknown
  switch (object.kind) {
    case 'module':
      return moduleAttribute(object, name, run)
    case 'external': {
      const path = `${object.path}.${name}`
      return externalValue(path) ?? run.world.conventions.valueAt(path) ?? { kind: 'external', path }
    }
    case 'class': {
      if (name === '__name__') return object.name
      const found = findMember(object, name)
      return found === undefined ? unknown : (memberOf(object, name, found) ?? found)
    }
    case 'instance':
      return instanceAttribute(object, name, run)
    case 'super': {
      const found = findAfter(object, name)
      return found === undefined ? unknown : bind(found, object.self, run)
    }
    case 'library':
      return orUnknown(run.world.library.attribute(object, name, run))
    default:
      return unknownFrom([object])
  }
}

function moduleAttribute(module: ModuleObj, name: string, run: Run): Obj {
  const found = module.scope.own(name)
  if (found !== undefined) return resolved(found)
  // A submodule counts once it has been imported, which somebody surely did.
  return (module.file.endsWith('__init__.py') ? run.world.findModule(name, 1, module) : undefined) ?? unknown
}

function instanceAttribute(object: InstanceObj, name: string, run: Run): Obj {
  const own = object.attributes.get(name)
  if (own !== undefined) return own
  if (name === '__class__') return object.type
  const found = findMember(object.type, name)
  return found === undefined ? unknown : bind(found, object, run)
}

function bind(member: Obj, self: Obj, run: Run): Obj {
  if (!isObject(member) || member.kind !== 'function') return member
  if (member.decoration === 'static') return member
  if (member.decoration === 'property')
    return run.callFunction(member, { positional: [], keywords: new Map(), open: false }, self)
  const receiver = member.decoration === 'class' && isObject(self) && self.kind === 'instance' ? self.type : self
  return { kind: 'bound', self: receiver, method: member } satisfies BoundObj
}

/** A member of a class or of the classes it derives from, the first found. */
export function findMember(type: ClassObj, name: string): Obj | undefined {
  for (const ancestor of ancestors(type)) {
    if (ancestor.kind !== 'class') continue
    const value = ancestor.scope.own(name)
    if (value !== undefined) return resolved(value)
  }
  return undefined
}

/** A member that is a function of the class body's. */
export function methodOf(type: ClassObj, name: string): FunctionObj | undefined {
  const member = findMember(type, name)
  return member !== undefined && isObject(member) && member.kind === 'function' ? member : undefined
}

function findAfter(object: SuperObj, name: string): Obj | undefined {
  const type = isObject(object.self) && object.self.kind === 'instance' ? object.self.type : object.after
  const line = ancestors(type)
  const at = line.indexOf(object.after)
  for (const ancestor of line.slice(at + 1)) {
    const value = ancestor.kind === 'class' ? ancestor.scope.own(name) : undefined
    if (value !== undefined) return resolved(value)
  }
  return undefined
}

/**
 * A class and all that it derives from: depth first, which is Python's order except for diamonds. External classes are
 * listed too; what cannot be told is left out.
 */
export function ancestors(type: ClassObj, seen: ReadonlySet<ClassObj> = new Set()): (ClassObj | ExternalObj)[] {
  if (seen.has(type) || seen.size > 30) return []
  const deeper = new Set([...seen, type])
  return [
    type,
    ...type.bases.flatMap(base => {
      const value = resolved(base)
      if (!isObject(value)) return []
      if (value.kind === 'class') return ancestors(value, deeper)
      return value.kind === 'external' ? [value] : []
    }),
  ]
}
