import { rules as catalogue, type Rule } from '../engine/index'
import { type SarifResult, type SarifRule, sarifLog } from '../report/index'
import type { CliHost } from './host'
import type { FileFinding, ReviewResult } from './reviewResult'
import type { SettingsRoot } from './settings'

/** What was found as a SARIF log, what is known or waived with the reason why it is no problem. */
export function reviewSarif(result: ReviewResult, roots: readonly SettingsRoot[], host: CliHost): string {
  const policies = roots.flatMap(root => root.settings.policies)
  const rules = new Map([...catalogue, ...policies].map(rule => [rule.name, rule]))
  return sarifLog(
    [...rules.values()].map(rule => ruleOf(rule, host)),
    result.told.map(one => resultOf(one, result.compared)),
    result.incomplete.length === 0,
  )
}

function ruleOf({ name, severity, summary, category, cwe, references }: Rule, host: CliHost): SarifRule {
  const page = host.readRulePage(name)
  const [reference] = references
  return {
    id: name,
    severity,
    summary,
    help: page === undefined ? summary : beforeExamples(page),
    ...(reference && { helpUri: reference.url }),
    tags: ['security', category, ...cwe.map(number => `external/cwe/cwe-${String(number).padStart(3, '0')}`)],
  }
}

/** A rule's page without its code: readers of SARIF show little text. */
function beforeExamples(page: string): string {
  return page
    .replace(/^```[^]*?^```\n/gm, '')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
}

function resultOf({ finding, source }: FileFinding, compared: boolean): SarifResult {
  const { rule, severity, message, range, known, waived, option, content } = finding
  const isKnown = known === true
  const justification =
    waived ?? (isKnown ? 'Known before: by the baseline, or by the commit that is compared with.' : undefined)
  return {
    rule,
    severity,
    message,
    file: source.shown,
    range,
    fingerprint: [rule, option?.groups.join(',') ?? '', option?.name ?? '', content].join('/'),
    ...(compared && { baselineState: isKnown ? 'unchanged' : 'new' }),
    ...(justification !== undefined && {
      suppression: { kind: waived === undefined ? 'external' : 'inSource', justification },
    }),
  }
}
