import { resolve } from 'node:path'
import { judgePosture } from '../engine/index'
import type { ReportDeployment } from '../report/index'
import { usualConfSettings } from '../settings/confSettings'
import { readTogether } from '../settings/readTogether'
import { serviceOf } from '../settings/serviceOf'
import { accessTo, readConfFiles } from './confFiles'
import { declarationsOf, declaresNova, readDeclarations } from './declarations'
import { deploymentOf } from './deployment'
import type { CliHost } from './host'
import type { Loaded } from './load'
import { isSearched } from './sources'
import { walk } from './walk'

/**
 * What the checks of a deployment say of the configuration files of Nova in a folder, judged by Nova's source where that was
 * loaded, else by its newest release. Variables of the environment are left out: a report is the same wherever it is made.
 */
export async function reportDeployments(
  folder: string,
  loaded: Loaded,
  imported: ReadonlySet<string>,
  host: CliHost,
): Promise<ReportDeployment[]> {
  const { files } = usualConfSettings
  const found = walk(resolve(host.cwd, folder), isSearched, () => undefined).confs
  const ofNova = found.filter(path => serviceOf(path, files) === 'nova')
  const prefix = folder === '.' ? '' : folder.endsWith('/') ? folder : `${folder}/`
  if (ofNova.length === 0) return []
  const deployments: ReportDeployment[] = []
  for (const [label, paths] of readTogether(ofNova.map(path => `${prefix}${path}`))) {
    // For each anew: which plugins' options are known depends on what its files say.
    const known = declaresNova(loaded) ? declarationsOf(loaded, imported, host) : await readDeclarations({}, host)
    const { values, findings, declarations } = deploymentOf(readConfFiles(paths, host.cwd), known, {})
    const about = { label, files: paths, shown: (file: string) => file }
    if (values === undefined)
      deployments.push({ ...about, results: [], fault: findings[0]?.message ?? 'it cannot be read' })
    else deployments.push({ ...about, results: judgePosture(declarations, values, accessTo(paths, host.cwd)) })
  }
  return deployments
}
