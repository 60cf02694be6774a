import type { ClassDefinition, Comprehension, Expression, FunctionDefinition, Lambda, Statement } from '../syntax/ast'
import { blocksOf, expressionsOf, partsOf } from '../syntax/walk'

/** A piece of code with names of its own. */
export interface Scope {
  readonly kind: 'module' | 'class' | 'function'
  readonly parent: Scope | undefined
  readonly names: Map<string, Binding[]>
  /** Of a class its dotted name within the module. */
  readonly path: string
  /** Names that belong to the module. */
  readonly globals: Set<string>
  readonly node: FunctionDefinition | Lambda | ClassDefinition | undefined
}

/** One place that gives a name something. */
export type Binding =
  | { readonly kind: 'value'; readonly value: Expression; readonly scope: Scope }
  /** An item of what `value` holds; `at` says which parts of it. */
  | { readonly kind: 'item'; readonly value: Expression; readonly scope: Scope; readonly at: readonly number[] }
  /** Only where a test says that the name is one of these. */
  | {
      readonly kind: 'oneOf'
      readonly value: Expression
      readonly scope: Scope
      readonly start: number
      readonly end: number
    }
  | { readonly kind: 'import'; readonly path: string }
  | { readonly kind: 'parameter'; readonly name: string; readonly index: number; readonly scope: Scope }
  | { readonly kind: 'class'; readonly path: string }
  | { readonly kind: 'function'; readonly node: FunctionDefinition; readonly scope: Scope }
  | { readonly kind: 'other' }

/** All scopes of a module, by the node that opens each. */
export interface Scopes {
  readonly module: Scope
  readonly of: ReadonlyMap<FunctionDefinition | Lambda | ClassDefinition | Comprehension, Scope>
  readonly stars: readonly string[]
}

/** Finds who binds which name. `moduleName` is absolute; relative imports start from it. */
export function scopesOf(body: readonly Statement[], moduleName: string, isPackage: boolean): Scopes {
  const module: Scope = newScope('module', undefined, '', undefined)
  const of = new Map<FunctionDefinition | Lambda | ClassDefinition | Comprehension, Scope>()
  const stars: string[] = []

  const bind = (name: string, binding: Binding, scope: Scope): void => {
    const owner = scope.globals.has(name) ? module : scope
    const bindings = owner.names.get(name)
    if (bindings) bindings.push(binding)
    else owner.names.set(name, [binding])
  }
  const target = (to: Expression, value: Expression | undefined, scope: Scope): void => {
    if (to.kind === 'name') bind(to.id, value ? { kind: 'value', value, scope } : { kind: 'other' }, scope)
    else if (to.kind === 'tuple' || to.kind === 'list') {
      to.items.forEach((item, at) => {
        const parts = value?.kind === 'tuple' || value?.kind === 'list' ? value.items : undefined
        target(item, parts?.length === to.items.length ? parts[at] : undefined, scope)
      })
    } else if (to.kind === 'starred') target(to.value, undefined, scope)
  }
  const itemTarget = (
    to: Expression,
    value: Expression,
    scope: Scope,
    from: Scope,
    at: readonly number[] = [],
  ): void => {
    if (to.kind === 'name') bind(to.id, { kind: 'item', value, scope: from, at }, scope)
    else if (to.kind === 'tuple' || to.kind === 'list')
      to.items.forEach((item, index) => {
        itemTarget(item, value, scope, from, [...at, index])
      })
  }
  const parameters = (node: FunctionDefinition | Lambda, scope: Scope): void => {
    node.parameters.forEach(({ name, kind }, index) => {
      bind(
        name,
        kind === 'plain' || kind === 'keywordOnly' ? { kind: 'parameter', name, index, scope } : { kind: 'other' },
        scope,
      )
    })
  }
  const expression = (node: Expression, scope: Scope): void => {
    if (node.kind === 'lambda') {
      const inner = newScope('function', scope, scope.path, node)
      of.set(node, inner)
      parameters(node, inner)
      for (const each of node.parameters) if (each.default) expression(each.default, scope)
      expression(node.body, inner)
      return
    }
    if (node.kind === 'comprehension') {
      const inner = newScope('function', scope, scope.path, undefined)
      of.set(node, inner)
      for (const clause of node.clauses) {
        if (clause.kind === 'for') itemTarget(clause.target, clause.iterable, inner, inner)
      }
      for (const part of partsOf(node)) expression(part, inner)
      return
    }
    if (node.kind === 'walrus') bind(node.name, { kind: 'value', value: node.value, scope }, scope)
    for (const part of partsOf(node)) expression(part, scope)
  }
  const visit = (statement: Statement, scope: Scope): void => {
    for (const each of expressionsOf(statement)) expression(each, scope)
    switch (statement.kind) {
      case 'assign':
        if (statement.value) for (const to of statement.targets) target(to, statement.value, scope)
        break
      case 'augmentedAssign':
        target(statement.target, undefined, scope)
        break
      case 'for':
        itemTarget(statement.target, statement.iterable, scope, scope)
        break
      case 'with':
        for (const item of statement.items) if (item.target) target(item.target, item.value, scope)
        break
      case 'try':
        for (const { name } of statement.handlers) if (name !== undefined) bind(name, { kind: 'other' }, scope)
        break
      case 'if':
        for (const [name, value] of memberships(statement.test))
          bind(
            name,
            { kind: 'oneOf', value, scope, start: statement.then[0]?.start ?? 0, end: statement.then.at(-1)?.end ?? 0 },
            scope,
          )
        break
      case 'global':
        for (const name of statement.names) scope.globals.add(name)
        break
      case 'import':
        for (const { name, alias } of statement.names)
          bind(
            alias ?? name.split('.')[0]!,
            { kind: 'import', path: alias === undefined ? name.split('.')[0]! : name },
            scope,
          )
        break
      case 'importFrom': {
        const from = absolute(statement.module, statement.level, moduleName, isPackage)
        for (const { name, alias } of statement.names) {
          if (name === '*') stars.push(from)
          else bind(alias ?? name, { kind: 'import', path: from === '' ? name : `${from}.${name}` }, scope)
        }
        break
      }
      case 'function': {
        bind(statement.name, { kind: 'function', node: statement, scope }, scope)
        const inner = newScope('function', scope, scope.path, statement)
        of.set(statement, inner)
        parameters(statement, inner)
        for (const name of globalsIn(statement.body ?? [])) inner.globals.add(name)
        for (const each of statement.body ?? []) visit(each, inner)
        return
      }
      case 'class': {
        const path = scope.path === '' ? statement.name : `${scope.path}.${statement.name}`
        bind(statement.name, { kind: 'class', path }, scope)
        const inner = newScope('class', scope, path, statement)
        of.set(statement, inner)
        for (const each of statement.body) visit(each, inner)
        return
      }
      default:
    }
    for (const block of blocksOf(statement)) for (const each of block) visit(each, scope)
  }
  for (const statement of body) visit(statement, module)
  return { module, of, stars }
}

