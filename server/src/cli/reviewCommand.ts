import type { Severity } from '../engine/index'
import { type CliHost, type ExitCode, warn } from './host'
import { load } from './load'
import { reviewJson } from './reviewJson'
import { reviewAll } from './reviewResult'
import { reviewText } from './reviewText'

export interface ReviewOptions {
  readonly format: 'text' | 'json'
  readonly minSeverity: Severity
}

/**
 * `review`: prints all findings at or above the level.
 * @returns 1 when there are any, else 0
 * @throws ReadError as `load` does
 */
export async function reviewCommand(
  paths: readonly string[],
  options: ReviewOptions,
  host: CliHost,
): Promise<ExitCode> {
  const result = reviewAll(await load(paths, host), options.minSeverity, line => {
    warn(host, line)
  })
  host.out(options.format === 'json' ? reviewJson(result) : reviewText(result, host.colors))
  return result.findings.length > 0 ? 1 : 0
}
