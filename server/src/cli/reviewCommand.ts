import type { Severity } from '../engine/index'
import { findingsBefore } from './diff/findingsBefore'
import { type CliHost, type Completeness, type ExitCode, exitCodeOf, warn } from './host'
import { zuulReturn, type FileComment } from '../report/index'
import { load } from './load'
import { reviewJson } from './reviewJson'
import { type FileFinding, reviewAll, type ReviewResult } from './reviewResult'
import { reviewSarif } from './reviewSarif'
import { reviewText } from './reviewText'
import { type SettingsOptions, type SettingsRoot, readRoots, scopeOf } from './settings'
import { writeBaselines } from './writeBaseline'

export interface ReviewOptions extends SettingsOptions, Completeness {
  readonly format: 'text' | 'json' | 'sarif' | 'zuul'
  readonly minSeverity?: Severity
  /** Tell only what was not there to find where the work since this revision began. */
  readonly changedSince?: string
  readonly ignoreSuppressions?: boolean
}

/**
 * `review`: prints all findings at or above the level that no baseline knows; with `--write-baseline` records all
 * findings instead.
 * @returns 2 when not everything was read, 1 when there are findings to print, else 0
 * @throws ReadError as `load` and `readRoots` do
 */
export async function reviewCommand(
  paths: readonly string[],
  options: ReviewOptions,
  host: CliHost,
): Promise<ExitCode> {
  const python = await host.loadParser()
  const { cwd } = host
  const roots = await readRoots(paths, cwd, options, python)
  const { minSeverity, ignoreSuppressions } = options
  const asked = { cwd, roots, minSeverity, ignoreSuppressions, today: host.today() }
  const { changedSince } = options
  const before = changedSince === undefined ? undefined : await findingsBefore(changedSince, asked, host, python)
  const how = { ...asked, before }
  const loaded = load(paths, host, python, scopeOf(roots))
  const result = reviewAll(loaded, how, line => {
    warn(host, line)
  })
  if (options.writeBaseline === true) {
    host.out(writeBaselines(result, cwd))
    return 0
  }
  host.out(written(result, options, roots, host))
  return exitCodeOf(result.incomplete, result.findings.length, options)
}

function written(
  result: ReviewResult,
  { format, changedSince }: ReviewOptions,
  roots: readonly SettingsRoot[],
  host: CliHost,
): string {
  if (format === 'zuul') return zuulReturn(result.findings.map(commentOf))
  if (format === 'sarif') return reviewSarif(result, roots, host)
  return format === 'json' ? reviewJson(result) : reviewText(result, host.colors, changedSince)
}

const levels = { error: 'error', warning: 'warning', information: 'info', hint: 'info' } as const

function commentOf({ finding: { rule, severity, message, range }, source }: FileFinding): FileComment {
  return { file: source.shown, line: range.start.line + 1, level: levels[severity], message: `${rule}: ${message}` }
}
