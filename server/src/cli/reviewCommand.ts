import type { Severity } from '../engine/index'
import { type CliHost, type Completeness, type ExitCode, exitCodeOf, warn } from './host'
import { load } from './load'
import { reviewJson } from './reviewJson'
import { reviewAll } from './reviewResult'
import { reviewText } from './reviewText'
import { type SettingsOptions, readRoots, scopeOf } from './settings'
import { writeBaselines } from './writeBaseline'

export interface ReviewOptions extends SettingsOptions, Completeness {
  readonly format: 'text' | 'json'
  readonly minSeverity?: Severity
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
  const how = { cwd, roots, minSeverity, ignoreSuppressions }
  const result = reviewAll(load(paths, host, python, scopeOf(roots)), how, line => {
    warn(host, line)
  })
  if (options.writeBaseline === true) {
    host.out(writeBaselines(result, cwd))
    return 0
  }
  host.out(options.format === 'json' ? reviewJson(result) : reviewText(result, host.colors))
  return exitCodeOf(result.incomplete, result.findings.length, options)
}
