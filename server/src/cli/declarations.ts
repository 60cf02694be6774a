import {
  type Catalogue,
  type Declarations,
  declarationsOfRelease,
  declarationsOfSources,
  importedPackages,
} from '../engine/index'
import type { CliHost } from './host'
import { type Incomplete, load } from './load'

/** What configuration files are judged by, and what of the sources was not read wholly. */
export interface Known {
  readonly declarations: Declarations
  readonly catalogue: Catalogue
  readonly incomplete: readonly Incomplete[]
}

/**
 * What the sources declare, and the libraries that they use; without sources, what the newest release of Nova does.
 * @throws ReadError when a source does not exist or holds no Python
 */
export async function readDeclarations(sources: readonly string[], host: CliHost): Promise<Known> {
  if (sources.length === 0) {
    const catalogue = host.readCatalogue(new Set(['nova']))
    return { declarations: declarationsOfRelease(catalogue, 'nova'), catalogue, incomplete: [] }
  }
  const imported = new Set<string>()
  const loaded = load(sources, host, await host.loadParser(), undefined, text => {
    for (const name of importedPackages(text)) imported.add(name)
  })
  const files = loaded.sources.map(({ file }) => file)
  const isNova = files.some(file => file.includes('/nova/conf/'))
  const catalogue = host.readCatalogue(new Set(isNova ? ['nova'] : []))
  const modules = [...loaded.project.modules()]
  const declarations = declarationsOfSources(catalogue, modules, files, catalogue.isService(imported))
  return { declarations, catalogue, incomplete: loaded.incomplete }
}