function newScope(kind: Scope['kind'], parent: Scope | undefined, path: string, node: Scope['node']): Scope {
  return { kind, parent, names: new Map(), path, globals: new Set(), node }
}

function* globalsIn(body: readonly Statement[]): Generator<string> {
  for (const statement of body) {
    if (statement.kind === 'global') yield* statement.names
    if (statement.kind === 'function' || statement.kind === 'class') continue
    for (const block of blocksOf(statement)) yield* globalsIn(block)
  }
}

/** The names that a test says are one of something: `name in (…)`. */
function* memberships(test: Expression): Generator<readonly [string, Expression]> {
  if (test.kind === 'logical' && test.operator === 'and') {
    yield* memberships(test.left)
    yield* memberships(test.right)
  } else if (test.kind === 'compare' && test.operators.length === 1 && test.operators[0] === 'in') {
    const [name, value] = test.operands
    if (name?.kind === 'name' && value) yield [name.id, value]
  }
}

/** The absolute name of a module that is imported by `level` dots and a name. */
export function absolute(module: string, level: number, from: string, isPackage: boolean): string {
  if (level === 0) return module
  const parts = from.split('.')
  const kept = parts.slice(0, parts.length - (isPackage ? level - 1 : level))
  return [...kept, ...(module === '' ? [] : [module])].join('.')
}

/** The bindings of a name where `scope` reads it, and the scope they belong to; undefined for a name that nobody binds. */
export function lookUp(
  name: string,
  scope: Scope,
): { readonly bindings: readonly Binding[]; readonly owner: Scope } | undefined {
  for (let at: Scope | undefined = scope; at; at = at.parent) {
    if (at.kind === 'class' && at !== scope) continue
    if (at.globals.has(name)) continue
    const bindings = at.names.get(name)
    if (bindings) return { bindings, owner: at }
  }
  return undefined
}
