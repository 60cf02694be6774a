import { attributeOf, ancestors, findMember, methodOf } from './attributes'
import { callBuiltin } from '../operations/builtins'
import { callContainerMethod, changesNothing } from '../operations/containers'
import { raised, returned, surely } from './completion'
import { asksMachine, dependsOnMachine } from '../operations/environment'
import { letGo, unknownFrom } from './doubt'
import {
  isObject,
  isUnknown,
  orUnknown,
  unknown,
  valuesOf,
  type BoundObj,
  type ClassObj,
  type ExternalObj,
  type FunctionObj,
  type InstanceObj,
  type Obj,
  type Passed,
} from '../values/object'
import type { Run, Site } from './run'
import { join } from './scope'
import { resolved } from '../values/lazy'
import { callStringMethod } from '../operations/strings'

/** Calls whatever was called. */
export function callObject(callee: Obj, passed: Passed, site: Site | undefined, run: Run): Obj {
  if (!isObject(callee)) return unknown
  switch (callee.kind) {
    case 'function':
      return run.callFunction(callee, passed, undefined)
    case 'bound':
      return callBound(callee, passed, run)
    case 'class':
      return makeInstance(callee, passed, site, run)
    case 'external':
      return callExternal(callee, passed, site, run)
    default:
      letGo(valuesOf(passed), run)
      return unknown
  }
}

function callBound(callee: BoundObj, passed: Passed, run: Run): Obj {
  return run.callFunction(callee.method, passed, callee.self)
}

function callExternal(callee: ExternalObj, passed: Passed, site: Site | undefined, run: Run): Obj {
  const library = run.world.library.callExternal(callee, passed, site, run)
  if (library !== undefined) return library
  const builtin = callBuiltin(callee.path, passed, run)
  if (builtin !== undefined) return builtin
  if (asksMachine(callee.path) || run.world.conventions.asksMachine(callee.path)) return dependsOnMachine
  letGo(valuesOf(passed), run, callsWhatItIsGiven.test(callee.path))
  return unknown
}

/** Functions of Python's that are not followed and call what they are given. */
const callsWhatItIsGiven = /^builtins\.(map|filter)$|^functools\.reduce$/

/** Calls a method by its name. */
export function callMethodOf(object: Obj, name: string, passed: Passed, site: Site | undefined, run: Run): Obj {
  if (typeof object === 'string') {
    return callStringMethod(object, name, passed, run)
  }
  if (!isObject(object)) return unknown
  switch (object.kind) {
    case 'list':
    case 'tuple':
    case 'set':
    case 'dict':
      return callContainerMethod(object, name, passed, run)
    case 'unknown':
    case 'library':
    case 'instance': {
      // An instance's own methods go first: it may well have a `register_opts` of its own.
      const own = object.kind === 'instance' ? attributeOf(object, name, run) : unknown
      if (!isUnknown(own)) return run.call(own, passed, site)
      const answer = run.world.library.callMethod(object, name, passed, site, run)
      if (answer !== undefined) return answer
      const held = [object, ...passed.positional]
      if (!changesNothing.test(name)) letGo([object, ...valuesOf(passed)], run)
      return unknownFrom(held)
    }
    case 'external': {
      const answer = run.world.library.callMethod(object, name, passed, site, run)
      return answer === undefined ? run.call(attributeOf(object, name, run), passed, site) : answer
    }
    case 'super': {
      const member = attributeOf(object, name, run)
      if (!isUnknown(member)) return run.call(member, passed, site)
      const line = ancestors(object.after)
      const base = line.find((ancestor): ancestor is ExternalObj => ancestor.kind === 'external')
      return (
        (base && name === '__init__' ? run.world.library.initialize(object, base, passed, run) : undefined) ?? unknown
      )
    }
    case 'class': {
      const method = methodOf(object, name)
      if (method?.decoration === 'class') return run.callFunction(method, passed, object)
      return run.call(findMember(object, name) ?? unknown, passed, site)
    }
    default:
      return run.call(attributeOf(object, name, run), passed, site)
  }
}

function makeInstance(type: ClassObj, passed: Passed, site: Site | undefined, run: Run): Obj {
  const line = ancestors(type)
  const base = line.find(
    (ancestor): ancestor is ExternalObj => ancestor.kind === 'external' && ancestor.path !== 'builtins.object',
  )
  if (base) {
    const made = run.world.library.construct(type, base, passed, site, run)
    if (made !== undefined) return made
  }
  const instance: InstanceObj = { kind: 'instance', branch: run.branch, type, attributes: new Map() }
  const initializer = methodOf(type, '__init__')
  if (initializer) run.callFunction(initializer, passed, instance)
  else letGo(valuesOf(passed), run)
  return instance
}

function defaultOf(callee: FunctionObj, parameter: string): Obj {
  return resolved(orUnknown(callee.defaults.get(parameter)))
}

/** Binds arguments to parameters and follows the body; `self` goes before the other arguments. */
export function followFunction(callee: FunctionObj, passed: Passed, self: Obj | undefined, run: Run): Obj {
  const scope = callee.scope.inner('function')
  const positional = self === undefined ? [...passed.positional] : [self, ...passed.positional]
  const keywords = new Map(passed.keywords)
  const first = callee.definition.parameters[0]
  for (const parameter of callee.definition.parameters) {
    let value: Obj | undefined
    if (parameter.kind === 'rest') {
      const items = positional.splice(0)
      value = passed.open ? unknown : { kind: 'tuple', items }
    } else if (parameter.kind === 'keywordRest') {
      value = { kind: 'dict', entries: [...keywords], branch: run.branch, uncertain: passed.open }
    } else {
      value = parameter.kind === 'plain' ? positional.shift() : undefined
      if (value === undefined && keywords.has(parameter.name)) value = keywords.get(parameter.name)
      keywords.delete(parameter.name)
      // Something unpacked into the call may have gone to this parameter.
      if (value === undefined) value = passed.open ? unknown : defaultOf(callee, parameter.name)
    }
    scope.bind(parameter.name, orUnknown(value))
  }
  if (callee.owner && first) {
    scope.method = { owner: callee.owner, self: orUnknown(scope.names.get(first.name)) }
  }
  const { definition } = callee
  if (definition.kind === 'lambda') return run.evaluate(definition.body, scope)
  const body = definition.body ?? []
  if (definition.isGenerator) {
    // It runs when somebody goes through it, if ever.
    return run.perhaps(() => {
      const yielded = (scope.yielded = { kind: 'list', items: [], branch: run.branch, uncertain: false })
      run.execute(body, scope)
      return callee.decoration === 'other'
        ? unknownFrom([...yielded.items, ...passed.positional])
        : { ...yielded, kind: 'iterator' }
    })
  }
  const end = run.execute(body, scope)
  if (callee.decoration === 'other') return unknownFrom([...scope.returned, ...passed.positional])
  if (surely(end, returned)) return join(scope.returned)
  if (end === raised) return unknown
  return join([...scope.returned, null])
}
