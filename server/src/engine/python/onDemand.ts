import type { Expression, Statement } from '../syntax/ast'
import { blocksOf } from '../syntax/walk'
import { orUnknown, unknown } from './object'
import type { Run } from './run'
import type { Scope } from './object'

/**
 * Lets a block be followed name by name, when somebody asks for one: most modules and classes are looked at for a
 * single constant. A name that a single statement gives its value is bound by following that statement alone; for any
 * other the whole block is followed, in its order.
 */
export function bindOnDemand(body: readonly Statement[], scope: Scope, run: Run): void {
  const binders = bindersOf(body)
  const busy = new Set<Statement>()
  let whole = false
  for (const statement of body) if (isWildcard(statement)) run.execute([statement], scope)
  scope.wildcards.unshift(name => {
    const statements = binders.get(name)
    if (!statements) return undefined
    const [only, ...more] = statements
    if (whole || !only || busy.has(only)) return unknown
    if (more.length > 0) {
      whole = true
      run.execute(body, scope)
    } else {
      busy.add(only)
      run.execute([only], scope)
    }
    return orUnknown(scope.names.get(name))
  })
}

function isWildcard(statement: Statement): boolean {
  return statement.kind === 'importFrom' && statement.names.some(imported => imported.name === '*')
}

/** The statements that bind or change each name. */
function bindersOf(body: readonly Statement[]): ReadonlyMap<string, readonly Statement[]> {
  const binders = new Map<string, Statement[]>()
  for (const statement of body) {
    for (const name of new Set(affectedBy(statement))) {
      const statements = binders.get(name)
      if (statements) statements.push(statement)
      else binders.set(name, [statement])
    }
  }
  return binders
}

/** The names that a statement binds, or whose value it may change. */
function* affectedBy(statement: Statement): Generator<string> {
  switch (statement.kind) {
    case 'assign':
      for (const target of statement.targets) yield* targetNames(target)
      return
    case 'augmentedAssign':
      yield* targetNames(statement.target)
      return
    case 'expression':
      // `names.append('x')`, `change(names)`.
      if (statement.value.kind === 'call') {
        if (statement.value.callee.kind === 'attribute') yield* targetNames(statement.value.callee.object)
        for (const argument of statement.value.arguments) yield* targetNames(argument.value)
      }
      return
    case 'import':
      for (const { name, alias } of statement.names) yield alias ?? name.split('.')[0]!
      return
    case 'importFrom':
      for (const { name, alias } of statement.names) yield alias ?? name
      return
    case 'function':
    case 'class':
      yield statement.name
      return
    case 'delete':
      for (const target of statement.targets) yield* targetNames(target)
      return
    case 'for':
      yield* targetNames(statement.target)
      break
    case 'with':
      for (const item of statement.items) if (item.target) yield* targetNames(item.target)
      break
    default:
  }
  for (const block of blocksOf(statement)) for (const inner of block) yield* affectedBy(inner)
}

/** The names at the root of a target: `a` for `a`, `a.b`, `a[0]`. */
function* targetNames(target: Expression): Generator<string> {
  if (target.kind === 'name') yield target.id
  else if (target.kind === 'attribute' || target.kind === 'subscript') yield* targetNames(target.object)
  else if (target.kind === 'starred') yield* targetNames(target.value)
  else if (target.kind === 'tuple' || target.kind === 'list') for (const item of target.items) yield* targetNames(item)
}
