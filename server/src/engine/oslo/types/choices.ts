import type { PyValue } from '../../python/value'
import { iterated, repr, typeName } from './pythonValue'
import { refused, type Refused } from './verdict'

/**
 * The values of `choices=`, given as values, as `(value, description)` pairs (then all of them are), or as the keys of a
 * mapping; undefined where none were given.
 */
export function choicesOf(given: PyValue): readonly PyValue[] | Refused | undefined {
  if (given === null) return undefined
  const items = iterated(given)
  if (items === undefined) return refused('TypeError', `'${typeName(given)}' object is not iterable`)
  const described = items.every(item => typeof item === 'object' && item?.py === 'tuple')
  if (!described) return items.find(isUnhashable) === undefined ? items : unhashable(items.find(isUnhashable)!)
  const pairs = items.map(item => iterated(item)!)
  const odd = pairs.find(pair => pair.length !== 2)
  if (odd) return refused('ValueError', `not enough or too many values in choice ${repr({ py: 'tuple', items: odd })}`)
  const values = pairs.map(([value]) => value!)
  const list = values.find(isUnhashable)
  return list === undefined ? values : unhashable(list)
}

function isUnhashable(value: PyValue): boolean {
  return typeof value === 'object' && value !== null && ['list', 'set', 'dict'].includes(value.py)
}

function unhashable(value: PyValue): Refused {
  return refused('TypeError', `unhashable type: '${typeName(value)}'`)
}
