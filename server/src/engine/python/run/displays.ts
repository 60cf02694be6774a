import type { Comprehension, Expression } from '../../syntax/ast'
import { assign } from './assign'
import { isUncertain, isUnsteady, itemsIn, truth } from '../values/certainty'
import { dictOf, setOf } from '../values/identity'
import { isObject, unknown, type Obj, type Scope } from '../values/object'
import type { Run } from './run'

/** `[a, *b]`, `(a, *b)`, `{a, *b}`. */
export function makeSequence(
  kind: 'list' | 'set' | 'tuple',
  items: readonly Expression[],
  scope: Scope,
  run: Run,
): Obj {
  const made: Obj[] = []
  let uncertain = false
  for (const item of items) {
    if (item.kind !== 'starred') made.push(run.evaluate(item, scope))
    else {
      const value = run.evaluate(item.value, scope)
      const inner = itemsIn(value)
      run.charge(inner ?? [])
      for (const each of inner ?? []) made.push(each)
      if (!inner || (kind === 'set' ? isUncertain(value) : isUnsteady(value))) uncertain = true
    }
  }
  if (kind === 'tuple') {
    return uncertain ? { kind: 'iterator', items: made, branch: run.branch, uncertain } : { kind, items: made }
  }
  return kind === 'set' ? setOf(made, run.branch, uncertain) : { kind, items: made, branch: run.branch, uncertain }
}

/** `{a: b, **c}`. */
export function makeDict(
  entries: readonly { key: Expression | undefined; value: Expression }[],
  scope: Scope,
  run: Run,
): Obj {
  const made: (readonly [Obj, Obj])[] = []
  let uncertain = false
  for (const entry of entries) {
    if (entry.key) {
      const key = run.evaluate(entry.key, scope)
      made.push([key, run.evaluate(entry.value, scope)])
      continue
    }
    const value = run.evaluate(entry.value, scope)
    run.charge([value])
    const isDict = isObject(value) && value.kind === 'dict'
    for (const inner of isDict ? value.entries : []) made.push(inner)
    uncertain ||= !isDict || value.uncertain
  }
  return dictOf(made, run.branch, uncertain)
}

/** `[x for x in y if z]` and its kin. */
export function evaluateComprehension(expression: Comprehension, scope: Scope, run: Run): Obj {
  const inner = scope.inner('comprehension')
  const items: Obj[] = []
  const entries: [Obj, Obj][] = []
  let uncertain = false
  const visit = (at: number): void => {
    const clause = expression.clauses[at]
    if (!run.step()) {
      uncertain = true
      return
    }
    if (!clause) {
      const key = expression.key && run.evaluate(expression.key, inner)
      const value = run.evaluate(expression.element, inner)
      if (key !== undefined) entries.push([key, value])
      else items.push(value)
    } else if (clause.kind === 'if') {
      const test = truth(run.evaluate(clause.test, inner))
      if (test === undefined) {
        uncertain = true
        run.perhaps(() => visit(at + 1))
      } else if (test) visit(at + 1)
    } else {
      const iterable = run.evaluate(clause.iterable, at === 0 ? scope : inner)
      const values = itemsIn(iterable)
      run.charge(values ?? [])
      const isCertain = (): boolean =>
        values !== undefined && !(expression.makes === 'set' ? isUncertain(iterable) : isUnsteady(iterable))
      const follow = (item: Obj): void => {
        assign(clause.target, item, inner, run)
        if (isCertain()) visit(at + 1)
        else run.perhaps(() => visit(at + 1))
      }
      run.goingThrough(iterable, () => {
        for (const item of [...(values ?? [])]) follow(item)
        // Behind the items that are known there may be others: one round stands for them.
        if (!isCertain()) {
          uncertain = true
          follow(unknown)
        }
      })
    }
  }
  visit(0)
  if (expression.makes === 'dict') return dictOf(entries, run.branch, uncertain)
  if (expression.makes === 'set') return setOf(items, run.branch, uncertain)
  const made = { items, branch: run.branch, uncertain }
  return expression.makes === 'generator' ? { kind: 'iterator', ...made } : { kind: 'list', ...made }
}
