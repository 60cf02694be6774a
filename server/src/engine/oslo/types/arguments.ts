import type { PyValue, Value } from '../../python/value'
import type { ValueType } from '../option'

/** What the constructor of a type was given by name: absent is Python's None, which all of them take for "not given". */
export type Arguments = Readonly<Record<string, Value>>

/** An argument that is settled: its value, null for none; undefined where it cannot be told. */
export function settled(type: ValueType, name: string): PyValue | undefined {
  const value = type.given[name]
  if (value === undefined || value.kind === 'absent') return null
  return value.kind === 'known' ? value.value : undefined
}
