import type { Statement } from '../../syntax/ast'
import { assign, augment, remove } from './assign'
import { broke, continued, endOfAny, may, normal, raised, returned, type Completion } from './completion'
import { makeClass, makeFunction } from './definitions'
import { letGo, unknownFrom } from './doubt'
import { alternatives, executeFor, executeIf, executeTry, executeWhile } from './flow'
import { bindImport, bindImportFrom } from './imports'
import { unknown, type Scope } from '../values/object'
import type { Run } from './run'

/** Follows a block of statements. */
export function executeBlock(body: readonly Statement[], scope: Scope, run: Run): Completion {
  for (let at = 0; at < body.length; at++) {
    if (!run.step()) return lost(scope)
    const end = executeStatement(body[at]!, scope, run)
    if (end === normal) continue
    if (!may(end, normal)) return end
    // Some paths have left: what follows happens on the others only.
    const rest = body.slice(at + 1)
    const [last = normal] = alternatives([() => executeBlock(rest, scope, run), () => normal], scope, run)
    return endOfAny([end & ~normal, last])
  }
  return normal
}

/** How a block ends that is not followed further: it may well have returned something. */
export function lost(scope: Scope): Completion {
  scope.returned.push(unknown)
  return normal | returned
}

function executeStatement(statement: Statement, scope: Scope, run: Run): Completion {
  switch (statement.kind) {
    case 'assign':
      if (statement.value) {
        const value = run.evaluate(statement.value, scope)
        for (const target of statement.targets) assign(target, value, scope, run)
      }
      return normal
    case 'augmentedAssign':
      augment(statement, scope, run)
      return normal
    case 'expression':
      run.evaluate(statement.value, scope)
      return normal
    case 'import':
      for (const imported of statement.names) bindImport(imported, scope, run)
      return normal
    case 'importFrom':
      for (const imported of statement.names) bindImportFrom(statement.module, statement.level, imported, scope, run)
      return normal
    case 'function':
      scope.bind(statement.name, makeFunction(statement, scope, run))
      return normal
    case 'class':
      scope.bind(statement.name, makeClass(statement, scope, run))
      return normal
    case 'if':
      return executeIf(statement, scope, run)
    case 'for':
      return executeFor(statement, scope, run)
    case 'while':
      return executeWhile(statement, scope, run)
    case 'with':
      for (const item of statement.items) {
        const value = run.evaluate(item.value, scope)
        if (item.target) assign(item.target, unknownFrom([value]), scope, run)
      }
      return run.execute(statement.body, scope)
    case 'try':
      return executeTry(statement, scope, run)
    case 'return': {
      scope.returned.push(statement.value ? run.evaluate(statement.value, scope) : null)
      return returned
    }
    case 'delete':
      for (const target of statement.targets) remove(target, scope, run)
      return normal
    case 'global':
      for (const name of statement.names) rebindElsewhere(name, scope.module.scope, scope, run)
      return normal
    case 'nonlocal':
      for (const name of statement.names) rebindElsewhere(name, ownerOf(name, scope), scope, run)
      return normal
    case 'raise':
      return raised
    case 'break':
      return broke
    case 'continue':
      return continued
    case 'other': {
      const blocks = statement.blocks.map(block => () => run.execute(block, scope))
      return blocks.length > 0 ? endOfAny(alternatives([...blocks, () => normal], scope, run)) : normal
    }
  }
}

/** An inner function is about to bind the owner's name, or to change what it stands for. */
function rebindElsewhere(name: string, owner: Scope | undefined, scope: Scope, run: Run): void {
  if (!owner) return
  owner.destabilize(name)
  scope.elsewhere.set(name, owner)
  letGo([owner.names.get(name)], run)
}

/** The surrounding function's scope that binds a name. */
function ownerOf(name: string, scope: Scope): Scope | undefined {
  let outer = scope.parent
  while (outer && (outer.kind !== 'function' || !outer.names.has(name))) outer = outer.parent
  return outer
}
