import type { ClassDefinition, For, FunctionDefinition, If, ImportedName, Statement, Try } from '../syntax/ast'
import { assign, augment } from './assign'
import { bindOnDemand } from './onDemand'
import { isUncertain, itemsIn, truth } from './certainty'
import { unknown, type ClassObj, type FunctionObj, type LazyObj, type Obj } from './object'
import type { Completion, Run } from './run'
import type { Scope } from './object'
import { isStringMethod } from './strings'

/** More rounds than any list of options has. */
const mostRounds = 5000

/** Follows a block of statements. */
export function executeBlock(body: readonly Statement[], scope: Scope, run: Run): Completion {
  let left = false
  for (let at = 0; at < body.length; at++) {
    if (!run.step()) return 'normal'
    const completion = executeStatement(body[at]!, scope, run)
    if (completion === 'perhaps') {
      // Some paths have left: what follows happens on the others only.
      const rest = body.slice(at + 1)
      const [end] = follow([() => executeBlock(rest, scope, run), () => 'normal'], scope, run)
      left = true
      if (end === 'return' || end === 'raise') return end === 'return' ? 'return' : 'perhaps'
      break
    }
    if (completion !== 'normal') return completion
  }
  return left ? 'perhaps' : 'normal'
}

function executeStatement(statement: Statement, scope: Scope, run: Run): Completion {
  switch (statement.kind) {
    case 'assign':
      if (statement.value) {
        const value = run.evaluate(statement.value, scope)
        for (const target of statement.targets) assign(target, value, scope, run)
      }
      return 'normal'
    case 'augmentedAssign':
      augment(statement, scope, run)
      return 'normal'
    case 'expression':
      run.evaluate(statement.value, scope)
      return 'normal'
    case 'import':
      for (const imported of statement.names) bindImport(imported, scope, run)
      return 'normal'
    case 'importFrom':
      for (const imported of statement.names) bindImportFrom(statement.module, statement.level, imported, scope, run)
      return 'normal'
    case 'function':
      scope.bind(statement.name, makeFunction(statement, scope, run))
      return 'normal'
    case 'class':
      scope.bind(statement.name, makeClass(statement, scope, run))
      return 'normal'
    case 'if':
      return executeIf(statement, scope, run)
    case 'for':
      return executeFor(statement, scope, run)
    case 'while': {
      if (truth(run.evaluate(statement.test, scope)) === false) return 'normal'
      scope.begin()
      const end = run.perhaps(() => run.execute(statement.body, scope))
      // Another round may give each name another value.
      for (const name of scope.takeBack().keys()) scope.bind(name, unknown)
      return end === 'return' || end === 'perhaps' ? 'perhaps' : 'normal'
    }
    case 'with':
      for (const item of statement.items) {
        run.evaluate(item.value, scope)
        if (item.target) assign(item.target, unknown, scope, run)
      }
      return run.execute(statement.body, scope)
    case 'try':
      return executeTry(statement, scope, run)
    case 'return': {
      scope.returned.push(statement.value ? run.evaluate(statement.value, scope) : null)
      return 'return'
    }
    case 'delete':
      for (const target of statement.targets) if (target.kind === 'name') scope.unbind(target.id)
      return 'normal'
    case 'global':
      for (const name of statement.names) scope.module.scope.unstable.add(name)
      return 'normal'
    case 'nonlocal':
      return 'normal'
    case 'raise':
    case 'break':
    case 'continue':
      return statement.kind
    case 'other':
      for (const block of statement.blocks) follow([() => run.execute(block, scope), () => 'normal'], scope, run)
      return 'normal'
  }
}

/** Follows each alternative as if it alone happened, and keeps what all agree on. Returns how each ended. */
function follow(branches: readonly (() => Completion)[], scope: Scope, run: Run): Completion[] {
  const made: Map<string, Obj>[] = []
  const ends = branches.map(branch => {
    scope.begin()
    const end = run.perhaps(branch)
    const names = scope.takeBack()
    // A path that has left binds nothing for what follows.
    if (end === 'normal' || end === 'perhaps') made.push(names)
    return end
  })
  if (made.length > 0) scope.merge(made)
  return ends
}

/** How a statement ended, of which one path among several happens. */
function together(ends: readonly Completion[]): Completion {
  // A path that raises an error ends the program or is somebody else's: the others decide.
  const going = ends.filter(end => end !== 'raise')
  if (going.length === 0) return 'raise'
  if (going.every(end => end === going[0])) return going[0]!
  return 'perhaps'
}

function executeIf(statement: If, scope: Scope, run: Run): Completion {
  const test = truth(run.evaluate(statement.test, scope))
  if (test !== undefined) return run.execute(test ? statement.then : statement.otherwise, scope)
  return together(
    follow([() => run.execute(statement.then, scope), () => run.execute(statement.otherwise, scope)], scope, run),
  )
}

