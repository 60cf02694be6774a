import type { Category } from './category'

/**
 * What an option is about, by its words. The first entry that fits wins, so the order is from sure to vague. `name` is
 * matched against the words of the name joined by `_`, `help` against the first sentence in lower case, `group` against
 * the groups joined by spaces; what is left out fits. `kinds` tells which types of value an entry speaks of.
 */
export interface Subject {
  readonly category: Category
  /** Whether it matters to security. */
  readonly relevant: boolean
  readonly kinds?: readonly ValueKind[]
  readonly name?: RegExp
  readonly help?: RegExp
  readonly group?: RegExp
}

export type ValueKind = 'switch' | 'number' | 'text' | 'address' | 'port' | 'url' | 'choice'

/** Free text or one of a closed set. */
export const anyText = ['text', 'choice'] as const
/** Free text only: what a person types could be anything. */
export const freeText = ['text'] as const

/** `(^|_)word(_|$)` for each of the words. */
export function words(list: string): RegExp {
  return new RegExp(`(^|_)(${list})(_|$)`)
}

/** The last word or words of the name. */
export function ends(list: string): RegExp {
  return new RegExp(`(^|_)(${list})$`)
}
