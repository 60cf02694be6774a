import type { Assign, ClassDefinition, Expression, FunctionDefinition, Statement } from '../syntax/ast'
import { boundIn, callsOf, partsOf } from '../syntax/walk'
import { lazy } from './lazy'
import type { ClassObj, FunctionObj, Obj, Scope } from './object'
import { bindOnDemand, changedBy } from './onDemand'
import type { Run } from './run'

/** What `def` makes. */
export function makeFunction(definition: FunctionDefinition, scope: Scope, run: Run): FunctionObj {
  const defaults = new Map<string, Obj>()
  for (const parameter of definition.parameters) {
    const value = parameter.default
    if (value) defaults.set(parameter.name, valueFor(value, scope, run))
  }
  const decorators = definition.decorators.map(decorator =>
    decorator.kind === 'name' ? decorator.id : decorator.kind === 'attribute' ? decorator.name : '',
  )
  const decoration =
    decorators.length > 1 ? 'other' : decorators.length === 0 ? 'none' : (decorations[decorators[0]!] ?? 'other')
  return { kind: 'function', definition, name: definition.name, scope, defaults, decoration, owner: scope.type }
}

/** A default or base class, which Python evaluates with the definition. What other modules say of it can wait. */
function valueFor(value: Expression, scope: Scope, run: Run): Obj {
  if (value.kind === 'name') {
    const bound = scope.lookup(value.id)
    return bound === undefined ? { kind: 'external', path: `builtins.${value.id}` } : bound
  }
  return isLocal(value) ? run.evaluate(value, scope) : lazy(() => run.evaluate(value, scope))
}

/** Whether the expression is made of names and literals alone. */
function isLocal(expression: Expression): boolean {
  return expression.kind !== 'call' && expression.kind !== 'attribute' && partsOf(expression).every(isLocal)
}

const decorations: Readonly<Record<string, FunctionObj['decoration']>> = {
  staticmethod: 'static',
  classmethod: 'class',
  property: 'property',
  // What these add does not change what the function returns.
  cache: 'none',
  lru_cache: 'none',
  memoize: 'none',
  abstractmethod: 'none',
}

/** What `class` makes. */
export function makeClass(definition: ClassDefinition, scope: Scope, run: Run): ClassObj {
  // Most classes have nothing to do with options: what they derive from is looked up only when it matters.
  const bases = definition.bases.map(base => valueFor(base, scope, run))
  const inner = scope.inner('class')
  const made: ClassObj = { kind: 'class', branch: run.branch, name: definition.name, definition, bases, scope: inner }
  inner.type = made
  const text = scope.module.text.slice(definition.start, definition.end)
  if (run.world.library.concerns(text) || mayAct(definition)) run.execute(definition.body, inner)
  else {
    bindOnDemand(definition.body, inner, run)
    // What names outside stand for may be something else by the time somebody asks.
    for (const statement of definition.body) {
      if (statement.kind === 'assign' && statement.value && isLocal(statement.value)) {
        for (const name of boundIn([statement]).keys()) inner.own(name)
      }
    }
  }
  return made
}

/** Whether the body of a class may do more than give names their values. */
function mayAct({ body }: ClassDefinition): boolean {
  const functions = new Set(body.flatMap(each => (each.kind === 'function' ? each.name : [])))
  return body.some(statement => acts(statement, functions))
}

function acts(statement: Statement, functions: ReadonlySet<string>): boolean {
  switch (statement.kind) {
    case 'expression':
      return statement.value.kind !== 'string'
    case 'class':
      return mayAct(statement)
    case 'assign':
      return !changedBy(statement).next().done || callsOwn(statement, functions) || handsOver(statement)
    default:
      return !['function', 'import', 'importFrom'].includes(statement.kind)
  }
}

/** Whether the value calls something with what a name stands for, which may then be changed. */
function handsOver({ value }: Assign): boolean {
  return (
    value !== undefined && [...callsOf(value)].some(call => call.arguments.some(({ value: given }) => isHeld(given)))
  )
}

/** Whether it is what a name stands for, or a container that may hold that. */
function isHeld(value: Expression): boolean {
  if (value.kind === 'name') return true
  return ['list', 'tuple', 'set', 'dict', 'starred'].includes(value.kind) && partsOf(value).some(isHeld)
}

/** Whether the value calls a function that stands in the same body. */
function callsOwn({ value }: Assign, functions: ReadonlySet<string>): boolean {
  const calls = value && functions.size > 0 ? [...callsOf(value)] : []
  return calls.some(({ callee }) => callee.kind === 'name' && functions.has(callee.id))
}