function executeFor(statement: For, scope: Scope, run: Run): Completion {
  const iterable = run.evaluate(statement.iterable, scope)
  const items = itemsIn(iterable)
  const certain = items !== undefined && items.length <= mostRounds && !isUncertain(iterable)
  const rounds = items?.slice(0, mostRounds) ?? [unknown]
  let left = false
  let at = 0
  const round = (): Completion => {
    assign(statement.target, rounds[at]!, scope, run)
    return run.execute(statement.body, scope)
  }
  for (; at < rounds.length; at++) {
    let end: Completion
    if (certain && !left) end = round()
    else [end = 'normal'] = follow([round, () => 'normal'], scope, run)
    if (end === 'perhaps') left = true
    else if (end === 'break' && certain && !left) break
    else if (end === 'return' || end === 'raise') {
      if (certain && !left) return end
      if (end === 'return') left = true
    }
  }
  const end = run.execute(statement.otherwise, scope)
  return left && end === 'normal' ? 'perhaps' : end
}

function executeTry(statement: Try, scope: Scope, run: Run): Completion {
  const [handler] = statement.handlers
  if (handler && lacksAttribute(statement, scope, run)) return run.execute(handler.body, scope)
  const body = () => {
    const end = run.execute(statement.body, scope)
    return end === 'normal' ? run.execute(statement.otherwise, scope) : end
  }
  // Where options are declared, the library that they are made with can be imported.
  const caught = statement.body.some(importsOslo) ? [] : statement.handlers
  const handlers = caught.map(handler => () => {
    if (handler.name) scope.bind(handler.name, unknown)
    return run.execute(handler.body, scope)
  })
  const end = handlers.length > 0 ? together(follow([body, ...handlers], scope, run)) : body()
  const last = run.execute(statement.finally, scope)
  return last === 'normal' ? end : last
}

/** `try: get = x.get` with an `x` of which it is certain that it has no such attribute: plain text or a number. */
function lacksAttribute(statement: Try, scope: Scope, run: Run): boolean {
  const [only] = statement.body
  if (only?.kind !== 'assign' || only.value?.kind !== 'attribute') return false
  const object = run.evaluate(only.value.object, scope)
  return typeof object === 'number' || (typeof object === 'string' && !isStringMethod(only.value.name))
}

function importsOslo(statement: Statement): boolean {
  const oslo = /^oslo[._]config\b/
  if (statement.kind === 'import') return statement.names.some(imported => oslo.test(imported.name))
  return statement.kind === 'importFrom' && oslo.test(statement.module || statement.names[0]?.name || '')
}

function bindImport({ name, alias }: ImportedName, scope: Scope, run: Run): void {
  const bound = alias ?? name.split('.')[0]!
  const module = scope.module
  scope.bind(
    bound,
    lazy(() => importModule(alias ? name : bound, 0, module, run)),
  )
}

function bindImportFrom(from: string, level: number, imported: ImportedName, scope: Scope, run: Run): void {
  const module = scope.module
  if (imported.name === '*') {
    const source = lazy(() => importModule(from, level, module, run))
    scope.wildcards.push(name => {
      const resolved = source.resolve()
      if (name.startsWith('_') || typeof resolved !== 'object' || resolved?.kind !== 'module') return undefined
      return resolved.scope.own(name)
    })
    return
  }
  const value = lazy(() => {
    // A submodule is found without a look at its package, whose `__init__` may import half of the project.
    const path = from === '' ? imported.name : `${from}.${imported.name}`
    return (
      run.world.findModule(path, level, module) ?? run.attribute(importModule(from, level, module, run), imported.name)
    )
  })
  scope.bind(imported.alias ?? imported.name, value)
}

function importModule(name: string, level: number, from: Scope['module'], run: Run): Obj {
  const found = run.world.findModule(name, level, from)
  if (found) return found
  // Before 2015 the library was one part of a package that all of Oslo shared.
  return level > 0 ? unknown : { kind: 'external', path: name.replace(/^oslo\.config\b/, 'oslo_config') }
}

function lazy(find: () => Obj): LazyObj {
  let found: Obj | undefined
  let busy = false
  return {
    kind: 'lazy',
    resolve() {
      if (found !== undefined) return found
      // A name imported round in a circle has no value yet.
      if (busy) return unknown
      busy = true
      const value = find()
      busy = false
      found = typeof value === 'object' && value?.kind === 'lazy' ? value.resolve() : value
      return found
    },
  }
}

function makeFunction(definition: FunctionDefinition, scope: Scope, run: Run): FunctionObj {
  const defaults = new Map<string, Obj>()
  for (const parameter of definition.parameters) {
    const value = parameter.default
    if (value)
      defaults.set(
        parameter.name,
        lazy(() => run.evaluate(value, scope)),
      )
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

function makeClass(definition: ClassDefinition, scope: Scope, run: Run): ClassObj {
  // Most classes have nothing to do with options: what they derive from is looked up only when it matters.
  const bases = definition.bases.map(base => lazy(() => run.evaluate(base, scope)))
  const inner = scope.inner('class')
  const made: ClassObj = { kind: 'class', branch: run.branch, name: definition.name, definition, bases, scope: inner }
  inner.type = made
  const text = scope.module.text.slice(definition.start, definition.end)
  if (run.world.library.concerns(text)) run.execute(definition.body, inner)
  else bindOnDemand(definition.body, inner, run)
  return made
}
