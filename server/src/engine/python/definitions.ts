import type { ClassDefinition, Expression, FunctionDefinition } from '../syntax/ast'
import { partsOf } from '../syntax/walk'
import { lazy } from './lazy'
import type { ClassObj, FunctionObj, Obj, Scope } from './object'
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
  run.execute(definition.body, inner)
  return made
}
