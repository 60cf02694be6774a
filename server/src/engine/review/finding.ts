import type { Category, Fix, Reference, Related, Severity } from '../rules/rule'
import type { Range } from '../text'

/** One thing worth a person's attention, ready to be shown: plain data, no functions. */
export interface Finding {
  readonly rule: string
  readonly severity: Severity
  readonly category: Category
  readonly message: string
  readonly file: string
  readonly range: Range
  /** The option it is about, when it is about one. */
  readonly option: FindingOption | undefined
  readonly references: readonly Reference[]
  readonly fixes: readonly Fix[]
  readonly related: readonly Related[]
}

export interface FindingOption {
  /** `Option.id` within `file`. */
  readonly id: string
  /** undefined when the name is unknown. */
  readonly name: string | undefined
  readonly groups: readonly string[]
}

/** What a person set: severity per rule, or `off`; findings below `minimumSeverity` are left out. */
export interface ReviewSettings {
  readonly rules: Readonly<Record<string, Severity | 'off'>>
  readonly minimumSeverity: Severity
  /** For auditors: findings are reported although a comment waives them. */
  readonly ignoreSuppressions?: boolean
}

export const defaultReviewSettings: ReviewSettings = { rules: {}, minimumSeverity: 'hint' }
