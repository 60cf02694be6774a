import type { Comprehension, Expression } from '../../syntax/ast'
import { assign } from './assign'
import { isUncertain, isUnsteady, itemNow, itemsIn, itemsNow, truth } from '../values/certainty'
import { dictOf, setOf } from '../values/identity'
import { longest } from '../values/limits'
import { isObject, orUnknown, unknown, type Obj, type Scope } from '../values/object'
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
      if (made.length + (inner?.length ?? 0) > longest) return unknown
      for (const each of inner ?? []) made.push(each)
      if (!inner || (kind === 'set' ? isUncertain(value) : isUnsteady(value))) uncertain = true
    }
  }
  if (made.length > longest) return unknown
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
    if (!isObject(value) || value.kind !== 'dict') uncertain = true
    else {
      if (made.length + value.entries.length > longest) return unknown
      for (const inner of value.entries) made.push(inner)
      uncertain ||= value.uncertain
    }
  }
  return made.length > longest ? unknown : dictOf(made, run.branch, uncertain)
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
      const items = (): readonly Obj[] => itemsNow(iterable, values)
      const isOpen = (): boolean =>
        !values || (expression.makes === 'set' ? isUncertain(iterable) : isUnsteady(iterable))
      // Behind the items that are known there may be others: one round stands for them. What rounds that may not happen
      // add is not gone through.
      let most = longest
      for (let round = 0; round <= most; round++) {
        const open = isOpen()
        uncertain ||= open || round === longest
        if (open) most = Math.min(most, items().length)
        if (round >= items().length && !open) break
        assign(clause.target, orUnknown(itemNow(iterable, items(), round)), inner, run)
        if (open) run.perhaps(() => visit(at + 1))
        else visit(at + 1)
      }
    }
  }
  visit(0)
  if (expression.makes === 'dict') return dictOf(entries, run.branch, uncertain)
  if (expression.makes === 'set') return setOf(items, run.branch, uncertain)
  const made = { items, branch: run.branch, uncertain }
  return expression.makes === 'generator' ? { kind: 'iterator', ...made, taken: false } : { kind: 'list', ...made }
}
