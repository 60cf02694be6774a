import { compactInteger } from '../../syntax/literals'
import { assemble, formatPercent } from './format'
import { isCertain, isUncertain, itemsIn, toNumber } from '../values/certainty'
import { unknownFrom } from '../run/doubt'
import { equal } from '../values/identity'
import { longest } from '../values/limits'
import { isObject, isUnknown, kindOf, unknown, type Obj } from '../values/object'

/** `left <operator> right`; unknown where it would raise an error or is not followed. */
export function binary(operator: string, left: Obj, right: Obj, branch: number): Obj {
  const result = calculate(operator, left, right, branch)
  return result === unknown ? unknownFrom([left, right]) : result
}

function calculate(operator: string, left: Obj, right: Obj, branch: number): Obj {
  if (operator === '%' && typeof left === 'string') return formatPercent(left, right)
  if (operator === '+') return plus(left, right, branch)
  if (operator === '-' && kindOf(left) === 'set' && kindOf(right) === 'set') return difference(left, right, branch)
  return (operator === '*' ? repeat(left, right, branch) : undefined) ?? arithmetic(operator, left, right)
}

/** `a - b` of two sets. */
function difference(left: Obj, right: Obj, branch: number): Obj {
  const items = itemsIn(left)!
  if (isUncertain(left) || items.length * itemsIn(right)!.length > longest) return unknown
  const answers = items.map(item => contains(right, item))
  const rest = items.filter((_, at) => answers[at] === false)
  return answers.includes(undefined) ? unknown : { kind: 'set', items: rest, branch, uncertain: false }
}

function plus(left: Obj, right: Obj, branch: number): Obj {
  if ([left, right].every(part => typeof part === 'string' || isUnknown(part))) return assemble([left, right])
  const kinds = [kindOf(left), kindOf(right)]
  if (kinds.includes('list')) {
    // What is known of a sum of lists is still worth having: the options among it.
    const uncertain = isUncertain(left) || isUncertain(right) || kinds[0] !== kinds[1]
    return { kind: 'list', items: [...(itemsIn(left) ?? []), ...(itemsIn(right) ?? [])], branch, uncertain }
  }
  if (kinds.every(kind => kind === 'tuple')) return { kind: 'tuple', items: [...itemsIn(left)!, ...itemsIn(right)!] }
  return arithmetic('+', left, right)
}

/** A text, list or tuple several times. */
function repeat(sequence: Obj, times: Obj, branch: number): Obj | undefined {
  const kind = kindOf(sequence)
  if (typeof times !== 'number' || !['string', 'list', 'tuple'].includes(kind)) return undefined
  const count = Math.max(0, times)
  if (typeof sequence === 'string') return sequence.length * count <= longest ? sequence.repeat(count) : unknown
  const once = itemsIn(sequence)!
  if (once.length * count > longest) return unknown
  const items = once.length === 0 ? [] : Array.from({ length: count }, () => once).flat()
  return kind === 'tuple' ? { kind, items } : { kind: 'list', items, branch, uncertain: isUncertain(sequence) }
}

function arithmetic(operator: string, left: Obj, right: Obj): Obj {
  const a = toNumber(left)
  const b = toNumber(right)
  if (a === undefined || b === undefined) return unknownFrom([left, right])
  const whole = [left, right].every(each => kindOf(each) !== 'float')
  if (whole && operator !== '/') return integerArithmetic(operator, BigInt(toInteger(left)), BigInt(toInteger(right)))
  // Python divides integers of any size exactly, and rounds once.
  return whole && !(Number.isSafeInteger(a) && Number.isSafeInteger(b)) ? unknown : floatArithmetic(operator, a, b)
}

function toInteger(value: Obj): number | bigint {
  return typeof value === 'bigint' ? value : Number(value)
}

function floatArithmetic(operator: string, a: number, b: number): Obj {
  const value = { '+': a + b, '-': a - b, '*': a * b, '/': a / b }[operator]
  return value !== undefined && Number.isFinite(value) ? { kind: 'float', value } : unknown
}

