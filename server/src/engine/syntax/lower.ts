import type { Node } from './node'
import type { Span } from '../text'
import type { Statement, SyntaxModule } from './ast'
import { lowerCase, lowerIf, lowerTry, lowerWith } from './lowerCompound'
import { lowerClass, lowerFunction } from './lowerDefinition'
import { lowerExpression } from './lowerExpression'
import { importedNames, lowerImportFrom } from './lowerImport'
import { blockOf, deepestNesting, expressions as parts, other, spanOf, textOf, type BlockLowering } from './nodes'

/** What of a text somebody needs. */
export interface Wanted {
  /** Whether the body of a function is, by its text. */
  readonly keepsBody: (text: string) => boolean
  /** Whether comments are: finding them takes a walk through the whole tree. */
  readonly comments: boolean
}

/**
 * The plain tree of tree-sitter's, whose nodes it does not keep. `added` are the characters that nobody wrote.
 */
export function lowerModule(
  root: Node,
  text: string,
  { keepsBody, comments }: Wanted,
  added: ReadonlySet<number> = new Set(),
): SyntaxModule {
  const lowering: BlockLowering = {
    text,
    added,
    hasErrors: root.hasError,
    depth: 0,
    yields: false,
    keepsBody,
    block: node => lowerBlock(node, lowering),
  }
  const body = lowerBlock(root, lowering)
  const found = comments ? root.descendantsOfType('comment').map(spanOf) : []
  return { body, comments: found, hasErrors: lowering.hasErrors }
}

function lowerBlock(block: Node | null, lowering: BlockLowering): Statement[] {
  if (!block) return []
  const statements: Statement[] = []
  if (lowering.depth > deepestNesting) return statements
  lowering.depth++
  for (const node of block.namedChildren) lowerStatement(node, lowering, statements)
  lowering.depth--
  return statements
}

function lowerStatement(node: Node, lowering: BlockLowering, into: Statement[]): void {
  const span = spanOf(node)
  const { start, end } = span
  switch (node.type) {
    case 'comment':
      return
    case 'expression_statement':
      for (const child of parts(node)) lowerSimple(child, lowering, into)
      return
    case 'import_statement':
      into.push({ kind: 'import', names: importedNames(parts(node)), start, end })
      return
    case 'future_import_statement':
      return
    case 'import_from_statement':
      into.push(lowerImportFrom(parts(node), lowering, span))
      return
    case 'function_definition':
      into.push(lowerFunction(node, lowering, span, []))
      return
    case 'class_definition':
      into.push(lowerClass(node, lowering, span, []))
      return
    case 'decorated_definition': {
      const children = parts(node)
      const decorators = children
        .filter(child => child.type === 'decorator')
        .map(child => expressionIn(child, lowering))
      const definition = children.at(-1)
      if (definition?.type === 'function_definition') into.push(lowerFunction(definition, lowering, span, decorators))
      else if (definition?.type === 'class_definition') into.push(lowerClass(definition, lowering, span, decorators))
      return
    }
    case 'if_statement':
      into.push(lowerIf(node, lowering, span))
      return
    case 'for_statement': {
      const [target, iterable, body, otherwise] = parts(node)
      if (!target || !iterable) return
      into.push({
        kind: 'for',
        target: lowerExpression(target, lowering),
        iterable: lowerExpression(iterable, lowering),
        body: lowerBlock(body ?? null, lowering),
        otherwise: otherwise ? lowerBlock(blockOf(otherwise), lowering) : [],
        start,
        end,
      })
      return
    }
    case 'while_statement': {
      const [test, body, otherwise] = parts(node)
      if (!test) return
      into.push({
        kind: 'while',
        test: lowerExpression(test, lowering),
        body: lowerBlock(body ?? null, lowering),
        otherwise: otherwise ? lowerBlock(blockOf(otherwise), lowering) : [],
        start,
        end,
      })
      return
    }
    case 'with_statement':
      into.push(lowerWith(parts(node), lowering, span))
      return
    case 'try_statement':
      into.push(lowerTry(parts(node), lowering, span))
      return
    case 'return_statement': {
      const [value] = parts(node)
      into.push({ kind: 'return', value: value && lowerExpression(value, lowering), start, end })
      return
    }
    case 'delete_statement':
      into.push({
        kind: 'delete',
        targets: parts(node).map(child => lowerExpression(child, lowering)),
        start,
        end,
      })
      return
    case 'global_statement':
    case 'nonlocal_statement':
      into.push({
        kind: node.type === 'global_statement' ? 'global' : 'nonlocal',
        names: parts(node).map(child => textOf(child, lowering)),
        start,
        end,
      })
      return
    case 'raise_statement':
      into.push({
        kind: 'raise',
        values: parts(node).map(child => lowerExpression(child, lowering)),
        start,
        end,
      })
      return
    case 'break_statement':
      into.push({ kind: 'break', start, end })
      return
    case 'continue_statement':
      into.push({ kind: 'continue', start, end })
      return
    case 'pass_statement':
      return
    default:
      lowerOther(node, lowering, span, into)
  }
}

/** Something without a meaning of its own here (`assert`, `match`, a piece of broken text): its parts still count. */
function lowerOther(node: Node, lowering: BlockLowering, span: Span, into: Statement[]): void {
  const children = parts(node)
  if (node.type === 'case_clause') {
    into.push(lowerCase(children, lowering, span))
    return
  }
  if (node.type === 'ERROR' || node.type === 'match_statement') {
    const block: Statement[] = []
    if (lowering.depth < deepestNesting) {
      lowering.depth++
      for (const child of children) {
        if (child.type === 'block') for (const inner of lowerBlock(child, lowering)) block.push(inner)
        else lowerStatement(child, lowering, block)
      }
      lowering.depth--
    }
    // Broken text has no order of execution to speak of, yet what can be read in it stands where it stands.
    if (node.type === 'ERROR') for (const each of block) into.push(each)
    else
      into.push({ kind: 'other', expressions: [], blocks: block.map(each => [each]), start: span.start, end: span.end })
    return
  }
  lowerSimple(node, lowering, into)
}

/** An assignment or an expression that stands as a statement. */
function lowerSimple(node: Node, lowering: BlockLowering, into: Statement[]): void {
  const { start, end } = spanOf(node)
  if (node.type === 'assignment') {
    const targets = []
    let current: Node | null = node
    let value: Node | null = null
    while (current?.type === 'assignment') {
      const left: Node | null = current.childForFieldName('left')
      if (left) targets.push(lowerExpression(left, lowering))
      value = current = current.childForFieldName('right')
    }
    into.push({
      kind: 'assign',
      targets,
      value: value ? lowerExpression(value, lowering) : undefined,
      start,
      end,
    })
  } else if (node.type === 'augmented_assignment') {
    const [target, value] = parts(node)
    if (!target || !value) return
    const operator = lowering.text.slice(target.endIndex, value.startIndex).trim().replace(/=$/, '')
    into.push({
      kind: 'augmentedAssign',
      target: lowerExpression(target, lowering),
      operator,
      value: lowerExpression(value, lowering),
      start,
      end,
    })
  } else {
    const value = lowerExpression(node, lowering)
    into.push({ kind: 'expression', value, start, end })
  }
}

function expressionIn(node: Node, lowering: BlockLowering) {
  const [first] = parts(node)
  return first ? lowerExpression(first, lowering) : other({ start: node.startIndex, end: node.endIndex })
}
