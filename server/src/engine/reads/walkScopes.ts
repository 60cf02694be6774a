import type { Expression, Statement } from '../syntax/ast'
import { blocksOf, expressionsOf } from '../syntax/walk'
import type { Scope, Scopes } from './scopes'

/** Is shown every statement with the scope that it stands in, and the expressions that belong to it. */
export interface Visitor {
  statement?(statement: Statement, scope: Scope): void
  expression?(expression: Expression, scope: Scope, statement: Statement): void
}

/** Goes through statements in their order, functions and classes included. */
export function walkScopes(body: readonly Statement[], scope: Scope, scopes: Scopes, visitor: Visitor): void {
  for (const statement of body) {
    visitor.statement?.(statement, scope)
    for (const each of expressionsOf(statement)) visitor.expression?.(each, scope, statement)
    const inner =
      statement.kind === 'function' || statement.kind === 'class' ? (scopes.of.get(statement) ?? scope) : scope
    for (const block of blocksOf(statement)) walkScopes(block, inner, scopes, visitor)
  }
}
