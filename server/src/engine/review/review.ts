import type { Option } from '../oslo/option'
import type { Module } from '../project/module'
import type { ProjectView } from '../project/view'
import type { JudgedFile, JudgedRead } from '../reads/judged'
import { acceptedRiskExpired } from '../rules/accepted-risk-expired'
import { rules } from '../rules/index'
import type { Report, Rule } from '../rules/rule'
import { comparePositions } from '../text'
import { markKnown } from './baseline'
import type { Finding, ReviewSettings } from './finding'
import { Judgements, type OnRuleFailure } from './judgements'
import { makeFinding } from './makeFinding'
import { rank } from './level'
import { suppress } from './suppressions'

/**
 * Everything worth a person's attention in one file, by position; nothing for a file without facts. Never throws: a rule
 * that fails on an option loses its findings on that option only, and `onRuleFailure` hears of it. A host that reviews again and again
 * hands in the same `judgements`, so that only what changed is judged anew. `reads` is what else there is to judge in the
 * file: null where there is nothing, undefined where that is not known yet.
 */
export function review(
  project: ProjectView,
  file: string,
  settings: ReviewSettings,
  onRuleFailure: OnRuleFailure = () => undefined,
  judgements = new Judgements(),
  reads?: JudgedFile | null,
): readonly Finding[] {
  const module = project.module(file) ?? (reads ? readingModule(reads) : undefined)
  if (module === undefined) return []
  const found = [...findingsIn(module, project, settings, onRuleFailure, judgements, reads?.reads ?? [])]
  const isComplete = (rule: Rule): boolean =>
    project.complete && (rule.checkRead === undefined || (reads !== undefined && reads?.isWhole !== false))
  const kept = settings.ignoreSuppressions === true ? found : suppress(module, found, settings, isComplete)
  const open = kept.filter(({ waived }) => waived === undefined)
  const known = settings.baseline && judgements.countsOf(settings.baseline)
  const marked = known === undefined ? open : markKnown(open, module, project, known, settings.path ?? file)
  const waived = settings.tellWaived === true ? kept.filter(one => one.waived !== undefined) : []
  return [...marked, ...waived].sort(
    (a, b) => comparePositions(a.range.start, b.range.start) || rank(a.severity) - rank(b.severity),
  )
}

/** The module of a file that declares nothing: all that there is in it is reads. */
export function readingModule({ file, comments }: JudgedFile): Module {
  return {
    file,
    isTest: false,
    options: [],
    groups: [],
    libraryOptions: [],
    openGroups: [],
    comments,
    importEffects: [],
  }
}

/**
 * What all rules find in a module and its options. The same thing said twice of one place, or of one option, is said
 * once: where it was said first.
 */
function findingsIn(
  module: Module,
  project: ProjectView,
  settings: ReviewSettings,
  onRuleFailure: OnRuleFailure,
  judgements: Judgements,
  reads: readonly JudgedRead[],
): Iterable<Finding> {
  const found: Finding[] = []
  const said = new Set<string>()
  const add = (rule: Rule, report: Report, option: Option | undefined): void => {
    const finding = makeFinding(rule, report, report.option ?? option, module, settings)
    const subjects = finding.option === undefined ? [finding.range] : [finding.range, finding.option.id]
    const keys = subjects.map(subject => JSON.stringify([rule.name, subject, finding.message]))
    if (!keys.some(key => said.has(key))) found.push(finding)
    for (const key of keys) said.add(key)
  }
  const active = [...rules, ...(settings.policies ?? [])].filter(
    rule => settings.rules[rule.name] !== 'off' && (rule.optIn !== true || settings.rules[rule.name] !== undefined),
  )
  if (settings.rules[acceptedRiskExpired.name] !== 'off')
    for (const option of module.options)
      for (const risk of settings.expiredRisks?.(option) ?? []) {
        const args = { ...risk, name: option.displayName }
        add(acceptedRiskExpired, { at: option.nameRange, message: 'over', args }, option)
      }
  const context = { project, path: settings.path ?? module.file }
  for (const option of module.options) {
    for (const { rule, report } of judgements.of(option, active, context, onRuleFailure)) add(rule, report, option)
  }
  for (const rule of active) {
    try {
      for (const report of rule.checkModule?.(module, context) ?? []) add(rule, report, undefined)
      for (const read of reads) for (const report of rule.checkRead?.(read) ?? []) add(rule, report, undefined)
    } catch (error) {
      onRuleFailure(rule.name, error)
    }
  }
  return found
}
