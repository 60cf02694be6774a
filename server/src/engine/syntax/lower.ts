import type { Node } from 'web-tree-sitter'
import type { Span } from '../text'
import type { ClassDefinition, FunctionDefinition, Statement, SyntaxModule, With } from './ast'
import { lowerExpression, lowerParameters } from './lowerExpression'
import { importedNames, lowerImportFrom } from './lowerImport'
import { expressions as parts, other, spanOf, type Lowering } from './nodes'

/**
 * Function bodies longer than this are kept only when their text has to do with options: the methods of a driver class
 * are most of its file and none of our business.
 */
const shortBody = 1500
const concernsOptions =
  /Opt\b|Opts\b|_opts?\b|\bopts\b|register|set_default|set_override|nova-review|\b(global|nonlocal)\b/

/** Deeper nesting than people write: what lies below is left out. */
const deepestNesting = 150

/** The plain tree of tree-sitter's, whose nodes it does not keep. */
export function lowerModule(root: Node, text: string): SyntaxModule {
  const lowering: Lowering = { text, comments: [], hasErrors: root.hasError, depth: 0, yields: false }
  const body = lowerBlock(root, lowering)
  return { body, comments: lowering.comments, hasErrors: lowering.hasErrors }
}

function lowerBlock(block: Node | null, lowering: Lowering): Statement[] {
  if (!block) return []
  const statements: Statement[] = []
  if (lowering.depth > deepestNesting) return statements
  lowering.depth++
  for (const node of block.namedChildren) lowerStatement(node, lowering, statements)
  lowering.depth--
  return statements
}

function lowerStatement(node: Node, lowering: Lowering, into: Statement[]): void {
  const span: Span = { start: node.startIndex, end: node.endIndex }
  switch (node.type) {
    case 'comment':
      lowering.comments.push(span)
      return
    case 'expression_statement':
      for (const child of parts(node, lowering)) lowerSimple(child, lowering, into)
      return
    case 'import_statement':
      into.push({ kind: 'import', names: importedNames(parts(node, lowering)), ...span })
      return
    case 'import_from_statement':
    case 'future_import_statement':
      into.push(lowerImportFrom(parts(node, lowering), lowering, span))
      return
    case 'function_definition':
      into.push(lowerFunction(node, lowering, span, []))
      return
    case 'class_definition':
      into.push(lowerClass(node, lowering, span, []))
      return
    case 'decorated_definition': {
      const children = parts(node, lowering)
      const decorators = children
        .filter(child => child.type === 'decorator')
        .map(child => expressionIn(child, lowering))
      const definition = children.at(-1)
      if (definition?.type === 'function_definition') into.push(lowerFunction(definition, lowering, span, decorators))
      else if (definition?.type === 'class_definition') into.push(lowerClass(definition, lowering, span, decorators))
      return
    }
    case 'if_statement':
      into.push(lowerIf(parts(node, lowering), lowering, span))
      return
    case 'for_statement': {
      const [target, iterable, body, otherwise] = parts(node, lowering)
      if (!target || !iterable) return
      into.push({
        kind: 'for',
        target: lowerExpression(target, lowering),
        iterable: lowerExpression(iterable, lowering),
        body: lowerBlock(body ?? null, lowering),
        otherwise: otherwise ? lowerBlock(blockOf(otherwise), lowering) : [],
        ...span,
      })
      return
    }
    case 'while_statement': {
      const [test, body, otherwise] = parts(node, lowering)
      if (!test) return
      into.push({
        kind: 'while',
        test: lowerExpression(test, lowering),
        body: lowerBlock(body ?? null, lowering),
        otherwise: otherwise ? lowerBlock(blockOf(otherwise), lowering) : [],
        ...span,
      })
      return
    }
    case 'with_statement':
      into.push(lowerWith(parts(node, lowering), lowering, span))
      return
    case 'try_statement':
      into.push(lowerTry(parts(node, lowering), lowering, span))
      return
    case 'return_statement': {
      const [value] = parts(node, lowering)
      into.push({ kind: 'return', value: value && lowerExpression(value, lowering), ...span })
      return
    }
    case 'delete_statement':
      into.push({
        kind: 'delete',
        targets: parts(node, lowering).map(child => lowerExpression(child, lowering)),
        ...span,
      })
      return
    case 'global_statement':
    case 'nonlocal_statement':
      into.push({
        kind: node.type === 'global_statement' ? 'global' : 'nonlocal',
        names: parts(node, lowering).map(child => textOf(child, lowering)),
        ...span,
      })
      return
    case 'raise_statement':
      into.push({ kind: 'raise', ...span })
      return
    case 'break_statement':
      into.push({ kind: 'break', ...span })
      return
    case 'continue_statement':
      into.push({ kind: 'continue', ...span })
      return
    case 'pass_statement':
      return
    default:
      lowerOther(node, lowering, span, into)
  }
}

/** Something without a meaning of its own here (`assert`, `match`, a piece of broken text): its parts still count. */
function lowerOther(node: Node, lowering: Lowering, span: Span, into: Statement[]): void {
  const children = parts(node, lowering)
  if (node.type === 'case_clause') {
    into.push(lowerCase(children, lowering, span))
    return
  }
  if (node.type === 'ERROR' || node.type === 'match_statement') {
    const block: Statement[] = []
    if (lowering.depth < deepestNesting) {
      lowering.depth++
      for (const child of children) {
        if (child.type === 'block') block.push(...lowerBlock(child, lowering))
        else lowerStatement(child, lowering, block)
      }
      lowering.depth--
    }
    // Broken text has no order of execution to speak of, yet what can be read in it stands where it stands.
    if (node.type === 'ERROR') into.push(...block)
    else into.push({ kind: 'other', expressions: [], blocks: block.map(each => [each]), ...span })
    return
  }
  lowerSimple(node, lowering, into)
}

