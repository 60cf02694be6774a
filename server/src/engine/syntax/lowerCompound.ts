import type { Node } from './node'
import type { Span } from '../text'
import type { If, Statement, Try, With } from './ast'
import { lowerExpression } from './lowerExpression'
import { blockOf, deepestNesting, expressions as parts, other, spanOf, type BlockLowering } from './nodes'

/** `if`, with its `elif`s as ifs within its `else`. */
export function lowerIf(node: Node, lowering: BlockLowering, span: Span): Statement {
  const clauses = [node, ...parts(node).filter(child => child.type === 'elif_clause')]
  const last = parts(node).find(child => child.type === 'else_clause')
  let otherwise = last ? lowering.block(blockOf(last)) : []
  const [first, ...rest] = clauses.map((clause): If => {
    const test = parts(clause).find(child => child.type !== 'block')
    const where = spanOf(clause)
    return {
      kind: 'if',
      test:
        test && test.type !== 'elif_clause' && test.type !== 'else_clause'
          ? lowerExpression(test, lowering)
          : other(where),
      then: lowering.block(blockOf(clause)),
      otherwise: [],
      start: where.start,
      end: where.end,
    }
  })
  // A chain as long as nobody writes would make a tree as deep.
  if (rest.length > deepestNesting) {
    const blocks = [first!, ...rest].map(each => each.then)
    return {
      kind: 'other',
      expressions: [first!.test, ...rest.map(each => each.test)],
      blocks: [...blocks, otherwise],
      start: span.start,
      end: span.end,
    }
  }
  for (const each of rest.reverse()) otherwise = [{ ...each, otherwise }]
  return { ...first!, otherwise, start: span.start, end: span.end }
}

/** `with`. */
export function lowerWith(children: readonly Node[], lowering: BlockLowering, span: Span): With {
  const items = (children[0]?.namedChildren ?? [])
    .filter(item => item.type === 'with_item')
    .map(item => {
      const value = item.namedChildren[0]
      if (value?.type !== 'as_pattern')
        return { value: value ? lowerExpression(value, lowering) : other(span), target: undefined }
      const [made, target] = value.namedChildren
      const name = target?.namedChildren[0]
      return {
        value: made ? lowerExpression(made, lowering) : other(span),
        target: name && lowerExpression(name, lowering),
      }
    })
  return {
    kind: 'with',
    items,
    body: lowering.block(children.find(child => child.type === 'block') ?? null),
    start: span.start,
    end: span.end,
  }
}

/** A case binds the names in its patterns to something that is not followed: so does `with`. */
export function lowerCase(children: readonly Node[], lowering: BlockLowering, span: Span): With {
  const block = children.find(child => child.type === 'block')
  const items: With['items'][number][] = []
  for (const child of children) {
    if (child === block) continue
    const value = lowerExpression(child, lowering)
    const names = child.type === 'case_pattern' ? child.descendantsOfType('identifier') : []
    items.push({ value, target: undefined })
    for (const name of names) items.push({ value: other(spanOf(name)), target: lowerExpression(name, lowering) })
  }
  return { kind: 'with', items, body: lowering.block(block ?? null), start: span.start, end: span.end }
}

/** `try`. */
export function lowerTry(children: readonly Node[], lowering: BlockLowering, span: Span): Try {
  const clause = (type: string): Statement[] => {
    const found = children.find(child => child.type === type)
    return found ? lowering.block(blockOf(found)) : []
  }
  const handlers = children
    .filter(child => child.type === 'except_clause' || child.type === 'except_group_clause')
    .map(child => {
      const alias = /\bas\s+(\w+)\s*:/.exec(
        lowering.text.slice(child.startIndex, blockOf(child)?.startIndex ?? child.endIndex),
      )
      return { name: alias?.[1], body: lowering.block(blockOf(child)) }
    })
  const body = lowering.block(children[0]?.type === 'block' ? children[0] : null)
  return {
    kind: 'try',
    body,
    handlers,
    otherwise: clause('else_clause'),
    finally: clause('finally_clause'),
    start: span.start,
    end: span.end,
  }
}
