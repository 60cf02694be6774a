import type { Expression, FunctionDefinition, Lambda, Statement } from '../../syntax/ast'
import { attributeOf } from './attributes'
import { callMethodOf, callObject, followFunction } from './calls'
import { evaluateExpression } from './expressions'
import { letGo } from './doubt'
import { isObject, unknown, valuesOf, type FunctionObj, type Obj, type Passed } from '../values/object'
import type { Completion } from './completion'
import type { Site, World } from './run'
import type { Scope } from '../values/object'
import { executeBlock, lost } from './statements'
import { longest } from '../values/limits'
import { weightOf } from '../values/weight'

/** What following one module may cost. */
const mostSteps = 400_000
const deepestCall = 30
const deepestExpression = 600

/**
 * Follows a module's statements as Python would run them, without running anything: no I/O, no effects, bounded steps.
 * Where Python's way depends on something unknown, all ways are followed and only what they agree on is kept.
 */
export class Interpreter {
  /** The branch that is being followed; what may not happen has another number than what surely does. */
  branch = 0
  /** Functions and lambdas whose body was followed. */
  readonly followed = new Set<FunctionDefinition | Lambda>()
  private branches = 0
  private steps = 0
  private depth = 0
  private readonly active: FunctionObj[] = []
  /** What loops and comprehensions are going through, innermost last. */
  private readonly goneThrough: unknown[] = []

  constructor(readonly world: World) {}

  /** Whether the module was too much: what was found is true, but not all was found. */
  get exhausted(): boolean {
    return this.steps >= mostSteps
  }

  /** Counts one step; false once the module has used up its steps, and from then on. */
  step(): boolean {
    return ++this.steps < mostSteps
  }

  spend(steps: number): void {
    this.steps += steps
  }

  /** Counts what it takes to go through values, all that lies in them included. */
  charge(values: readonly Obj[]): void {
    this.spend(weightOf({ kind: 'tuple', items: values }) >> 3)
  }

  evaluate(expression: Expression, scope: Scope): Obj {
    if (this.depth > deepestExpression || !this.step()) return unknown
    this.depth++
    try {
      const value = evaluateExpression(expression, scope, this)
      return isTooLarge(value) ? unknown : value
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

  /** Follows something that may not happen, or may happen several times. */
  perhaps<T>(body: () => T): T {
    const before = this.branch
    this.branch = ++this.branches
    try {
      return body()
    } finally {
      this.branch = before
    }
  }

  /** Follows what goes through the items of something. */
  goingThrough<T>(iterable: Obj, body: () => T): T {
    const isView = isObject(iterable) && iterable.kind === 'iterator' && iterable.source !== undefined
    this.goneThrough.push(isView ? iterable.source : iterable)
    try {
      return body()
    } finally {
      this.goneThrough.pop()
    }
  }

  /** Whether somebody is going through the items of a container just now. */
  isGoneThrough(container: unknown): boolean {
    return this.goneThrough.includes(container)
  }

  /** An attribute, as Python looks it up; unknown where that cannot be told. */
  attribute(object: Obj, name: string): Obj {
    return attributeOf(object, name, this)
  }

  /** `site` is undefined for calls that Python makes by itself (`__init__`, a property). */
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
    const isTooDeep = this.active.length >= deepestCall || again >= 3
    if (isTooDeep || callee.definition.body === undefined || !this.step()) {
      letGo([callee, self, ...valuesOf(passed)], this, true)
      return unknown
    }
    this.followed.add(callee.definition)
    this.active.push(callee)
    try {
      return followFunction(callee, passed, self, this)
    } finally {
      this.active.pop()
    }
  }
}

/** Whether it is larger than anybody writes. */
function isTooLarge(value: Obj): boolean {
  if (typeof value === 'string') return value.length > longest
  return isObject(value) && (value.kind === 'list' || value.kind === 'tuple') && value.items.length > longest
}
