import type { Comment, Module } from '../project/module'
import { ruleNamed } from '../rules/index'
import type { Report, Rule } from '../rules/rule'
import { suppressionInvalid } from '../rules/suppression-invalid'
import { suppressionUnused } from '../rules/suppression-unused'
import type { Finding, ReviewSettings } from './finding'
import { makeFinding } from './makeFinding'
import { parseSuppression } from './suppressionComment'
import type { SuppressionComment } from './suppressionComment'

/**
 * Marks the findings that a comment waives, and adds one for each comment that waives nothing or is not whole. A
 * comment behind a declaration's first line speaks of it; one on a line of its own speaks of what follows below it.
 * Unused ones are reported only where all is known that the rule looks at: until then a finding may still be to come.
 */
export function suppress(
  module: Module,
  findings: readonly Finding[],
  settings: ReviewSettings,
  isComplete: (rule: Rule) => boolean,
): readonly Finding[] {
  const comments = module.comments.map(comment => ({ comment, said: parseSuppression(comment.text) }))
  if (comments.every(({ said }) => said === undefined)) return findings
  const ownLines = new Set(module.comments.filter(one => one.ownLine).map(one => one.range.start.line))
  const lineOf = firstLines(module)
  const reports: Finding[] = []
  const tell = (rule: Rule, report: Report): void => {
    if (settings.rules[rule.name] !== 'off') reports.push(makeFinding(rule, report, undefined, module, settings))
  }
  const ruleOf = (name: string): Rule | undefined =>
    ruleNamed(name) ?? (settings.policies ?? []).find(policy => policy.name === name)
  const isRule = (name: string): boolean => ruleOf(name) !== undefined
  let kept = findings
  for (const { comment, said } of comments) {
    if (said === undefined) continue
    for (const defect of defectsOf(said, comment, isRule)) tell(suppressionInvalid, defect)
    if (said.reason === '') continue
    const covered = coveredLines(comment, ownLines)
    for (const rule of said.rules) {
      const judging = ruleOf(rule)
      if (judging === undefined) continue
      const waives = (one: Finding): boolean =>
        one.waived === undefined && one.rule === rule && covered.has(lineOf(one))
      if (!kept.some(waives) && isComplete(judging) && settings.rules[rule] !== 'off') {
        tell(suppressionUnused, { at: comment.range, message: 'unused', args: { rule } })
      }
      kept = kept.map(one => (waives(one) ? { ...one, waived: said.reason } : one))
    }
  }
  return [...kept, ...reports]
}

/** Where a finding may be waived: at the first line of its option's declaration, or else where it stands itself. */
function firstLines(module: Module): (finding: Finding) => number {
  const lines = new Map(module.options.map(option => [option.id, option.range.start.line]))
  return ({ option, range }) => (option && lines.get(option.id)) ?? range.start.line
}

/** The lines a comment speaks of: its own, or, alone on its line, those down to the first that is no comment. */
function coveredLines(comment: Comment, ownLines: ReadonlySet<number>): ReadonlySet<number> {
  let line = comment.range.start.line
  if (!comment.ownLine) return new Set([line])
  const covered = new Set<number>()
  do covered.add(++line)
  while (ownLines.has(line))
  return covered
}

function defectsOf(
  { rules, reason }: SuppressionComment,
  { range }: Comment,
  isRule: (name: string) => boolean,
): Report[] {
  const defects: Report[] = []
  if (rules.length === 0) defects.push({ at: range, message: 'noRule' })
  for (const rule of rules) {
    if (!isRule(rule)) defects.push({ at: range, message: 'unknownRule', args: { rule } })
  }
  if (reason === '') defects.push({ at: range, message: 'noReason' })
  return defects
}
