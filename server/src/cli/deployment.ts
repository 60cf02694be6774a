import { type ConfFinding, Declarations, Values, judgeConf, noHistory } from '../engine/index'
import { readConfFiles } from './confFiles'
import type { CliHost } from './host'
import { type Incomplete, load } from './load'

/** Configuration files that a service reads together, and what is known of them. */
export interface Deployment {
  /** As given. */
  readonly paths: readonly string[]
  readonly declarations: Declarations
  /** undefined: nothing can be read, as the first finding says. */
  readonly values: Values | undefined
  readonly findings: readonly ConfFinding[]
  /** The sources that were not read wholly: options may be missing. */
  readonly incomplete: readonly Incomplete[]
}

/**
 * Reads configuration files in the order in which a service reads them, and the declarations that they are judged by.
 * @throws ReadError when a source does not exist or holds no Python
 */
export async function readDeployment(
  paths: readonly string[],
  sources: readonly string[],
  host: CliHost,
): Promise<Deployment> {
  const declarations = new Declarations()
  let incomplete: readonly Incomplete[] = []
  if (sources.length > 0) {
    const loaded = load(sources, host, await host.loadParser())
    declarations.addModules(loaded.project.modules())
    incomplete = loaded.incomplete
  }
  const { files, unread } = readConfFiles(paths, host.cwd)
  const common = { paths: files.map(({ file }) => file), declarations, incomplete }
  if (unread.length > 0) return { ...common, values: undefined, findings: unread.slice(0, 1) }
  const values = new Values(declarations, files, host.environment)
  const findings = judgeConf(files, values, { declarations, history: noHistory })
  const isRead = files.every(({ faults }) => faults.length === 0)
  return { ...common, values: isRead ? values : undefined, findings }
}
