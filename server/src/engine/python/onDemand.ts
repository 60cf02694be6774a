import type { Expression, Statement } from '../syntax/ast'
import { blocksOf, boundIn, callsOf, expressionsOf } from '../syntax/walk'
import { orUnknown, unknown, type Obj, type Scope } from './object'
import type { Run } from './run'

/**
 * Lets a block be followed name by name, when somebody asks for one: most modules and classes are looked at for a
 * single constant. A name that a single statement gives its value is bound by following that statement alone; for any
 * other the whole block is followed, in its order.
 */
export function bindOnDemand(body: readonly Statement[], scope: Scope, run: Run): void {
  const binders = bindersOf(body)
  const busy = new Set<Statement>()
  let whole = false
  /** What the names stand for once the whole block has been followed. */
  let settled: ReadonlyMap<string, Obj> | undefined
  for (const statement of body) if (isWildcard(statement)) run.execute([statement], scope)
  scope.wildcards.unshift(name => {
    const statements = binders.get(name)
    if (!statements) return undefined
    const [only, ...more] = statements
    if (whole || !only || busy.has(only)) return unknown
    if (more.length > 0) {
      whole = true
      run.execute(body, scope)
      settled = new Map(scope.names)
    } else {
      busy.add(only)
      run.execute([only], scope)
      // The statement itself may have asked for the whole block: what was true where it stands counts.
      for (const [each, value] of settled ?? []) scope.bind(each, value)
    }
    // What was not followed to its end may have bound the name anew.
    return run.step() ? orUnknown(scope.names.get(name)) : unknown
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
function* affectedBy(statement: Statement, inFunction = false): Generator<string> {
  if (!inFunction) yield* boundIn([statement]).keys()
  yield* changedBy(statement)
  const within = inFunction || statement.kind === 'function'
  for (const block of blocksOf(statement)) for (const inner of block) yield* affectedBy(inner, within)
}

/** Methods that change what they are called on. */
const mutators =
  /^(append|extend|insert|remove|pop|popitem|clear|sort|reverse|update|setdefault|add|discard|\w+_update|set_default)$/

/** The names whose value a statement by itself changes in place: `x[0] = 1`, `x.append(1)`, `del x[0]`, `change(x)`. */
export function* changedBy(statement: Statement): Generator<string> {
  const targets =
    statement.kind === 'assign' || statement.kind === 'delete'
      ? statement.targets
      : statement.kind === 'augmentedAssign'
        ? [statement.target]
        : []
  for (const target of targets) if (target.kind !== 'name') yield* targetNames(target)
  if (statement.kind === 'expression' && statement.value.kind === 'call') {
    for (const argument of statement.value.arguments) yield* targetNames(argument.value)
  }
  for (const expression of expressionsOf(statement)) {
    for (const { callee } of callsOf(expression)) {
      if (callee.kind === 'attribute' && mutators.test(callee.name)) yield* targetNames(callee.object)
    }
  }
}

/** The names at the root of a target: `a` for `a`, `a.b`, `a[0]`. */
function* targetNames(target: Expression): Generator<string> {
  if (target.kind === 'name') yield target.id
  else if (target.kind === 'attribute' || target.kind === 'subscript') yield* targetNames(target.object)
  else if (target.kind === 'call') yield* targetNames(target.callee)
  else if (target.kind === 'starred') yield* targetNames(target.value)
  else if (target.kind === 'tuple' || target.kind === 'list') for (const item of target.items) yield* targetNames(item)
}
