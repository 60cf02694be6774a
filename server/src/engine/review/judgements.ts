import type { Option } from '../oslo/option'
import type { Report, Rule, RuleContext } from '../rules/rule'
import { movedDown, type Range } from '../text'
import { countsOf } from './baseline'
import type { KnownCounts } from './baseline'
import type { Baseline } from './baselineRecord'

/** Told of every check that threw, so that a host can log it; the rule's other findings stand. */
export type OnRuleFailure = (rule: string, error: unknown) => void

/** Something that a rule said. */
export interface Said {
  readonly rule: Rule
  readonly report: Report
}

interface Kept {
  /** The rules that judged. */
  readonly rules: readonly Rule[]
  /** What was said after a look at the option alone. */
  readonly said: readonly Said[]
  /** The rules that looked at anything else: they are asked each time. */
  readonly consulting: readonly Rule[]
}

/**
 * What the rules have said of each option. Holds as long as the option's facts object, which the project keeps while
 * nothing about the option changes, and moves with an option that only moves. And what a baseline knows, counted once for all files.
 */
export class Judgements {
  private readonly kept = new WeakMap<Option, Kept>()
  private readonly counted = new WeakMap<Baseline, KnownCounts>()

  /** What the rules say of the option, in the rules' order. A rule that throws has said nothing. */
  of(option: Option, rules: readonly Rule[], context: RuleContext, onRuleFailure: OnRuleFailure): readonly Said[] {
    const kept = this.kept.get(option) ?? this.moved(option, context)
    if (!kept || !sameRules(kept.rules, rules)) return this.judge(option, rules, context, onRuleFailure)
    if (kept.consulting.length === 0) return kept.said
    const anew = kept.consulting.flatMap(rule => ask(rule, option, context, onRuleFailure))
    return inOrder([...kept.said, ...anew], rules)
  }

  /** How many findings of each kind a baseline knows. */
  countsOf(baseline: Baseline): KnownCounts {
    const counts = this.counted.get(baseline) ?? countsOf(baseline)
    this.counted.set(baseline, counts)
    return counts
  }

  /** What was said of the option where it stood before. */
  private moved(option: Option, { project }: RuleContext): Kept | undefined {
    const move = project.movedFrom(option)
    const kept = move && this.kept.get(move.from)
    if (!kept) return undefined
    const said: Said[] = []
    for (const { rule, report } of kept.said) {
      if (!isAbout(report, move.from)) return undefined
      said.push({ rule, report: movedDown(report, move.lines) })
    }
    const now = { ...kept, said }
    this.kept.set(option, now)
    return now
  }

  private judge(
    option: Option,
    rules: readonly Rule[],
    context: RuleContext,
    onRuleFailure: OnRuleFailure,
  ): readonly Said[] {
    const watched = new WatchedContext(context)
    const said: Said[] = []
    const lasting: Said[] = []
    const consulting: Rule[] = []
    for (const rule of rules) {
      const answers = ask(rule, option, watched, onRuleFailure)
      said.push(...answers)
      if (watched.wasConsulted()) consulting.push(rule)
      else lasting.push(...answers)
    }
    this.kept.set(option, { rules, said: lasting, consulting })
    return said
  }
}

function sameRules(a: readonly Rule[], b: readonly Rule[]): boolean {
  return a === b || (a.length === b.length && a.every((rule, at) => rule === b[at]))
}

/** Whether a report speaks of no other place than the option and the lines it stands on. */
function isAbout({ at, fixes = [], related = [], option }: Report, { range }: Option): boolean {
  const ranges = [at, ...fixes.flatMap(fix => fix.edits.map(edit => edit.range))]
  const within = ({ start, end }: Range): boolean => range.start.line <= start.line && end.line <= range.end.line + 1
  return related.length === 0 && option === undefined && ranges.every(within)
}

function inOrder(said: readonly Said[], rules: readonly Rule[]): readonly Said[] {
  return [...said].sort((a, b) => rules.indexOf(a.rule) - rules.indexOf(b.rule))
}

function ask(rule: Rule, option: Option, context: RuleContext, onRuleFailure: OnRuleFailure): readonly Said[] {
  if (!rule.check) return []
  try {
    const said: Said[] = []
    for (const report of rule.check(option, context)) said.push({ rule, report })
    return said
  } catch (error) {
    onRuleFailure(rule.name, error)
    return []
  }
}

/** Notes whether a rule looked beyond its option. */
class WatchedContext implements RuleContext {
  private consulted = false

  constructor(private readonly context: RuleContext) {}

  get project(): RuleContext['project'] {
    this.consulted = true
    return this.context.project
  }

  get path(): RuleContext['path'] {
    this.consulted = true
    return this.context.path
  }

  /** Whether somebody looked since this was last asked. */
  wasConsulted(): boolean {
    const was = this.consulted
    this.consulted = false
    return was
  }
}
