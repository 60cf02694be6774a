import { createColors } from 'picocolors'
import { type Severity, severities } from '../engine/index'
import { counted } from './counted'
import type { ReviewResult, ReviewSummary } from './reviewResult'

/** The review for people: a line for each finding, `path:line:col: severity rule: message`, then a summary. */
export function reviewText({ findings, summary }: ReviewResult, colors: boolean): string {
  const paint = createColors(colors)
  const bySeverity = { warning: paint.yellow, information: paint.cyan, hint: paint.dim }
  const lines = findings.map(({ finding, source }) => {
    const { line, character } = finding.range.start
    const place = paint.bold(`${source.shown}:${line + 1}:${character + 1}:`)
    return `${place} ${bySeverity[finding.severity](finding.severity)} ${finding.rule}: ${finding.message}\n`
  })
  const blank = lines.length > 0 ? '\n' : ''
  return `${lines.join('')}${blank}${summaryLine(summary)}\n`
}

function summaryLine(summary: ReviewSummary): string {
  const looked = `${counted(summary.options, 'option')} in ${counted(summary.files, 'file')}`
  const baseline = baselineNote(summary)
  if (summary.findings === 0) return `No findings. Looked at ${looked}.${baseline}`
  const parts = severities.filter(severity => summary[severity] > 0).map(severity => severityCount(severity, summary))
  return `${counted(summary.findings, 'finding')} (${parts.join(', ')}). Looked at ${looked}.${baseline}`
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
