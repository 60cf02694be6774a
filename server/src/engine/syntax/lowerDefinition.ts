import type { Node } from 'web-tree-sitter'
import type { Span } from '../text'
import type { ClassDefinition, FunctionDefinition } from './ast'
import { lowerExpression, lowerParameters } from './lowerExpression'
import { expressions as parts, textOf, type BlockLowering } from './nodes'

/**
 * Function bodies longer than this are kept only when their text has to do with options: the methods of a driver class
 * are most of its file and none of our business.
 */
const shortBody = 1500
const concernsOptions =
  /Opt\b|Opts\b|_opts?\b|\bopts\b|register|set_default|set_override|nova-review|\b(global|nonlocal)\b/

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
  const kept = text.length <= shortBody || concernsOptions.test(text)
  const outer = lowering.yields
  lowering.yields = false
  const body = kept ? lowering.block(block ?? null) : undefined
  const isGenerator = lowering.yields
  lowering.yields = outer
  return {
    kind: 'function',
    name: children[0]?.type === 'identifier' ? textOf(children[0], lowering) : '',
    parameters: parameters ? lowerParameters(parameters, lowering) : [],
    body,
    decorators,
    isGenerator,
    ...span,
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
    ...span,
  }
}
