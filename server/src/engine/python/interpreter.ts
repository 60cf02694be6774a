import type { Span } from '../text'
import type { Expression, FunctionDefinition, Lambda, Statement } from '../syntax/ast'
import { boundIn } from '../syntax/walk'
import { attributeOf } from './attributes'
import { callMethodOf, callObject, followFunction } from './calls'
import { evaluateExpression } from './expressions'
import { deepestValue } from './limits'
import { mentionedIn, type Mentioned } from './mentions'
import { isObject, unknown, type ClassObj, type FunctionObj, type Obj, type Passed } from './object'
import type { Completion } from './completion'
import type { Run, Site, World } from './run'
import type { Scope } from './object'
import { executeBlock, lost } from './statements'
import { notFollowed } from './untraced'
import { contentsOf, weightOf } from './weight'

/** What following one module may cost. */
const mostSteps = 400_000
const deepestCall = 30
const deepestExpression = 600

/**
 * Follows a module's statements as Python would run them, without running anything: no I/O, no effects, bounded steps.
 * Where Python's way depends on something unknown, all ways are followed and only what they agree on is kept.
 */
export class Interpreter implements Run {
  branch = 0
  /** Functions and lambdas whose body was followed. */
  readonly followed = new Set<FunctionDefinition | Lambda>()
  private branches = 0
  private steps = 0
  private depth = 0
  private readonly active: FunctionObj[] = []
  private readonly mentioned = new Map<Span, Mentioned>()
  private readonly settled = new Set<ClassObj>()

  constructor(readonly world: World) {}

  /** Whether the module was too much: what was found is true, but not all was found. */
  get exhausted(): boolean {
    return this.steps >= mostSteps
  }

  step(): boolean {
    return ++this.steps < mostSteps
  }

  charge(values: readonly Obj[]): void {
    this.steps += weightOf({ kind: 'tuple', items: values }) >> 3
  }

  evaluate(expression: Expression, scope: Scope): Obj {
    if (this.depth > deepestExpression || !this.step()) return unknown
    this.depth++
    try {
      return evaluateExpression(expression, scope, this)
    } finally {
      this.depth--
    }
  }

  execute(body: readonly Statement[], scope: Scope): Completion {
    if (this.depth > deepestExpression) return lost(scope)
    this.depth++
    try {
      return executeBlock(body, scope, this)
    } finally {
      this.depth--
    }
  }

  perhaps<T>(body: () => T): T {
    const before = this.branch
    this.branch = ++this.branches
    try {
      return body()
    } finally {
      this.branch = before
    }
  }

  attribute(object: Obj, name: string): Obj {
    return attributeOf(object, name, this)
  }

  call(callee: Obj, passed: Passed, site: Site | undefined): Obj {
    this.charge(passed.positional)
    return callObject(callee, passed, site, this)
  }

  callMethod(object: Obj, name: string, passed: Passed, site: Site | undefined): Obj {
    this.charge([object, ...passed.positional])
    return callMethodOf(object, name, passed, site, this)
  }

  callFunction(callee: FunctionObj, passed: Passed, self: Obj | undefined): Obj {
    const again = this.active.filter(each => each.definition === callee.definition).length
    if (this.active.length >= deepestCall || again >= 3 || !this.step()) return notFollowed(callee, passed, self, this)
    this.followed.add(callee.definition)
    this.active.push(callee)
    try {
      return followFunction(callee, passed, self, this)
    } finally {
      this.active.pop()
    }
  }

  mentionedIn({ definition, scope }: FunctionObj | ClassObj): Mentioned {
    let mentioned = this.mentioned.get(definition)
    if (!mentioned) {
      const { text } = scope.module
      this.charge([text.slice(definition.start, definition.end)])
      mentioned = mentionedIn(definition, text)
      this.mentioned.set(definition, mentioned)
    }
    // Whoever asks goes through them.
    this.steps += 1 + ((mentioned.names.size + mentioned.attributes.length) >> 3)
    return mentioned
  }

  settle(type: ClassObj): void {
    if (this.settled.has(type)) return
    this.settled.add(type)
    for (const name of boundIn(type.definition.body).keys()) type.scope.own(name)
  }

  letGo(passed: Passed): void {
    const seen = new Set<Obj>()
    for (const value of [...passed.positional, ...passed.keywords.values()]) letGo(value, seen, 0)
    this.steps += seen.size >> 3
  }
}

/** Whoever has a container may change it, and all that lies in it. */
function letGo(value: Obj, seen: Set<Obj>, depth: number): void {
  if (!isObject(value) || depth > deepestValue || seen.has(value)) return
  seen.add(value)
  if ('uncertain' in value) value.uncertain = true
  const held = value.kind === 'unknown' ? (value.among ?? []) : contentsOf(value)
  for (const item of held) letGo(item, seen, depth + 1)
}
