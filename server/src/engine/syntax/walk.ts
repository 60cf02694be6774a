import type { Call, Expression, FunctionDefinition, Lambda, Statement } from './ast'

/** A call and the functions it stands in, outermost first. */
export interface CallSite {
  readonly call: Call
  readonly within: readonly (FunctionDefinition | Lambda)[]
}

/** All calls of a block, in the order of their text as far as nesting allows. */
export function* callsIn(body: readonly Statement[], within: CallSite['within'] = []): Generator<CallSite> {
  for (const statement of body) {
    for (const expression of expressionsOf(statement)) yield* callsOf(expression, within)
    const inner = statement.kind === 'function' ? [...within, statement] : within
    for (const block of blocksOf(statement)) yield* callsIn(block, inner)
  }
}

function* callsOf(expression: Expression, within: CallSite['within']): Generator<CallSite> {
  if (expression.kind === 'call') yield { call: expression, within }
  const inner = expression.kind === 'lambda' ? [...within, expression] : within
  for (const part of partsOf(expression)) yield* callsOf(part, inner)
}

/** The expressions that belong to a statement itself, not to its blocks. */
export function expressionsOf(statement: Statement): readonly Expression[] {
  switch (statement.kind) {
    case 'assign':
      return statement.value ? [...statement.targets, statement.value] : statement.targets
    case 'augmentedAssign':
      return [statement.target, statement.value]
    case 'expression':
      return [statement.value]
    case 'function':
      return [...statement.decorators, ...statement.parameters.flatMap(each => each.default ?? [])]
    case 'class':
      return [...statement.decorators, ...statement.bases]
    case 'if':
    case 'while':
      return [statement.test]
    case 'for':
      return [statement.target, statement.iterable]
    case 'with':
      return statement.items.map(item => item.value)
    case 'return':
      return statement.value ? [statement.value] : []
    case 'delete':
      return statement.targets
    case 'other':
      return statement.expressions
    default:
      return []
  }
}

/** The blocks of a statement, in their order. */
export function blocksOf(statement: Statement): readonly (readonly Statement[])[] {
  switch (statement.kind) {
    case 'function':
      return statement.body ? [statement.body] : []
    case 'class':
    case 'while':
    case 'with':
      return [statement.body]
    case 'if':
      return [statement.then, statement.otherwise]
    case 'for':
      return [statement.body, statement.otherwise]
    case 'try':
      return [
        statement.body,
        ...statement.handlers.map(handler => handler.body),
        statement.otherwise,
        statement.finally,
      ]
    case 'other':
      return statement.blocks
    default:
      return []
  }
}

/** The expressions that an expression is made of. */
export function partsOf(expression: Expression): readonly Expression[] {
  switch (expression.kind) {
    case 'formatted':
      return expression.parts.flatMap(part => (typeof part === 'string' ? [] : part.value))
    case 'attribute':
      return [expression.object]
    case 'call':
      return [expression.callee, ...expression.arguments.map(argument => argument.value)]
    case 'list':
    case 'tuple':
    case 'set':
      return expression.items
    case 'dict':
      return expression.entries.flatMap(entry => (entry.key ? [entry.key, entry.value] : [entry.value]))
    case 'binary':
    case 'logical':
      return [expression.left, expression.right]
    case 'unary':
      return [expression.operand]
    case 'compare':
      return expression.operands
    case 'conditional':
      return [expression.test, expression.then, expression.otherwise]
    case 'subscript':
      return [expression.object, expression.index]
    case 'slice':
      return [expression.lower, expression.upper, expression.step].filter(bound => bound !== undefined)
    case 'lambda':
      return [expression.body, ...expression.parameters.flatMap(each => each.default ?? [])]
    case 'comprehension': {
      const clauses = expression.clauses.flatMap(clause =>
        clause.kind === 'if' ? [clause.test] : [clause.target, clause.iterable],
      )
      return [...(expression.key ? [expression.key] : []), expression.element, ...clauses]
    }
    case 'starred':
    case 'walrus':
      return [expression.value]
    case 'yield':
      return expression.value ? [expression.value] : []
    case 'other':
      return expression.parts
    default:
      return []
  }
}

/** The names that a function's parameters and statements bind, its inner functions left out. */
export function boundNames(definition: FunctionDefinition | Lambda): ReadonlySet<string> {
  const names = new Set(definition.parameters.map(parameter => parameter.name))
  const targets = (expression: Expression): void => {
    if (expression.kind === 'name') names.add(expression.id)
    else if (expression.kind === 'tuple' || expression.kind === 'list') expression.items.forEach(targets)
    else if (expression.kind === 'starred') targets(expression.value)
  }
  const visit = (body: readonly Statement[]): void => {
    for (const statement of body) {
      if (statement.kind === 'assign') statement.targets.forEach(targets)
      else if (statement.kind === 'augmentedAssign' || statement.kind === 'for') targets(statement.target)
      else if (statement.kind === 'function' || statement.kind === 'class') names.add(statement.name)
      else if (statement.kind === 'import' || statement.kind === 'importFrom') {
        // An import inside a function is as good as one outside.
      } else if (statement.kind === 'with') {
        for (const item of statement.items) if (item.target) targets(item.target)
      }
      if (statement.kind !== 'function' && statement.kind !== 'class') blocksOf(statement).forEach(visit)
    }
  }
  if (definition.kind === 'function') visit(definition.body ?? [])
  return names
}

/** The names that functions of a block declare `global`. */
export function* globalNames(body: readonly Statement[]): Generator<string> {
  for (const statement of body) {
    if (statement.kind === 'global') yield* statement.names
    for (const block of blocksOf(statement)) yield* globalNames(block)
  }
}
