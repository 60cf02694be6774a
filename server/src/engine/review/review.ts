import type { Option } from '../oslo/option'
import type { Module } from '../project/module'
import type { ProjectView } from '../project/view'
import { rules } from '../rules/index'
import type { Report, Rule } from '../rules/rule'
import { comparePositions } from '../text'
import { markKnown } from './baseline'
import type { Finding, ReviewSettings } from './finding'
import { makeFinding } from './makeFinding'
import { rank } from './rank'
import { suppress } from './suppressions'

/** Told of every check that threw, so that a host can log it; the rule's other findings stand. */
export type OnRuleFailure = (rule: string, error: unknown) => void

/**
 * Everything worth a person's attention in one file, by position; nothing for a file without facts. Never throws: a rule
 * that fails on an option loses its findings on that option only, and `onRuleFailure` hears of it.
 */
export function review(
  project: ProjectView,
  file: string,
  settings: ReviewSettings,
  onRuleFailure: OnRuleFailure = () => undefined,
): readonly Finding[] {
  const module = project.module(file)
  if (module === undefined) return []
  const found: Finding[] = []
  for (const rule of [...rules, ...(settings.policies ?? [])]) {
    if (settings.rules[rule.name] === 'off') continue
    found.push(...runRule(rule, module, project, settings, onRuleFailure))
  }
  const kept = settings.ignoreSuppressions === true ? found : suppress(module, found, settings, project.complete)
  const marked =
    settings.baseline === undefined ? kept : markKnown(kept, project, settings.baseline, settings.path ?? file)
  return marked
    .filter(finding => rank(finding.severity) <= rank(settings.minimumSeverity))
    .sort((a, b) => comparePositions(a.range.start, b.range.start) || rank(a.severity) - rank(b.severity))
}

/** Runs one rule on a module and its options. The same thing said twice of one place is said once. */
function runRule(
  rule: Rule,
  module: Module,
  project: ProjectView,
  settings: ReviewSettings,
  onRuleFailure: OnRuleFailure,
): Iterable<Finding> {
  const found = new Map<string, Finding>()
  const run = (check: () => Iterable<Report>, option: Option | undefined): void => {
    try {
      for (const report of check()) {
        const finding = makeFinding(rule, report, report.option ?? option, module.file, settings)
        found.set(JSON.stringify([finding.range, finding.message]), finding)
      }
    } catch (error) {
      onRuleFailure(rule.name, error)
    }
  }
  const context = { project, path: settings.path ?? module.file }
  for (const option of module.options) run(() => rule.check?.(option, context) ?? [], option)
  run(() => rule.checkModule?.(module, context) ?? [], undefined)
  return found.values()
}
