import { checkJson } from './checkJson'
import { checkSarif } from './checkSarif'
import { checkText } from './checkText'
import { type Deployment, readDeployment } from './deployment'
import type { JudgedBy } from './declarations'
import { type CliHost, type Completeness, type ExitCode, exitCodeOf } from './host'

export interface CheckOptions extends Completeness, JudgedBy {
  readonly format: 'text' | 'json' | 'sarif'
}

/**
 * `check`: what deserves attention in configuration files that a service reads together.
 * @returns 2 when a file cannot be read at all or not all of the sources was read, 1 with findings, else 0
 * @throws ReadError as `readDeclarations` does
 */
export async function checkCommand(paths: readonly string[], options: CheckOptions, host: CliHost): Promise<ExitCode> {
  const deployment = await readDeployment(paths, options, host)
  host.out(written(deployment, options, host))
  return exitCode(deployment, options)
}

function written(deployment: Deployment, { format }: CheckOptions, { colors }: CliHost): string {
  if (format === 'text') return checkText(deployment, colors)
  return format === 'json' ? checkJson(deployment) : checkSarif(deployment)
}

function exitCode({ findings, incomplete }: Deployment, options: CheckOptions): ExitCode {
  const isUnread = findings.some(({ rule }) => rule === 'file-error' || rule === 'encoding-error')
  return isUnread ? 2 : exitCodeOf(incomplete, findings.length, options)
}
