import { comparePositions, isAtLeast, severities } from '../../engine/index'
import type { Finding } from '../../engine/index'
import type { Counts, FindingParams, FindingRow } from '../../protocol'
import { label, message } from '../../safe/text'
import { toRange } from '../convert'
import type { Facts } from '../facts'
import { qualifiedName } from '../names'
import { fileLabel } from '../scope'

/** The findings of a file that are loud enough for people to be shown, those included that the baseline knows. */
export function audibleFindings(facts: Facts, uri: string): readonly Finding[] {
  const { minimumSeverity } = facts.settingsOf(uri)
  return facts.findings(uri).filter(finding => isAtLeast(finding.severity, minimumSeverity))
}

export function noCounts(): Counts {
  return { error: 0, warning: 0, information: 0, hint: 0, known: 0 }
}

/** Counts one more finding. */
export function count(counts: Counts, finding: Finding): void {
  counts[finding.known === true ? 'known' : finding.severity] += 1
}

/** Orders for `sort`: what is new before what is known, then the most severe first, then by place. */
export function loudestFirst(a: Finding, b: Finding): number {
  return (
    Number(a.known === true) - Number(b.known === true) ||
    severities.indexOf(a.severity) - severities.indexOf(b.severity) ||
    comparePositions(a.range.start, b.range.start)
  )
}

/** The row of a finding below a row or section of the tree. */
export function findingRow(facts: Facts, parent: string, finding: Finding): FindingRow {
  const { file, option, fixes } = finding
  const declared = option && facts.option(file, option.id)
  const [fix] = fixes
  return {
    id: `${parent}|${file}!${findingKey(facts, finding)}`,
    uri: file,
    range: toRange(finding.range),
    rule: label(finding.rule),
    severity: finding.severity,
    message: message(finding.message),
    subject: label(declared === undefined ? fileLabel(file, facts.folders) : qualifiedName(declared)),
    ...(finding.known === true ? { known: true } : {}),
    ...(fix === undefined ? {} : { fix: label(fix.title) }),
  }
}

/** The finding that a row speaks of; undefined when it is gone. */
export function findingOfRow(facts: Facts, { uri, id }: FindingParams): Finding | undefined {
  const mark = `|${uri}!`
  const key = id.slice(id.indexOf(mark) + mark.length)
  return facts.findings(uri).find(finding => findingKey(facts, finding) === key)
}

/** Tells the findings of one file apart, and stays while other declarations are typed. */
function findingKey(facts: Facts, { rule, file, option, message: said, range: { start, end } }: Finding): string {
  const from = (option && facts.option(file, option.id)?.range.start.line) ?? 0
  const place = [start.line - from, start.character, end.line - from, end.character]
  return JSON.stringify([option?.id ?? '', ...place, rule, said])
}
