import { type Finding, type Severity, defaultReviewSettings, review } from '../engine/index'
import type { Loaded } from './load'
import type { Source } from './sources'

/** A finding and the file it lies in. */
export interface FileFinding {
  readonly finding: Finding
  readonly source: Source
}

/** What there is to print, whatever the format. */
export interface ReviewResult {
  readonly findings: readonly FileFinding[]
  readonly summary: ReviewSummary
}
export interface ReviewSummary {
  /** Files that declare options or belong to a configuration package. */
  readonly files: number
  readonly options: number
  readonly findings: number
  readonly warning: number
  readonly information: number
  readonly hint: number
}

/**
 * Reviews everything that was loaded, leaving out findings below `minimumSeverity`. `warn` gets one line for each rule
 * that failed somewhere: its other findings stand.
 */
export function reviewAll(
  { project, sources }: Loaded,
  minimumSeverity: Severity,
  warn: (line: string) => void,
): ReviewResult {
  const settings = { ...defaultReviewSettings, minimumSeverity }
  const failed = new Set<string>()
  const findings: FileFinding[] = []
  let files = 0
  let options = 0
  for (const source of sources) {
    const module = project.module(source.file)
    if (module === undefined) continue
    files += 1
    options += module.options.length
    const found = review(project, source.file, settings, (rule, error) => {
      if (!failed.has(rule)) warn(`the rule ${rule} failed on ${source.shown}: ${String(error)}`)
      failed.add(rule)
    })
    for (const finding of found) findings.push({ finding, source })
  }
  const count = (severity: Severity): number => findings.filter(one => one.finding.severity === severity).length
  const counts = { warning: count('warning'), information: count('information'), hint: count('hint') }
  return { findings, summary: { files, options, findings: findings.length, ...counts } }
}
