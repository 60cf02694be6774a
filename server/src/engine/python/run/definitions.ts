import type { ClassDefinition, FunctionDefinition } from '../../syntax/ast'
import type { ClassObj, FunctionObj, Obj, Scope } from '../values/object'
import type { Run } from './run'

/** What `def` makes. */
export function makeFunction(definition: FunctionDefinition, scope: Scope, run: Run): FunctionObj {
  const defaults = new Map<string, Obj>()
  for (const parameter of definition.parameters) {
    const value = parameter.default
    if (value) defaults.set(parameter.name, run.evaluate(value, scope))
  }
  const decorators = definition.decorators.map(decorator =>
    decorator.kind === 'name' ? decorator.id : decorator.kind === 'attribute' ? decorator.name : '',
  )
  const decoration =
    decorators.length > 1 ? 'other' : decorators.length === 0 ? 'none' : (decorations[decorators[0]!] ?? 'other')
  return { kind: 'function', definition, name: definition.name, scope, defaults, decoration, owner: scope.type }
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
  const bases = definition.bases.map(base => run.evaluate(base, scope))
  const inner = scope.inner('class')
  const made: ClassObj = { kind: 'class', branch: run.branch, name: definition.name, definition, bases, scope: inner }
  inner.type = made
  run.execute(definition.body, inner)
  return made
}
