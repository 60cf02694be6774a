import type { Node } from './node'
import type { Expression } from './ast'

/** Where tree-sitter's grammar and Python's own read an expression differently. */

/** tree-sitter binds `^` tighter than `&`, Python does not: whether a node mixes the two without parentheses. */
export function mixesBitwise(node: Node, operator: string): boolean {
  return (
    operator === '&' &&
    node.namedChildren.some(
      child => child.type === 'binary_operator' && child.childForFieldName('operator')?.type === '^',
    )
  )
}

/** tree-sitter reads the first item of `[*f(x), y]` as a call of `*f`: in Python, the star stands before all of it. */
export function hoistStar(expression: Expression): Expression {
  const { start, end } = expression
  const around = (inner: Expression, rest: (value: Expression) => Expression): Expression =>
    inner.kind === 'starred' ? { kind: 'starred', value: rest(inner.value), start, end } : expression
  switch (expression.kind) {
    case 'call':
      return around(expression.callee, callee => ({ ...expression, callee, start: callee.start }))
    case 'attribute':
    case 'subscript':
      return around(expression.object, object => ({ ...expression, object, start: object.start }))
    case 'binary':
    case 'logical':
      return around(expression.left, left => ({ ...expression, left, start: left.start }))
    default:
      return expression
  }
}
