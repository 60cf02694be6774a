import type { Node } from './node'
import type { Span } from '../text'
import type { Argument, Call, Comprehension, ComprehensionClause, Expression, Parameter } from './ast'
import { decodeNumber } from './literals'
import { lowerString } from './lowerString'
import { hoistStar, mixesBitwise } from './precedence'
import { expressions, other, spanOf, type Lowering } from './nodes'

const deepestExpression = 400

/** An expression's plain form; what has none is `other` with its parts. */
export function lowerExpression(node: Node, lowering: Lowering): Expression {
  if (lowering.depth > deepestExpression) return other(spanOf(node))
  lowering.depth++
  const expression = hoistStar(lower(node, lowering))
  lowering.depth--
  return expression
}

function lower(node: Node, lowering: Lowering): Expression {
  const span = spanOf(node)
  const { start, end } = span
  switch (node.type) {
    case 'identifier':
      return { kind: 'name', id: lowering.text.slice(span.start, span.end), start, end }
    case 'string':
    case 'concatenated_string':
      return lowerString(node, lowering, lowerExpression)
    case 'integer':
    case 'float': {
      const number = decodeNumber(lowering.text.slice(span.start, span.end))
      return number ? { kind: 'number', ...number, start, end } : other(span)
    }
    case 'true':
      return { kind: 'constant', value: true, start, end }
    case 'false':
      return { kind: 'constant', value: false, start, end }
    case 'none':
      return { kind: 'constant', value: null, start, end }
    case 'attribute': {
      const dotted = lowerDotted(span, lowering)
      if (dotted) return dotted
      const [object, name] = expressions(node)
      if (!object || !name) return other(span)
      return {
        kind: 'attribute',
        object: lowerExpression(object, lowering),
        name: lowering.text.slice(name.startIndex, name.endIndex),
        start,
        end,
      }
    }
    case 'call':
      return lowerCall(node, lowering, span)
    case 'list':
    case 'list_pattern':
      return { kind: 'list', items: all(node, lowering), start, end }
    case 'tuple':
    case 'tuple_pattern':
    case 'pattern_list':
    case 'expression_list':
      return { kind: 'tuple', items: all(node, lowering), start, end }
    case 'set':
      return { kind: 'set', items: all(node, lowering), start, end }
    case 'dictionary':
      return { kind: 'dict', entries: dictEntries(node, lowering), start, end }
    case 'parenthesized_expression': {
      const [inner] = expressions(node)
      // The span grows with the parentheses: whoever replaces the value replaces them too.
      return inner ? { ...lowerExpression(inner, lowering), start, end } : other(span)
    }
    case 'binary_operator': {
      const [left, right] = expressions(node)
      const operator = node.childForFieldName('operator')?.type
      if (!left || !right || !operator || mixesBitwise(node, operator)) return other(span)
      return {
        kind: 'binary',
        operator,
        left: lowerExpression(left, lowering),
        right: lowerExpression(right, lowering),
        start,
        end,
      }
    }
    case 'unary_operator': {
      const [operand] = expressions(node)
      const operator = lowering.text[span.start]
      if (!operand || (operator !== '-' && operator !== '+' && operator !== '~')) return other(span)
      return { kind: 'unary', operator, operand: lowerExpression(operand, lowering), start, end }
    }
    case 'not_operator': {
      const [operand] = expressions(node)
      return operand
        ? {
            kind: 'unary',
            operator: 'not',
            operand: lowerExpression(operand, lowering),
            start,
            end,
          }
        : other(span)
    }
    case 'boolean_operator': {
      const [left, right] = expressions(node)
      const operator = node.childForFieldName('operator')?.type
      if (!left || !right || (operator !== 'and' && operator !== 'or')) return other(span)
      return {
        kind: 'logical',
        operator,
        left: lowerExpression(left, lowering),
        right: lowerExpression(right, lowering),
        start,
        end,
      }
    }
    case 'comparison_operator': {
      const operators = node.childrenForFieldName('operators').map(operator => operator.type)
      return { kind: 'compare', operators, operands: all(node, lowering), start, end }
    }
    case 'conditional_expression': {
      const [then, test, otherwise] = all(node, lowering)
      return then && test && otherwise ? { kind: 'conditional', test, then, otherwise, start, end } : other(span)
    }
    case 'subscript': {
      const [object, index, ...more] = all(node, lowering)
      if (!object || !index) return other(span)
      const key: Expression =
        more.length > 0 ? { kind: 'tuple', items: [index, ...more], start: index.start, end: span.end } : index
      return { kind: 'subscript', object, index: key, start, end }
    }
    case 'slice':
      return lowerSlice(node, lowering, span)
    case 'lambda': {
      const children = expressions(node)
      const body = children.at(-1)
      const parameters = children.length > 1 ? lowerParameters(children[0]!, lowering) : []
      return body ? { kind: 'lambda', parameters, body: lowerExpression(body, lowering), start, end } : other(span)
    }
    case 'list_comprehension':
    case 'set_comprehension':
    case 'dictionary_comprehension':
    case 'generator_expression':
      return lowerComprehension(node, lowering, span)
    case 'list_splat':
    case 'dictionary_splat':
    case 'list_splat_pattern': {
      const [value] = expressions(node)
      return value ? { kind: 'starred', value: lowerExpression(value, lowering), start, end } : other(span)
    }
    case 'named_expression': {
      const [name, value] = expressions(node)
      if (!name || !value) return other(span)
      return {
        kind: 'walrus',
        name: lowering.text.slice(name.startIndex, name.endIndex),
        value: lowerExpression(value, lowering),
        start,
        end,
      }
    }
    case 'yield': {
      lowering.yields = true
      const [value] = expressions(node)
      const from = /^yield\s+from\b/.test(lowering.text.slice(span.start, span.start + 12))
      return { kind: 'yield', value: value && lowerExpression(value, lowering), from, start, end }
    }
    default:
      return { kind: 'other', parts: all(node, lowering), start, end }
  }
}

