import { checkJson } from './checkJson'
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
  host.out(options.format === 'json' ? checkJson(deployment) : checkText(deployment, host.colors))
  return exitCode(deployment)
}

function exitCode({ findings, incomplete }: Deployment): ExitCode {
  const isUnread = findings.some(({ rule }) => rule === 'file-error' || rule === 'encoding-error')
  if (isUnread || incomplete.length > 0) return 2
  return findings.length > 0 ? 1 : 0
}
