import { contentsOf } from '../run/doubt'
import { deepestValue, heaviest } from './limits'
import { isObject, type Obj } from './object'

/** How much a value holds, itself and the length of its strings included; no more than `heaviest` is counted. */
export function weightOf(value: Obj): number {
  const budget = { left: heaviest }
  weigh(value, 0, budget)
  return heaviest - Math.max(0, budget.left)
}

function weigh(value: Obj, depth: number, budget: { left: number }): void {
  budget.left -= typeof value === 'string' ? 1 + (value.length >> 4) : 1
  if (!isObject(value) || depth > deepestValue) return
  for (const item of contentsOf(value)) {
    if (budget.left <= 0) return
    weigh(item, depth + 1, budget)
  }
}
