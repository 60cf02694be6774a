import type { Node } from './node'
import type { Span } from '../text'
import type { ClassDefinition, FunctionDefinition } from './ast'
import { lowerExpression, lowerParameters } from './lowerExpression'
import { expressions as parts, textOf, type BlockLowering } from './nodes'

/** A function's plain form. */
export function lowerFunction(
  node: Node,
  lowering: BlockLowering,
  span: Span,
  decorators: FunctionDefinition['decorators'],
): FunctionDefinition {
  const children = parts(node)
  const parameters = children.find(child => child.type === 'parameters')
  const block = children.find(child => child.type === 'block')
  const text = block ? textOf(block, lowering) : ''
  const outer = lowering.yields
  lowering.yields = false
  const body = lowering.keepsBody(text) ? lowering.block(block ?? null) : undefined
  const isGenerator = lowering.yields
  lowering.yields = outer
  return {
    kind: 'function',
    name: children[0]?.type === 'identifier' ? textOf(children[0], lowering) : '',
    parameters: parameters ? lowerParameters(parameters, lowering) : [],
    body,
    decorators,
    isGenerator,
    start: span.start,
    end: span.end,
  }
}

/** A class's plain form. */
export function lowerClass(
  node: Node,
  lowering: BlockLowering,
  span: Span,
  decorators: ClassDefinition['decorators'],
): ClassDefinition {
  const children = parts(node)
  const bases = children.find(child => child.type === 'argument_list')
  return {
    kind: 'class',
    name: children[0]?.type === 'identifier' ? textOf(children[0], lowering) : '',
    bases: bases
      ? parts(bases)
          .filter(child => child.type !== 'keyword_argument')
          .map(child => lowerExpression(child, lowering))
      : [],
    body: lowering.block(children.find(child => child.type === 'block') ?? null),
    decorators,
    start: span.start,
    end: span.end,
  }
}