/** `a.b.c`, straight from its text: most callees are, and asking tree-sitter for each part takes its time. */
function lowerDotted(span: Span, { text, depth }: Lowering): Expression | undefined {
  const written = text.slice(span.start, span.end)
  if (!/^[A-Za-z_]\w*(\.[A-Za-z_]\w*)+$/.test(written)) return undefined
  let at = written.indexOf('.')
  if (depth + written.split('.').length > deepestExpression) return other(span)
  let object: Expression = { kind: 'name', id: written.slice(0, at), start: span.start, end: span.start + at }
  while (at < written.length) {
    const next = written.indexOf('.', at + 1)
    const end = next < 0 ? written.length : next
    object = { kind: 'attribute', object, name: written.slice(at + 1, end), start: span.start, end: span.start + end }
    at = end
  }
  return object
}

function lowerCall(node: Node, lowering: Lowering, span: Span): Expression {
  const [callee, list] = expressions(node)
  if (!callee || !list) return other(span)
  const lowered = lowerExpression(callee, lowering)
  if (list.type === 'generator_expression') {
    const value = lowerExpression(list, lowering)
    const only: Argument = { keyword: undefined, value, start: list.startIndex + 1, end: list.endIndex - 1 }
    return {
      kind: 'call',
      callee: lowered,
      arguments: [only],
      open: only.start,
      close: only.end,
      broken: false,
      start: span.start,
      end: span.end,
    }
  }
  const broken = (lowering.hasErrors && list.hasError) || lowering.added.has(list.endIndex - 1)
  const closed = lowering.text[list.endIndex - 1] === ')'
  const call: Call = {
    kind: 'call',
    callee: lowered,
    arguments: expressions(list)
      .filter(argument => argument.type !== 'ERROR')
      .map(argument => lowerArgument(argument, lowering)),
    open: list.startIndex + 1,
    close: closed ? list.endIndex - 1 : list.endIndex,
    broken,
    start: span.start,
    end: span.end,
  }
  return call
}