function integerArithmetic(operator: string, a: bigint, b: bigint): Obj {
  if (operator === '+') return compactInteger(a + b)
  if (operator === '-') return compactInteger(a - b)
  const isSmall = digits(a) + digits(b) < 2000
  if (operator === '*') return isSmall ? compactInteger(a * b) : unknown
  const isExponent = b >= 0n && b < 4096n && digits(a) * Number(b) < 2000
  if (operator === '**') return isExponent ? compactInteger(a ** b) : unknown
  return operator === '<<' && isExponent ? compactInteger(a << b) : unknown
}

function digits(value: bigint): number {
  return value.toString(16).length
}

/** `-x`, `+x`; `~x` is not followed. */
export function unary(operator: '-' | '+' | '~', operand: Obj): Obj {
  if (operator === '~' || toNumber(operand) === undefined) return unknown
  if (isObject(operand)) return operator === '-' ? floatArithmetic('*', toNumber(operand)!, -1) : operand
  return integerArithmetic('*', BigInt(toInteger(operand)), operator === '-' ? -1n : 1n)
}

/** One comparison; undefined where it cannot be told. */
export function compare(operator: string, left: Obj, right: Obj): boolean | undefined {
  const negated = /^(!=|<>|not in|is not)$/.test(operator)
  const answer = compareAs(negated ? (positive[operator] ?? operator) : operator, left, right)
  return answer === undefined ? undefined : answer !== negated
}

const positive: Readonly<Record<string, string>> = { '!=': '==', '<>': '==', 'not in': 'in', 'is not': 'is' }

function compareAs(operator: string, left: Obj, right: Obj): boolean | undefined {
  if (operator === '==') return equal(left, right)
  if (operator === 'is') return identical(left, right)
  if (operator === 'in') return contains(right, left)
  const order = compareOrder(left, right)
  if (order === undefined) return undefined
  return (
    (operator.startsWith('<') && order < 0) ||
    (operator.startsWith('>') && order > 0) ||
    (operator.endsWith('=') && order === 0)
  )
}

function identical(left: Obj, right: Obj): boolean | undefined {
  const kinds = [kindOf(left), kindOf(right)]
  if (kinds.includes('unknown') || kinds.includes('external')) return undefined
  if (kinds.includes('none') || kinds.includes('boolean')) return left === right
  return isObject(left) && left === right ? true : undefined
}

/** Containers are not looked for among more items than these. */
const mostCompared = 100

function contains(container: Obj, item: Obj): boolean | undefined {
  if (typeof container === 'string') return typeof item === 'string' ? container.includes(item) : undefined
  const items = isUncertain(container) ? undefined : itemsIn(container)
  if (!items || (isObject(item) && items.length > mostCompared)) return undefined
  const answers = items.map(each => equal(each, item))
  return answers.includes(true) ? true : answers.includes(undefined) ? undefined : false
}

/** Python's order of two numbers or texts: negative, zero, positive; undefined for anything else. */
export function compareOrder(left: Obj, right: Obj): number | undefined {
  // Python orders characters, JavaScript the halves of which some are made.
  const texts = [left, right].every(each => typeof each === 'string' && !/[\ud800-\udfff]/.test(each))
  const [a, b] = [left, right].map(each => (texts || typeof each === 'bigint' ? (each as string) : toNumber(each)))
  return a === undefined || b === undefined ? undefined : a < b ? -1 : a > b ? 1 : 0
}

/** The items in Python's order; undefined where they cannot be compared. Equal ones keep their order, as in Python. */
export function sortItems(items: readonly Obj[], reverse: boolean): Obj[] | undefined {
  let comparable = items.every(isCertain)
  const sorted = [...items].sort((a, b) => {
    const order = compareOrder(a, b)
    if (order === undefined) comparable = false
    return (order ?? 0) * (reverse ? -1 : 1)
  })
  // One item alone is not compared.
  return comparable ? sorted : undefined
}
