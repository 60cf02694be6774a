import type { Call, Expression, FunctionDefinition, Lambda, Statement } from './ast'

/** A call and the functions it stands in, outermost first. */
export interface CallSite {
  readonly call: Call
  readonly within: readonly (FunctionDefinition | Lambda)[]
  /** Whether it stands where Python never comes: below `if False:` or `if TYPE_CHECKING:`. */
  readonly isDead: boolean
}

/** All calls of a block, in the order of their text as far as nesting allows. */
export function* callsIn(
  body: readonly Statement[],
  within: CallSite['within'] = [],
  isDead = false,
): Generator<CallSite> {
  for (const statement of body) {
    for (const expression of expressionsOf(statement)) yield* callSitesOf(expression, within, isDead)
    const inner = statement.kind === 'function' ? [...within, statement] : within
    const dead = deadBlock(statement)
    for (const block of blocksOf(statement)) yield* callsIn(block, inner, isDead || block === dead)
  }
}

function* callSitesOf(expression: Expression, within: CallSite['within'], isDead: boolean): Generator<CallSite> {
  if (expression.kind === 'call') yield { call: expression, within, isDead }
  const inner = expression.kind === 'lambda' ? [...within, expression] : within
  for (const part of partsOf(expression)) yield* callSitesOf(part, inner, isDead)
}

/** The block of a statement that its test, as it is written, keeps from ever running. */
function deadBlock(statement: Statement): readonly Statement[] | undefined {
  if (statement.kind === 'while') return writtenTruth(statement.test) === false ? statement.body : undefined
  if (statement.kind !== 'if') return undefined
  const truth = writtenTruth(statement.test)
  return truth === undefined ? undefined : truth ? statement.otherwise : statement.then
}

/** What a test is by its text alone. `TYPE_CHECKING` is true for tools that check types, and for nothing that runs. */
export function writtenTruth(test: Expression): boolean | undefined {
  if (test.kind === 'constant' || test.kind === 'number') return Boolean(test.value)
  if (test.kind === 'unary' && test.operator === 'not') {
    const inner = writtenTruth(test.operand)
    return inner === undefined ? undefined : !inner
  }
  const name = test.kind === 'name' ? test.id : test.kind === 'attribute' ? test.name : ''
  return name === 'TYPE_CHECKING' ? false : undefined
}

/** All calls in an expression, the outermost first. */
export function* callsOf(expression: Expression): Generator<Call> {
  for (const { call } of callSitesOf(expression, [], false)) yield call
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
    case 'raise':
      return statement.values ?? []
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
    case 'with':
      return [statement.body]
    case 'if':
      return [statement.then, statement.otherwise]
    case 'for':
    case 'while':
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
  if (definition.kind === 'function') {
    // An import inside a function is as good as one outside.
    for (const name of boundIn(definition.body ?? [], false).keys()) names.add(name)
  }
  return names
}

/**
 * The names that statements bind, with the number of places that do, those in a loop counted twice; what functions and
 * classes among them bind is left out.
 */
export function boundIn(body: readonly Statement[], withImports = true): ReadonlyMap<string, number> {
  const names = new Map<string, number>()
  let times = 1
  const add = (name: string): void => void names.set(name, (names.get(name) ?? 0) + times)
  const target = (expression: Expression): void => {
    if (expression.kind === 'name') add(expression.id)
    else if (expression.kind === 'tuple' || expression.kind === 'list') expression.items.forEach(target)
    else if (expression.kind === 'starred') target(expression.value)
  }
  const walruses = (expression: Expression): void => {
    if (expression.kind === 'walrus') add(expression.name)
    // The body of a lambda has names of its own; its defaults belong to the statement.
    if (expression.kind === 'lambda') expression.parameters.forEach(({ default: value }) => value && walruses(value))
    else partsOf(expression).forEach(walruses)
  }
  const visit = (statement: Statement): void => {
    const before = times
    if (statement.kind === 'for' || statement.kind === 'while') times = 2
    bind(statement)
    times = before
  }
  const bind = (statement: Statement): void => {
    expressionsOf(statement).forEach(walruses)
    switch (statement.kind) {
      case 'assign':
      case 'delete':
        statement.targets.forEach(target)
        break
      case 'augmentedAssign':
      case 'for':
        target(statement.target)
        break
      case 'with':
        for (const item of statement.items) if (item.target) target(item.target)
        break
      case 'try':
        for (const handler of statement.handlers) if (handler.name) add(handler.name)
        break
      case 'import':
        if (withImports) for (const { name, alias } of statement.names) add(alias ?? name.split('.')[0]!)
        break
      case 'importFrom':
        if (withImports) for (const { name, alias } of statement.names) add(alias ?? name)
        break
      case 'function':
      case 'class':
        add(statement.name)
        return
      default:
    }
    for (const block of blocksOf(statement)) block.forEach(visit)
  }
  body.forEach(visit)
  return names
}

/** The names that functions of a block declare `global`. */
export function* globalNames(body: readonly Statement[]): Generator<string> {
  for (const statement of body) {
    if (statement.kind === 'global') yield* statement.names
    for (const block of blocksOf(statement)) yield* globalNames(block)
  }
}