/** A case binds the names in its patterns to something that is not followed: so does `with`. */
function lowerCase(children: readonly Node[], lowering: Lowering, span: Span): With {
  const block = children.find(child => child.type === 'block')
  const items: With['items'][number][] = []
  for (const child of children) {
    if (child === block) continue
    const value = lowerExpression(child, lowering)
    const names = child.type === 'case_pattern' ? child.descendantsOfType('identifier') : []
    items.push({ value, target: undefined })
    for (const name of names) items.push({ value: other(spanOf(name)), target: lowerExpression(name, lowering) })
  }
  return { kind: 'with', items, body: lowerBlock(block ?? null, lowering), ...span }
}

/** An assignment or an expression that stands as a statement. */
function lowerSimple(node: Node, lowering: Lowering, into: Statement[]): void {
  const span: Span = { start: node.startIndex, end: node.endIndex }
  if (node.type === 'assignment') {
    const targets = []
    let current: Node | null = node
    let value: Node | null = null
    while (current?.type === 'assignment') {
      const left: Node | null = current.childForFieldName('left')
      if (left) targets.push(lowerExpression(left, lowering))
      value = current = current.childForFieldName('right')
    }
    into.push({ kind: 'assign', targets, value: value ? lowerExpression(value, lowering) : undefined, ...span })
  } else if (node.type === 'augmented_assignment') {
    const [target, value] = parts(node, lowering)
    if (!target || !value) return
    const operator = lowering.text.slice(target.endIndex, value.startIndex).trim().replace(/=$/, '')
    into.push({
      kind: 'augmentedAssign',
      target: lowerExpression(target, lowering),
      operator,
      value: lowerExpression(value, lowering),
      ...span,
    })
  } else {
    const value = lowerExpression(node, lowering)
    into.push({ kind: 'expression', value, ...span })
  }
}

function lowerFunction(
  node: Node,
  lowering: Lowering,
  span: Span,
  decorators: FunctionDefinition['decorators'],
): FunctionDefinition {
  const children = parts(node, lowering)
  const parameters = children.find(child => child.type === 'parameters')
  const block = children.find(child => child.type === 'block')
  const text = block ? textOf(block, lowering) : ''
  const kept = text.length <= shortBody || concernsOptions.test(text)
  const outer = lowering.yields
  lowering.yields = false
  const body = kept ? lowerBlock(block ?? null, lowering) : undefined
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

function lowerClass(
  node: Node,
  lowering: Lowering,
  span: Span,
  decorators: ClassDefinition['decorators'],
): ClassDefinition {
  const children = parts(node, lowering)
  const bases = children.find(child => child.type === 'argument_list')
  return {
    kind: 'class',
    name: children[0]?.type === 'identifier' ? textOf(children[0], lowering) : '',
    bases: bases
      ? parts(bases, lowering)
          .filter(child => child.type !== 'keyword_argument')
          .map(child => lowerExpression(child, lowering))
      : [],
    body: lowerBlock(children.find(child => child.type === 'block') ?? null, lowering),
    decorators,
    ...span,
  }
}

function lowerIf(children: readonly Node[], lowering: Lowering, span: Span): Statement {
  const [test, then, ...rest] = children
  const [next, ...later] = rest
  let otherwise: Statement[] = []
  if (next?.type === 'elif_clause') {
    const clause = { start: next.startIndex, end: next.endIndex }
    otherwise = [lowerIf([...parts(next, lowering), ...later], lowering, clause)]
  } else if (next?.type === 'else_clause') otherwise = lowerBlock(blockOf(next), lowering)
  return {
    kind: 'if',
    test: test ? lowerExpression(test, lowering) : other(span),
    then: lowerBlock(then ?? null, lowering),
    otherwise,
    ...span,
  }
}

function lowerWith(children: readonly Node[], lowering: Lowering, span: Span): With {
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
    body: lowerBlock(children.find(child => child.type === 'block') ?? null, lowering),
    ...span,
  }
}

function lowerTry(children: readonly Node[], lowering: Lowering, span: Span): Statement {
  const clause = (type: string): Statement[] => {
    const found = children.find(child => child.type === type)
    return found ? lowerBlock(blockOf(found), lowering) : []
  }
  const handlers = children
    .filter(child => child.type === 'except_clause' || child.type === 'except_group_clause')
    .map(child => {
      const alias = /\bas\s+(\w+)\s*:/.exec(
        lowering.text.slice(child.startIndex, blockOf(child)?.startIndex ?? child.endIndex),
      )
      return { name: alias?.[1], body: lowerBlock(blockOf(child), lowering) }
    })
  const body = lowerBlock(children[0]?.type === 'block' ? children[0] : null, lowering)
  return { kind: 'try', body, handlers, otherwise: clause('else_clause'), finally: clause('finally_clause'), ...span }
}

function blockOf(clause: Node): Node | null {
  return clause.namedChildren.find(child => child.type === 'block') ?? null
}

function expressionIn(node: Node, lowering: Lowering) {
  const [first] = parts(node, lowering)
  return first ? lowerExpression(first, lowering) : other({ start: node.startIndex, end: node.endIndex })
}

function textOf(node: Node, lowering: Lowering): string {
  return lowering.text.slice(node.startIndex, node.endIndex)
}
