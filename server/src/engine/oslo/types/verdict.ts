import type { PyValue } from '../../python/value'

/** What oslo.config says of a value, or of what a constructor was given. */
export type Verdict = Accepted | Refused | Undecided

export interface Accepted {
  readonly kind: 'accepted'
  /** The value that the program gets. A `range`, which plain data does not have, stays the text it is made of. */
  readonly value: PyValue
}

export interface Refused {
  readonly kind: 'refused'
  readonly error: ErrorName
  /** In oslo.config's own words; in Python's, where oslo.config lets an error of Python through. */
  readonly message: string
}

/** It depends on what is not known: a type of the project's own, an argument that is computed, a regex too hard to follow. */
export interface Undecided {
  readonly kind: 'unknown'
}

/** The exceptions that oslo.config raises or lets through here. Containers try again after a `ValueError` alone. */
export type ErrorName = 'ValueError' | 'TypeError' | 'AttributeError' | 'OverflowError' | 'DefaultValueError' | 'error'

export const undecided: Undecided = { kind: 'unknown' }

export function accepted(value: PyValue): Accepted {
  return { kind: 'accepted', value }
}

export function refused(error: ErrorName, message: string): Refused {
  return { kind: 'refused', error, message }
}
