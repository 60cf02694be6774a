import type { Range } from '../text'
import type { Json } from './json'

/** What can change about an option, in the order in which changes of one option are told. */
export const changeKinds = [
  'removed',
  'added',
  'renamed',
  'moved',
  'alias',
  'type',
  'constraint',
  'default',
  'required',
  'secret',
  'mutable',
  'advanced',
  'deprecation',
  'registration',
  'help',
] as const
export type ChangeKind = (typeof changeKinds)[number]

/** Whom a change concerns, the gravest first; docs/diff.md has the rule for each. */
export const impacts = ['security', 'breaking', 'operator-visible', 'cosmetic'] as const
export type Impact = (typeof impacts)[number]

/** One thing that is otherwise in the head than in the base. */
export interface Change {
  readonly kind: ChangeKind
  /** As operators write it; null where no registration is known. */
  readonly group: string | null
  /** The name under which operators find it in the head; of what was removed, the one it had. */
  readonly option: string
  readonly from: Json
  readonly to: Json
  /** The declaration: in the head, or in the base where the head has none. */
  readonly file: string
  readonly range: Range
  readonly side: 'base' | 'head'
  /** Whether all old names are still read; null where none is in question. */
  readonly aliasKept: boolean | null
  /** Of what was removed, renamed or moved: whether the base announced its removal. */
  readonly deprecatedBefore: boolean | null
  readonly impact: Impact
  /** Why it has this impact, in a clause. */
  readonly why: string
  /** Names by which release notes may speak of it: the new one and those before. */
  readonly names: readonly OldName[]
  /** A line of nova.conf, below its section, that was obeyed and is refused or ignored now. */
  readonly witness?: Witness
  /** Something depends on what cannot be told from the source: which is not said to be the same, or otherwise. */
  readonly undecided?: true
  /** What it probably became, or came from, without an alias that says so. */
  readonly likely?: string
}

export interface OldName {
  readonly group: string | null
  readonly name: string
}

export interface Witness {
  readonly group: string
  readonly line: string
}
