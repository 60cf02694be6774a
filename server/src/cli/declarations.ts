import { type Catalogue, Declarations, importedPackages, libraryOptionsIn } from '../engine/index'
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
  const declarations = new Declarations()
  if (sources.length === 0) {
    const catalogue = host.readCatalogue(new Set(['nova']))
    catalogue.addRenamed(declarations)
    catalogue.addService('nova', declarations)
    catalogue.addLibraries(declarations)
    catalogue.completeGroups(declarations)
    return { declarations, catalogue, incomplete: [] }
  }
  const imported = new Set<string>()
  const loaded = load(sources, host, await host.loadParser(), undefined, text => {
    for (const name of importedPackages(text)) imported.add(name)
  })
  const files = loaded.sources.map(({ file }) => file)
  const isNova = files.some(file => file.includes('/nova/conf/'))
  const catalogue = host.readCatalogue(new Set(isNova ? ['nova'] : []))
  catalogue.addRenamed(declarations)
  const modules = [...loaded.project.modules()]
  declarations.addModules(modules, catalogue)
  if (catalogue.isService(imported)) catalogue.addLibraries(declarations, files)
  for (const { group, name } of libraryOptionsIn(modules)) catalogue.addRegistered(name, group, declarations)
  catalogue.completeGroups(declarations)
  return { declarations, catalogue, incomplete: loaded.incomplete }
}
