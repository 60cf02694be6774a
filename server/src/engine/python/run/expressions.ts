import type { Call, Compare, Expression, Lambda, Slice } from '../../syntax/ast'
import { extendList } from './assign'
import { assemble, field } from '../operations/format'
import { isUncertain, isUnsteady, itemsIn, truth } from '../values/certainty'
import { letGo, unknownFrom } from './doubt'
import { either } from './flow'
import { evaluateComprehension, makeDict, makeSequence } from './displays'
import { entryOf } from '../values/identity'
import { resolved } from '../values/lazy'
import { longest } from '../values/limits'
import { isObject, kindOf, orUnknown, unknown, type FunctionObj, type Obj, type Passed } from '../values/object'
import { binary, compare, unary } from '../operations/operators'
import type { Run } from './run'
import type { Scope } from '../values/object'

/** What an expression certainly evaluates to. */
export function evaluateExpression(expression: Expression, scope: Scope, run: Run): Obj {
  switch (expression.kind) {
    case 'string':
      return expression.value
    case 'bytes':
      return { kind: 'bytes', value: expression.value }
    case 'number':
      return expression.isFloat ? { kind: 'float', value: Number(expression.value) } : expression.value
    case 'constant':
      return expression.value
    case 'name':
      return expression.id === '__name__' ? run.world.nameOf(scope.module) : lookUp(expression.id, scope)
    case 'formatted':
      return assemble(
        expression.parts.map(part => {
          if (typeof part === 'string') return part
          const value = run.evaluate(part.value, scope)
          run.charge([value])
          // How wide a field is written is left alone.
          return part.format === undefined || part.format === '' ? field(value, part.conversion) : unknown
        }),
      )
    case 'attribute':
      return run.attribute(run.evaluate(expression.object, scope), expression.name)
    case 'call': {
      const result = evaluateCall(expression, scope, run)
      run.charge([result])
      return result
    }
    case 'list':
    case 'set':
    case 'tuple':
      return makeSequence(expression.kind, expression.items, scope, run)
    case 'dict':
      return makeDict(expression.entries, scope, run)
    case 'binary': {
      const left = run.evaluate(expression.left, scope)
      const right = run.evaluate(expression.right, scope)
      run.charge([left, right])
      return binary(expression.operator, left, right, run.branch)
    }
    case 'unary': {
      const operand = run.evaluate(expression.operand, scope)
      if (expression.operator !== 'not') return unary(expression.operator, operand)
      const known = truth(operand)
      return known === undefined ? unknown : !known
    }
    case 'logical': {
      const left = run.evaluate(expression.left, scope)
      const known = truth(left)
      if (known !== undefined && known === (expression.operator === 'or')) return left
      if (known !== undefined) return run.evaluate(expression.right, scope)
      return either([() => left, () => run.evaluate(expression.right, scope)], scope, run)
    }
    case 'compare':
      return evaluateCompare(expression, scope, run)
    case 'conditional': {
      const test = truth(run.evaluate(expression.test, scope))
      if (test !== undefined) return run.evaluate(test ? expression.then : expression.otherwise, scope)
      const branches = [expression.then, expression.otherwise]
      return either(
        branches.map(branch => () => run.evaluate(branch, scope)),
        scope,
        run,
      )
    }
    case 'subscript':
      return subscript(run.evaluate(expression.object, scope), expression.index, scope, run)
    case 'slice':
      return unknown
    case 'lambda':
      return makeLambda(expression, scope, run)
    case 'comprehension':
      return evaluateComprehension(expression, scope, run)
    case 'starred':
      run.evaluate(expression.value, scope)
      return unknown
    case 'walrus': {
      // Inside a comprehension, the name is the surrounding function's; what it is bound to is not followed.
      let outer = scope
      while (outer.kind === 'comprehension' && outer.parent) outer = outer.parent
      const value = run.evaluate(expression.value, scope)
      outer.bind(expression.name, unknown)
      return value
    }
    case 'yield': {
      const value = expression.value ? run.evaluate(expression.value, scope) : null
      const more: Obj = expression.from ? value : { kind: 'tuple', items: [value] }
      if (scope.yielded) extendList(scope.yielded, more, run)
      return unknown
    }
    case 'other':
      for (const part of expression.parts) run.evaluate(part, scope)
      return unknown
  }
}

function lookUp(name: string, scope: Scope): Obj {
  const found = scope.lookup(name)
  if (found === undefined) return { kind: 'external', path: `builtins.${name}` }
  const value = resolved(found)
  // Whoever had it before may have gone through it.
  return isObject(value) && value.kind === 'iterator' ? { ...value, uncertain: true } : value
}

function evaluateCall(call: Call, scope: Scope, run: Run): Obj {
  const site = { node: call, module: scope.module }
  const text = translatedText(call, scope, run)
  if (text !== undefined) return text
  if (call.callee.kind === 'attribute') {
    const object = evaluateReceiver(call.callee.object, call.callee.name, scope, run)
    return run.callMethod(object, call.callee.name, passedBy(call, scope, run), site)
  }
  if (call.callee.kind === 'name' && call.callee.id === 'super') return superOf(call, scope, run)
  return run.call(run.evaluate(call.callee, scope), passedBy(call, scope, run), site)
}

/**
 * The text of `_('text')` and its kin, also as `i18n._('text')`: untranslated, it is the text itself. The function is
 * not looked up: that would read the project's translation module for each text.
 */
