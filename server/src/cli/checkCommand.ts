import { checkJson } from './checkJson'
import { checkSarif } from './checkSarif'
import { checkText } from './checkText'
import { type Deployment, readDeployment } from './deployment'
import type { CliHost, ExitCode } from './host'

export interface CheckOptions {
  readonly source?: readonly string[]
  readonly format: 'text' | 'json' | 'sarif'
}

/**
 * `check`: what deserves attention in configuration files that a service reads together.
 * @returns 2 when a file cannot be read at all, 1 with findings, else 0
 * @throws ReadError as `load` does
 */
export async function checkCommand(paths: readonly string[], options: CheckOptions, host: CliHost): Promise<ExitCode> {
  const deployment = await readDeployment(paths, options.source ?? [], host)
  host.out(written(deployment, options, host))
  return exitCode(deployment)
}

function written(deployment: Deployment, { format }: CheckOptions, { colors }: CliHost): string {
  if (format === 'text') return checkText(deployment, colors)
  return format === 'json' ? checkJson(deployment) : checkSarif(deployment)
}

function exitCode({ findings, incomplete }: Deployment): ExitCode {
  const isUnread = findings.some(({ rule }) => rule === 'file-error' || rule === 'encoding-error')
  if (isUnread || incomplete.length > 0) return 2
  return findings.length > 0 ? 1 : 0
}
