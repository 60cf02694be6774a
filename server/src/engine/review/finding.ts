import type { Option } from '../oslo/option'
import type { Category, Fix, Reference, Related, Rule, Severity } from '../rules/rule'
import type { Range } from '../text'
import type { Baseline } from './baselineRecord'

/** One thing worth a person's attention, ready to be shown: plain data, no functions. */
export interface Finding {
  readonly rule: string
  readonly severity: Severity
  readonly category: Category
  readonly message: string
  /** What follows from it, for where there is room. */
  readonly consequence?: string
  readonly file: string
  readonly range: Range
  /** The option it is about, when it is about one. */
  readonly option: FindingOption | undefined
  readonly references: readonly Reference[]
  readonly fixes: readonly Fix[]
  readonly related: readonly Related[]
  /**
   * The fingerprint of what it says and of the option's class and default: a baseline knows it by that, so that it stays
   * known when something else in the declaration changes.
   */
  readonly content: string
  /** Recorded in the baseline: it shows as a hint, whatever its severity. */
  readonly known?: true
  /** The reason that a comment in the source gives for waiving it: no problem, whatever its severity. */
  readonly waived?: string
}

export interface FindingOption {
  /** `Option.id` within `file`. */
  readonly id: string
  /** undefined when the name is unknown. */
  readonly name: string | undefined
  readonly groups: readonly string[]
}

/** What holds for one file: severity per rule, or `off`. Which of the findings are shown is for `isShown` to say. */
export interface ReviewSettings {
  readonly rules: Readonly<Record<string, Severity | 'off'>>
  /** For auditors: findings are reported although a comment waives them. */
  readonly ignoreSuppressions?: boolean
  /** For records of a review: findings that a comment waives are told, too, with its reason. */
  readonly tellWaived?: boolean
  /** The file's path in the folder that the settings are for; where there is none, its name counts. */
  readonly path?: string
  /** A team's own rules, run beside the catalogue's. */
  readonly policies?: readonly Rule[]
  readonly baseline?: Baseline
  /** What is known of risks that were accepted to a day that is over, where people have said anything. */
  readonly expiredRisks?: (option: Option) => readonly ExpiredRisk[]
}

/** A risk that somebody accepted to a day that is over. */
export interface ExpiredRisk {
  readonly reviewer: string
  readonly reason: string
  readonly expires: string
}

export const defaultReviewSettings: ReviewSettings = { rules: {} }
