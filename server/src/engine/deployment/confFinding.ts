import type { Range } from '../text'

/** What can be wrong with configuration files, and how loud it is. */
export const confRules = {
  'parse-error': 'error',
  'encoding-error': 'error',
  'file-error': 'error',
  'unknown-option': 'warning',
  'unknown-section': 'warning',
  'wrong-section': 'warning',
  'removed-option': 'warning',
  'duplicate-key': 'warning',
  'deprecated-name': 'warning',
  'deprecated-for-removal': 'information',
  'invalid-value': 'warning',
  'unresolved-reference': 'warning',
  'required-missing': 'warning',
  'secret-exposed': 'warning',
} as const

export type ConfRule = keyof typeof confRules

/** Something that deserves attention in configuration files. */
export interface ConfFinding {
  readonly rule: ConfRule
  readonly severity: (typeof confRules)[ConfRule]
  /** undefined: in none of the files. */
  readonly file: string | undefined
  /** The line that oslo.config would name, from 0. */
  readonly line: number | undefined
  readonly range: Range | undefined
  /** The section and the key as written, or the option that is missing. */
  readonly group: string | undefined
  readonly option: string | undefined
  readonly message: string
  readonly fixes: readonly ConfFix[]
}

/** A change of the file, in words to be chosen from. */
export interface ConfFix {
  readonly title: string
  readonly edits: readonly ConfEdit[]
}

export interface ConfEdit {
  readonly range: Range
  readonly newText: string
}