function lowerArgument(node: Node, lowering: Lowering): Argument {
  const span = spanOf(node)
  if (node.type === 'keyword_argument') {
    const value = node.lastNamedChild
    const keyword = /\w+/y
    keyword.lastIndex = span.start
    const name = keyword.exec(lowering.text)?.[0]
    if (name !== undefined && value && value.type !== 'comment') {
      return { keyword: name, value: lowerExpression(value, lowering), start: span.start, end: span.end }
    }
  }
  if (node.type === 'list_splat' || node.type === 'dictionary_splat') {
    const [value] = expressions(node)
    const keyword = node.type === 'list_splat' ? '*' : '**'
    return { keyword, value: value ? lowerExpression(value, lowering) : other(span), start: span.start, end: span.end }
  }
  const value = lowerExpression(node, lowering)
  if (value.kind === 'starred') return { keyword: '*', value: value.value, start: span.start, end: span.end }
  return { keyword: undefined, value, start: span.start, end: span.end }
}

function dictEntries(node: Node, lowering: Lowering) {
  return expressions(node).map(entry => {
    const [key, value] = expressions(entry)
    if (entry.type === 'pair' && key && value) {
      return { key: lowerExpression(key, lowering), value: lowerExpression(value, lowering) }
    }
    return { key: undefined, value: key ? lowerExpression(key, lowering) : other(spanOf(entry)) }
  })
}

function lowerSlice(node: Node, lowering: Lowering, span: Span): Expression {
  const bounds: (Expression | undefined)[] = [undefined, undefined, undefined]
  let at = 0
  for (const child of node.children) {
    if (child.type === ':') at++
    else if (child.isNamed && child.type !== 'comment' && at < 3) bounds[at] = lowerExpression(child, lowering)
  }
  return { kind: 'slice', lower: bounds[0], upper: bounds[1], step: bounds[2], start: span.start, end: span.end }
}

function lowerComprehension(node: Node, lowering: Lowering, span: Span): Expression {
  const [body, ...rest] = expressions(node)
  if (!body) return other(span)
  const clauses: ComprehensionClause[] = []
  for (const clause of rest) {
    const children = all(clause, lowering)
    if (clause.type === 'for_in_clause' && children.length >= 2) {
      clauses.push({ kind: 'for', target: children[0]!, iterable: children[1]! })
    } else if (clause.type === 'if_clause' && children[0]) clauses.push({ kind: 'if', test: children[0] })
    else return other(span)
  }
  const makes = comprehensionKinds[node.type]!
  if (makes !== 'dict') {
    return {
      kind: 'comprehension',
      makes,
      key: undefined,
      element: lowerExpression(body, lowering),
      clauses,
      start: span.start,
      end: span.end,
    }
  }
  const [key, value] = all(body, lowering)
  return key && value
    ? { kind: 'comprehension', makes, key, element: value, clauses, start: span.start, end: span.end }
    : other(span)
}

const comprehensionKinds: Readonly<Record<string, Comprehension['makes']>> = {
  list_comprehension: 'list',
  set_comprehension: 'set',
  dictionary_comprehension: 'dict',
  generator_expression: 'generator',
}

/** The parameters of a function or lambda. */
export function lowerParameters(node: Node, lowering: Lowering): Parameter[] {
  const parameters: Parameter[] = []
  let kind: Parameter['kind'] = 'plain'
  for (const child of expressions(node)) {
    const written = lowering.text.slice(child.startIndex, child.endIndex)
    if (child.type === 'keyword_separator') kind = 'keywordOnly'
    else if (child.type === 'list_splat_pattern' || /^\*[^*]/.test(written)) {
      parameters.push({ name: /^\*\s*(\w+)/.exec(written)?.[1] ?? '', kind: 'rest', default: undefined })
      kind = 'keywordOnly'
    } else if (child.type === 'dictionary_splat_pattern' || written.startsWith('**')) {
      parameters.push({ name: /^\*\*\s*(\w+)/.exec(written)?.[1] ?? '', kind: 'keywordRest', default: undefined })
    } else if (child.type !== 'positional_separator') {
      const value = child.childForFieldName('value')
      const name = /^\w+/.exec(written)?.[0] ?? ''
      parameters.push({ name, kind, default: value ? lowerExpression(value, lowering) : undefined })
    }
  }
  return parameters
}

function all(node: Node, lowering: Lowering): Expression[] {
  return expressions(node).map(child => lowerExpression(child, lowering))
}