function translatedText(call: Call, scope: Scope, run: Run): Obj | undefined {
  const { callee } = call
  const ofModule = callee.kind === 'attribute' && (callee.object.kind === 'name' || callee.object.kind === 'attribute')
  const name = callee.kind === 'name' ? callee.id : ofModule ? callee.name : ''
  const [text, ...more] = call.arguments
  if (!text || !run.world.conventions.isTranslator(name) || text.keyword !== undefined || more.length > 0)
    return undefined
  // A function of the module itself is followed like any other.
  const own = callee.kind === 'name' ? scope.lookup(name) : undefined
  if (own !== undefined && isObject(own) && own.kind === 'function') return undefined
  return run.evaluate(text.value, scope)
}

/**
 * What a method is called on. Some objects are known by their names; following those to the modules that bind them would
 * read these modules and all that they import, only to find an object that we know nothing of.
 */
function evaluateReceiver(receiver: Expression, method: string, scope: Scope, run: Run): Obj {
  const name = receiver.kind === 'name' ? receiver.id : receiver.kind === 'attribute' ? receiver.name : ''
  return run.world.conventions.ignoresReceiver(name, method) ? unknown : run.evaluate(receiver, scope)
}

/** `super()`, or `super(Class, self)` as it used to be written. */
function superOf(call: Call, scope: Scope, run: Run): Obj {
  const [first, second] = call.arguments.map(argument => run.evaluate(argument.value, scope))
  let around: Scope | undefined = scope
  while (around && !around.method) around = around.parent
  const self = second ?? around?.method?.self
  const owner = first ?? around?.method?.owner
  if (self === undefined || owner === undefined || !isObject(owner) || owner.kind !== 'class') return unknown
  return { kind: 'super', self, after: owner }
}

/** The arguments of a call, evaluated in their order. */
function passedBy(call: Call, scope: Scope, run: Run): Passed {
  const positional: Obj[] = []
  const keywords = new Map<string, Obj>()
  let open = call.broken
  // Behind something of unknown length, nobody knows which parameter an argument is for.
  let unplaced = false
  for (const argument of call.arguments) {
    const value = run.evaluate(argument.value, scope)
    if (argument.keyword === '*') {
      const items = isUnsteady(value) ? undefined : itemsIn(value)
      const fits = items && positional.length + items.length <= longest
      if (fits && !unplaced) for (const item of items) positional.push(item)
      else open = unplaced = true
    } else if (argument.keyword === '**') {
      if (isObject(value) && value.kind === 'dict' && !value.uncertain) {
        for (const [key, item] of value.entries) {
          if (typeof key === 'string') keywords.set(key, item)
          else open = true
        }
      } else open = true
    } else if (argument.keyword !== undefined) keywords.set(argument.keyword, value)
    else if (!unplaced) positional.push(value)
    else letGo([value], run)
  }
  return { positional, keywords, open }
}

function evaluateCompare(expression: Compare, scope: Scope, run: Run): Obj {
  // `if __name__ == '__main__'`: whether the module is imported or run is for others to say.
  if (expression.operands.some(operand => operand.kind === 'name' && operand.id === '__name__')) return unknown
  if (expression.operators.length > mostCompared) return unknown
  // Of `a < b < c`, Python looks at `c` only where `a < b`.
  const from = (at: number, left: Obj): Obj => {
    const [operator, next] = [expression.operators[at], expression.operands[at + 1]]
    if (operator === undefined || next === undefined) return unknown
    const right = run.evaluate(next, scope)
    run.charge([left, right])
    const answer = compare(operator, left, right)
    if (at === expression.operators.length - 1) return orUnknown(answer)
    if (answer === false) return false
    return answer ? from(at + 1, right) : either([() => false, () => from(at + 1, right)], scope, run)
  }
  const [first] = expression.operands
  return first ? from(0, run.evaluate(first, scope)) : unknown
}

/** Nobody compares that many values in a row. */
const mostCompared = 100

function subscript(object: Obj, index: Expression, scope: Scope, run: Run): Obj {
  if (index.kind === 'slice') return slice(object, index, scope, run)
  const key = run.evaluate(index, scope)
  if (isUncertain(object)) return unknownFrom([object])
  if (kindOf(object) !== 'list' && kindOf(object) !== 'tuple') run.charge([object])
  if (isObject(object) && object.kind === 'dict') {
    const entry = entryOf(object, key)
    return entry ? entry[1] : unknownFrom([object])
  }
  const items = itemsIn(object)
  if (!items || kindOf(object) === 'set' || typeof key !== 'number') return unknownFrom([object])
  return orUnknown(items[key < 0 ? items.length + key : key])
}

function slice(object: Obj, index: Slice, scope: Scope, run: Run): Obj {
  const [lower, upper, step] = [index.lower, index.upper, index.step].map(bound =>
    bound ? run.evaluate(bound, scope) : undefined,
  )
  run.charge([object])
  const isPlace = (bound: Obj | undefined): bound is number | undefined =>
    bound === undefined || typeof bound === 'number'
  if (isUncertain(object) || !isPlace(lower) || !isPlace(upper) || step !== undefined) return unknownFrom([object])
  if (typeof object === 'string') return [...object].slice(lower, upper).join('')
  const items = itemsIn(object)?.slice(lower, upper) ?? []
  if (kindOf(object) === 'tuple') return { kind: 'tuple', items }
  return kindOf(object) === 'list'
    ? { kind: 'list', items, branch: run.branch, uncertain: false }
    : unknownFrom([object])
}

function makeLambda(definition: Lambda, scope: Scope, run: Run): FunctionObj {
  const defaults = new Map<string, Obj>()
  for (const parameter of definition.parameters) {
    if (parameter.default) defaults.set(parameter.name, run.evaluate(parameter.default, scope))
  }
  return { kind: 'function', definition, name: '<lambda>', scope, defaults, decoration: 'none', owner: undefined }
}
