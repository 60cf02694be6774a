import { type ConfFinding, judgePosture } from '../engine/index'
import type { JudgedBy } from './declarations'
import { readDeployment } from './deployment'
import { type CliHost, type Completeness, type ExitCode, ReadError, exitCodeOf } from './host'
import { accessTo } from './confFiles'
import { postureJson } from './postureJson'
import { postureText } from './postureText'

export interface PostureOptions extends Completeness, JudgedBy {
  readonly format: 'text' | 'json'
}

/**
 * `posture`: what the checks of a deployment say of the effective values of its configuration files.
 * @returns 2 when not everything was read, 1 when a check fails, else 0
 * @throws ReadError when a file cannot be read, as oslo.config then reads none
 */
export async function postureCommand(
  paths: readonly string[],
  options: PostureOptions,
  host: CliHost,
): Promise<ExitCode> {
  const { declarations, values, findings, incomplete, paths: files } = await readDeployment(paths, options, host)
  if (values === undefined) throw new ReadError(whyNot(findings[0]))
  const results = judgePosture(declarations, values, accessTo(files, host.cwd))
  host.out(options.format === 'json' ? postureJson(results) : postureText(results, host.colors))
  return exitCodeOf(incomplete, results.filter(({ verdict }) => verdict === 'fail').length, options)
}

function whyNot(fault: ConfFinding | undefined): string {
  if (fault === undefined) return 'nothing can be read'
  return `${fault.file ?? ''}:${(fault.line ?? 0) + 1}: ${fault.message}`
}
