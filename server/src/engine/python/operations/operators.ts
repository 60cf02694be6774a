import { compactInteger } from '../../syntax/literals'
import { hasHalves } from '../values/characters'
import { formatPercent } from './format'
import { equal, isCertain, isUncertain, itemsIn, mostCompared, numberOrder, toNumber } from '../values/certainty'
import { unknownFrom } from '../run/doubt'
import { dictOf, setOf } from '../values/identity'
import { longest } from '../values/limits'
import { isObject, kindOf, unknown, type Obj } from '../values/object'
import { combineSets } from '../values/sets'

/** `left <operator> right`; unknown where it would raise an error or is not followed. */
export function binary(operator: string, left: Obj, right: Obj, branch: number): Obj {
  const result = calculate(operator, left, right, branch)
  return result === unknown ? unknownFrom([left, right]) : result
}

function calculate(operator: string, left: Obj, right: Obj, branch: number): Obj {
  if (operator === '%' && typeof left === 'string') return formatPercent(left, right)
  if (operator === '+') return plus(left, right, branch)
  if (operator === '*') {
    const repeated = repeat(left, right, branch) ?? repeat(right, left, branch)
    if (repeated !== undefined) return repeated
  }
  if (operator === '|') {
    const merged = merge(left, right, branch)
    if (merged) return merged
  }
  return combineSets(operator, left, right, branch) ?? arithmetic(operator, left, right)
}

function plus(left: Obj, right: Obj, branch: number): Obj {
  if (typeof left === 'string' && typeof right === 'string') {
    return left.length + right.length <= longest ? left + right : unknown
  }
  const pattern = joinPatterns([left, right])
  if (pattern !== undefined) return { kind: 'unknown', pattern }
  const kind = kindOf(left)
  if (kind === 'list' || kind === 'tuple') {
    const a = itemsIn(left)!
    const b = itemsIn(right)
    if (a.length + (b?.length ?? 0) > longest) return unknown
    if (kind === 'tuple')
      return b && kindOf(right) === 'tuple' ? { kind, items: [...a, ...b] } : unknownFrom([left, right])
    // What is known of a sum of lists is still worth having: the options among it.
    const uncertain = isUncertain(left) || isUncertain(right) || !b || kindOf(right) !== 'list'
    return { kind: 'list', items: [...a, ...(b ?? [])], branch, uncertain }
  }
  if (kindOf(right) === 'list') return { kind: 'list', items: [...itemsIn(right)!], branch, uncertain: true }
  if (isObject(left) && left.kind === 'bytes' && isObject(right) && right.kind === 'bytes') {
    return left.value.length + right.value.length <= longest
      ? { kind: 'bytes', value: left.value + right.value }
      : unknown
  }
  return arithmetic('+', left, right)
}

/** A string of which parts are known, as a pattern with `*`; undefined when no part is a known text. */
export function joinPatterns(parts: readonly Obj[]): string | undefined {
  const pieces = parts.map(part => {
    if (typeof part === 'string') return part
    return isObject(part) && part.kind === 'unknown' ? (part.pattern ?? '*') : undefined
  })
  if (pieces.includes(undefined) || pieces.every(piece => piece === '' || piece === '*')) return undefined
  const pattern = pieces.join('').replace(/\*+/g, '*')
  return pattern.length <= 200 ? pattern : undefined
}

function repeat(sequence: Obj, times: Obj, branch: number): Obj | undefined {
  if (typeof times !== 'number' && typeof times !== 'boolean') return undefined
  const count = Math.max(0, Number(times))
  if (typeof sequence === 'string') return sequence.length * count <= longest ? sequence.repeat(count) : unknown
  const kind = kindOf(sequence)
  if (kind !== 'list' && kind !== 'tuple') return undefined
  const items = itemsIn(sequence)!
  if (items.length * count > longest) return unknown
  const all = items.length === 0 ? [] : Array.from({ length: count }, () => items).flat()
  return kind === 'tuple'
    ? { kind, items: all }
    : { kind: 'list', items: all, branch, uncertain: isUncertain(sequence) }
}

/** `|` of two dicts or two sets. */
function merge(left: Obj, right: Obj, branch: number): Obj | undefined {
  if (!isObject(left) || !isObject(right)) return undefined
  if (left.kind === 'dict' && right.kind === 'dict') {
    return dictOf([...left.entries, ...right.entries], branch, left.uncertain || right.uncertain)
  }
  if (left.kind !== 'set' || right.kind !== 'set') return undefined
  const merged = setOf([...left.items, ...right.items], branch, left.uncertain || right.uncertain)
  return merged.items.length <= longest ? merged : unknown
}

function arithmetic(operator: string, left: Obj, right: Obj): Obj {
  const a = toNumber(left)
  const b = toNumber(right)
  if (a === undefined || b === undefined) return unknownFrom([left, right])
  if (typeof left === 'boolean' && typeof right === 'boolean' && /^[&|^]$/.test(operator)) {
    return operator === '&' ? left && right : operator === '|' ? left || right : left !== right
  }
  const floats = kindOf(left) === 'float' || kindOf(right) === 'float'
  // Python divides integers of any size exactly, and rounds once.
  if (!floats && operator === '/' && (typeof left === 'bigint' || typeof right === 'bigint')) return unknown
  if (floats || operator === '/') return floatArithmetic(operator, a, b)
  return integerArithmetic(operator, BigInt(toInteger(left)), BigInt(toInteger(right)))
}

function toInteger(value: Obj): number | bigint {
  return typeof value === 'bigint' ? value : Number(value)
}

