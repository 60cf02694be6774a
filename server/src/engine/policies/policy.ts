import type { Category } from '../knowledge/category'
import type { Severity } from '../rules/rule'

/** A team's own rule as data, as it stands in a settings file. */
export interface Policy {
  /** Findings carry it as `policy/<name>`. */
  readonly name: string
  /** `{name}`, `{group}`, `{type}` and `{default}` stand for the option's own. */
  readonly message: string
  /** `information` where nothing is said. */
  readonly severity?: Severity
  readonly category?: Category
  /** Where people read more. */
  readonly url?: string
  /** Which options it speaks of: those for which all of this holds; every option where nothing is said. */
  readonly when?: Conditions
  /** Which of them it lets pass: those for which all of this holds. */
  readonly unless?: Conditions
  /** What they have to be like; where nothing is said, every option it speaks of is reported. */
  readonly require?: Conditions
  readonly examples?: {
    /** Declarations in Python that it is silent on. */
    readonly good?: readonly string[]
    /** Declarations in Python, of which it reports at least one in each. */
    readonly bad?: readonly string[]
  }
}

/** What is asked of facts, by their names; all of it has to hold. */
export type Conditions = { readonly [name in FactName]?: Condition }

/**
 * A pattern or several, of which one has to fit; `true` and `false` of a switch, or whether anything is given; a number;
 * null for nothing given; bounds; patterns of which none may fit.
 */
export type Condition =
  | string
  | readonly string[]
  | boolean
  | number
  | null
  | { readonly not: string | readonly string[] }
  | { readonly atLeast?: number; readonly atMost?: number }

/** Facts that are text. `type` is the option's class and the one of oslo.config that it derives from. */
export const textFacts = [
  'name',
  'group',
  'type',
  'category',
  'file',
  'help',
  'sampleDefault',
  'regex',
  'deprecatedReason',
  'deprecatedSince',
] as const
/** Facts that hold or do not. */
export const switchFacts = [
  'securityRelevant',
  'secret',
  'required',
  'mutable',
  'advanced',
  'positional',
  'deprecatedForRemoval',
  'choices',
  'choiceDescriptions',
] as const
export const numberFacts = ['min', 'max'] as const
/** `default` may be any of these. */
export const factNames = [...textFacts, ...switchFacts, ...numberFacts, 'default'] as const
export type FactName = (typeof factNames)[number]

/** The name that findings of a policy carry, and that settings and suppressions call it by. */
export function policyRuleName(policy: string): string {
  return `policy/${policy}`
}
