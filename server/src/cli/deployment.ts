import {
  type ConfFinding,
  type Declarations,
  type Environment,
  type FileAccess,
  Values,
  addNamedGroups,
  exposedSecrets,
  namedGroups,
  judgeConf,
} from '../engine/index'
import { type ConfFiles, accessTo, readConfFiles } from './confFiles'
import type { CliHost } from './host'
import { type JudgedBy, type Known, readDeclarations } from './declarations'
import type { Incomplete } from './load'

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
 * @throws ReadError as `readDeclarations` does
 */
export async function readDeployment(paths: readonly string[], by: JudgedBy, host: CliHost): Promise<Deployment> {
  const read = readConfFiles(paths, host.cwd)
  const access = accessTo(
    read.files.map(({ file }) => file),
    host.cwd,
  )
  return deploymentOf(read, await readDeclarations(by, host), host.environment, access)
}

/** `access`: who may read the files, in their order; without it, nothing is said of that. */
export function deploymentOf(
  { files, unread }: ConfFiles,
  known: Known,
  environment: Environment,
  access: readonly FileAccess[] = [],
): Deployment {
  const { declarations, catalogue, incomplete } = known
  const common = { paths: files.map(({ file }) => file), declarations, incomplete }
  if (unread.length > 0) return { ...common, values: undefined, findings: unread.slice(0, 1) }
  addNamedGroups(catalogue, namedGroups(files), declarations)
  const values = new Values(declarations, files, environment)
  const findings = judgeConf(files, values, { declarations, history: catalogue })
  const isRead = files.every(({ faults }) => faults.length === 0)
  const exposed = access.flatMap((each, at) => exposedSecrets(files[at]!, declarations, each))
  return { ...common, values: isRead ? values : undefined, findings: isRead ? [...findings, ...exposed] : findings }
}