function floatArithmetic(operator: string, a: number, b: number): Obj {
  let value: number | undefined
  if (operator === '+') value = a + b
  else if (operator === '-') value = a - b
  else if (operator === '*') value = a * b
  else if (operator === '/' && b !== 0) value = a / b
  return value !== undefined && Number.isFinite(value) ? { kind: 'float', value } : unknown
}

function integerArithmetic(operator: string, a: bigint, b: bigint): Obj {
  switch (operator) {
    case '+':
      return compactInteger(a + b)
    case '-':
      return compactInteger(a - b)
    case '*':
      return digits(a) + digits(b) < 2000 ? compactInteger(a * b) : unknown
    case '**':
      return b >= 0n && b < 4096n && digits(a) * Number(b) < 2000 ? compactInteger(a ** b) : unknown
    case '//':
      return b === 0n ? unknown : compactInteger(floorDivide(a, b))
    case '%':
      return b === 0n ? unknown : compactInteger(a - floorDivide(a, b) * b)
    case '<<':
      return b >= 0n && b < 4096n && digits(a) < 2000 ? compactInteger(a << b) : unknown
    case '>>':
      return b >= 0n ? compactInteger(a >> b) : unknown
    case '&':
      return compactInteger(a & b)
    case '|':
      return compactInteger(a | b)
    case '^':
      return compactInteger(a ^ b)
    default:
      return unknown
  }
}

function digits(value: bigint): number {
  return value.toString(16).length
}

function floorDivide(a: bigint, b: bigint): bigint {
  const quotient = a / b
  return a % b !== 0n && a < 0n !== b < 0n ? quotient - 1n : quotient
}

/** `-x`, `+x`, `~x`. */
export function unary(operator: '-' | '+' | '~', operand: Obj): Obj {
  if (isObject(operand) && operand.kind === 'float') {
    if (operator === '~') return unknown
    return operator === '-' ? { kind: 'float', value: -operand.value } : operand
  }
  if (typeof operand !== 'number' && typeof operand !== 'bigint' && typeof operand !== 'boolean') return unknown
  const value = BigInt(toInteger(operand))
  return compactInteger(operator === '-' ? -value : operator === '~' ? ~value : value)
}

/** One comparison; undefined where it cannot be told. */
export function compare(operator: string, left: Obj, right: Obj): boolean | undefined {
  switch (operator) {
    case '==':
      return equal(left, right)
    case '!=':
    case '<>': {
      const same = equal(left, right)
      return same === undefined ? undefined : !same
    }
    case 'is':
    case 'is not': {
      const same = identical(left, right)
      return same === undefined ? undefined : same === (operator === 'is')
    }
    case 'in':
    case 'not in': {
      const found = contains(right, left)
      return found === undefined ? undefined : found === (operator === 'in')
    }
    default:
      return ordered(operator, left, right)
  }
}

function identical(left: Obj, right: Obj): boolean | undefined {
  if (left === null || right === null || typeof left === 'boolean' || typeof right === 'boolean') {
    if (kindOf(left) === 'unknown' || kindOf(right) === 'unknown') return undefined
    if (kindOf(left) === 'external' || kindOf(right) === 'external') return undefined
    return left === right
  }
  return isObject(left) && left === right && kindOf(left) !== 'unknown' ? true : undefined
}

function contains(container: Obj, item: Obj): boolean | undefined {
  if (typeof container === 'string') return typeof item === 'string' ? container.includes(item) : undefined
  const items = itemsIn(container)
  if (!items || isUncertain(container)) return undefined
  if (isObject(item) && items.length > mostCompared) return undefined
  const answers = items.map(each => equal(each, item))
  return answers.includes(true) ? true : answers.includes(undefined) ? undefined : false
}

function ordered(operator: string, left: Obj, right: Obj): boolean | undefined {
  if (!isCertain(left) || !isCertain(right)) return undefined
  const difference = compareOrder(left, right)
  if (difference === undefined) return undefined
  if (operator === '<') return difference < 0
  if (operator === '<=') return difference <= 0
  if (operator === '>') return difference > 0
  return operator === '>=' ? difference >= 0 : undefined
}

/** Python's order of two values: negative, zero, positive; undefined where there is none. */
export function compareOrder(left: Obj, right: Obj): number | undefined {
  const order = numberOrder(left, right)
  if (order !== undefined) return order
  if (typeof left === 'string' && typeof right === 'string') {
    // Python orders characters, JavaScript the halves of which some are made.
    if (hasHalves(left) || hasHalves(right)) return undefined
    return left < right ? -1 : left > right ? 1 : 0
  }
  if (kindOf(left) !== kindOf(right) || (kindOf(left) !== 'tuple' && kindOf(left) !== 'list')) return undefined
  const x = itemsIn(left)!
  const y = itemsIn(right)!
  for (let i = 0; i < Math.min(x.length, y.length); i++) {
    const difference = compareOrder(x[i]!, y[i]!)
    if (difference !== 0) return difference
  }
  return x.length - y.length
}

/** The items in Python's order; undefined where they cannot be compared. Equal ones keep their order, as in Python. */
export function sortItems(items: readonly Obj[], reverse: boolean): Obj[] | undefined {
  if (!isCertain({ kind: 'tuple', items })) return undefined
  const incomparable: Obj[] = []
  const sorted = [...items].sort((a, b) => {
    const order = compareOrder(a, b)
    if (order === undefined) incomparable.push(a, b)
    return (order ?? 0) * (reverse ? -1 : 1)
  })
  return incomparable.length === 0 ? sorted : undefined
}
