import type { Option } from '../oslo/option'
import type { Report, Rule, RuleContext } from '../rules/rule'

/** Told of every check that threw, so that a host can log it; the rule's other findings stand. */
export type OnRuleFailure = (rule: string, error: unknown) => void

/** Something that a rule said. */
export interface Said {
  readonly rule: Rule
  readonly report: Report
}

/**
 * What each rule has said of each option. Holds as long as the option's facts object, which the project keeps while
 * nothing about the option changes; what a rule said after a look at anything else is not kept.
 */
export class Judgements {
  private readonly kept = new WeakMap<Option, Map<Rule, readonly Report[]>>()

  /** What the rules say of the option, in the rules' order. A rule that throws has said nothing. */
  of(option: Option, rules: readonly Rule[], context: RuleContext, onRuleFailure: OnRuleFailure): readonly Said[] {
    let known = this.kept.get(option)
    if (!known) this.kept.set(option, (known = new Map<Rule, readonly Report[]>()))
    const watched = new WatchedContext(context)
    const said: Said[] = []
    for (const rule of rules) {
      const reports = known.get(rule) ?? judge(rule, option, watched, onRuleFailure)
      if (!watched.consulted) known.set(rule, reports)
      watched.consulted = false
      for (const report of reports) said.push({ rule, report })
    }
    return said
  }
}

function judge(rule: Rule, option: Option, context: RuleContext, onRuleFailure: OnRuleFailure): readonly Report[] {
  try {
    const reports = rule.check ? [...rule.check(option, context)] : nothing
    return reports.length === 0 ? nothing : reports
  } catch (error) {
    onRuleFailure(rule.name, error)
    return nothing
  }
}

const nothing: readonly Report[] = []

/** Notes whether a rule looked beyond its option. */
class WatchedContext implements RuleContext {
  consulted = false

  constructor(private readonly context: RuleContext) {}

  get project(): RuleContext['project'] {
    this.consulted = true
    return this.context.project
  }

  get path(): RuleContext['path'] {
    this.consulted = true
    return this.context.path
  }
}
