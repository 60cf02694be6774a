import { createColors } from 'picocolors'
import { type Severity, severities } from '../engine/index'
import { label, message } from '../safe/text'
import { counted, noOptions } from './counted'
import { shownPath } from './host'
import { incompleteText } from './incompleteText'
import type { ReviewResult, ReviewSummary } from './reviewResult'

/**
 * The review for people: a line for each finding, `path:line:col: severity rule: message`, then a summary, then what was
 * not read wholly.
 * @param since the revision that the findings are new since
 */
export function reviewText(result: ReviewResult, colors: boolean, since?: string): string {
  const { findings, incomplete } = result
  const paint = createColors(colors)
  const bySeverity = { error: paint.red, warning: paint.yellow, information: paint.cyan, hint: paint.dim }
  const lines = findings.map(({ finding, source }) => {
    const { line, character } = finding.range.start
    const place = paint.bold(`${shownPath(source.shown)}:${line + 1}:${character + 1}:`)
    return `${place} ${bySeverity[finding.severity](finding.severity)} ${label(finding.rule)}: ${message(finding.message)}\n`
  })
  const blank = lines.length > 0 ? '\n' : ''
  return `${lines.join('')}${blank}${summaryLine(result, since)}\n${incompleteText(incomplete)}`
}

function summaryLine({ summary, looked, incomplete }: ReviewResult, since: string | undefined): string {
  const found = foundText(summary, looked, incomplete.length === 0)
  return `${found}${since === undefined ? baselineNote(summary) : sinceNote(summary, since)}`
}

function foundText(summary: ReviewSummary, files: number, isAll: boolean): string {
  const none = isAll ? 'No findings' : 'No findings in what was read'
  if (summary.files === 0) return `${none}: ${noOptions(files)}`
  const looked = `Looked at ${counted(summary.options, 'option')} in ${counted(summary.files, 'file')}.`
  if (summary.findings === 0) return `${none}. ${looked}`
  const parts = severities.filter(severity => summary[severity] > 0).map(severity => severityCount(severity, summary))
  return `${counted(summary.findings, 'finding')} (${parts.join(', ')}). ${looked}`
}

function sinceNote({ known = 0 }: ReviewSummary, since: string): string {
  return ` New since ${label(since)}; ${counted(known, 'finding')} of before not told.`
}

function baselineNote({ known, stale = 0 }: ReviewSummary): string {
  if (known === undefined) return ''
  const gone =
    stale === 0 ? '' : `; ${counted(stale, 'entry', 'entries')} of the baseline ${stale === 1 ? 'is' : 'are'} stale`
  return ` ${counted(known, 'finding')} known${gone}.`
}

function severityCount(severity: Severity, summary: ReviewSummary): string {
  return severity === 'information' ? `${summary.information} information` : counted(summary[severity], severity)
}
