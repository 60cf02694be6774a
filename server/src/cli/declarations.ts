import {
  type Catalogue,
  type Declarations,
  declarationsOfRelease,
  declarationsOfSources,
  importedPackages,
} from '../engine/index'
import { type CliHost, ReadError } from './host'
import { type Incomplete, load, type Loaded } from './load'

/** What configuration files are judged by, and what of the sources was not read wholly. */
export interface Known {
  readonly declarations: Declarations
  readonly catalogue: Catalogue
  readonly incomplete: readonly Incomplete[]
}

/** By what a run of `check` or `posture` judges configuration files. */
export interface JudgedBy {
  readonly source?: readonly string[]
  /** A release of Nova, by its number or its name. */
  readonly release?: string
}

/**
 * What the sources declare, and the libraries that they use; without sources, what a release of Nova does, which is the
 * newest where none is named.
 * @throws ReadError when a source does not exist or holds no Python, and for a release that is not known
 */
export async function readDeclarations({ source: sources = [], release }: JudgedBy, host: CliHost): Promise<Known> {
  if (sources.length === 0) {
    const catalogue = host.readCatalogue(new Set(['nova']))
    const isKnown = release === undefined || catalogue.hasRelease('nova', release)
    if (!isKnown)
      throw new ReadError(`no release ${release} of Nova is known: ${rangeOf(catalogue.releasesOf('nova'))} are`)
    return { ...declarationsOfRelease(catalogue, 'nova', release), incomplete: [] }
  }
  const imported = new Set<string>()
  const loaded = load(sources, host, await host.loadParser(), undefined, text => {
    for (const name of importedPackages(text)) imported.add(name)
  })
  return declarationsOf(loaded, imported, host)
}

/** What was loaded declares, and the libraries that it uses; `imported` are the packages that it imports. */
export function declarationsOf(loaded: Loaded, imported: ReadonlySet<string>, host: CliHost): Known {
  const files = loaded.sources.map(({ file }) => file)
  const isNova = declaresNova(loaded)
  const catalogue = host.readCatalogue(new Set(isNova ? ['nova'] : []))
  const modules = [...loaded.project.modules()]
  const known = declarationsOfSources(catalogue, modules, files, catalogue.isService(imported))
  return { ...known, incomplete: loaded.incomplete }
}

/** `14.0.0 Newton to 33.0.2`. */
function rangeOf(releases: readonly string[]): string {
  return `${releases[0] ?? ''} to ${releases.at(-1) ?? ''}`
}

/** Whether the source of Nova is among what was loaded. */
export function declaresNova({ sources }: Loaded): boolean {
  return sources.some(({ file }) => file.includes('/nova/conf/'))
}
