import { createHash } from 'node:crypto'
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { truthFolder } from './truth'

/** Real OpenStack source, as the truth files speak of it: a folder for each project, its Python packages in it. */
export interface Corpus {
  readonly folder: string
  readonly origin: Origin
}
/** Where the sources came from, and which versions are not the ones of the truth. */
export interface Origin {
  readonly from: string
  readonly otherVersions: readonly string[]
}

export interface CorpusProject {
  readonly name: string
  readonly debianPackages: readonly string[]
  readonly pythonPackages: readonly string[]
}

/** Unpacks all packages below `folder`, as `<folder>/<Python package>`; throws when that is not possible here. */
export type Supplier = (
  projects: readonly CorpusProject[],
  versions: ReadonlyMap<string, string>,
  folder: string,
) => Promise<Origin>

/** Kept between runs, and git-ignored. */
export const cacheFolder = join(__dirname, '..', '..', '.corpus')

/** The corpus of an earlier run; undefined when there is none, or it was made for another list of packages. */
export function cachedCorpus(): Corpus | undefined {
  const stamp = join(cacheFolder, 'origin.json')
  if (!existsSync(stamp)) return undefined
  const { wanted, ...origin } = JSON.parse(readFileSync(stamp, 'utf8')) as Origin & { wanted: string }
  return wanted === wantedDigest() ? { folder: cacheFolder, origin } : undefined
}

/** Fetches the sources from the first supplier that can, into the cache; throws all their reasons when none can. */
export async function fetchCorpus(suppliers: readonly Supplier[]): Promise<Corpus> {
  const reasons: string[] = []
  for (const supplier of suppliers) {
    const scratch = mkdtempSync(join(tmpdir(), 'corpus-'))
    try {
      const origin = await supplier(corpusProjects(), pinnedVersions(), scratch)
      arrange(scratch)
      writeFileSync(join(cacheFolder, 'origin.json'), JSON.stringify({ ...origin, wanted: wantedDigest() }, null, 2))
      return { folder: cacheFolder, origin }
    } catch (error) {
      reasons.push(error instanceof Error ? error.message : String(error))
    } finally {
      rmSync(scratch, { recursive: true, force: true })
    }
  }
  throw new Error(reasons.join('\n'))
}

/** Moves each project's packages to their place in the cache. */
function arrange(scratch: string): void {
  rmSync(cacheFolder, { recursive: true, force: true })
  for (const { name, pythonPackages } of corpusProjects()) {
    mkdirSync(join(cacheFolder, name), { recursive: true })
    for (const one of pythonPackages) move(join(scratch, one), join(cacheFolder, name, one))
  }
}

function move(from: string, to: string): void {
  try {
    renameSync(from, to)
  } catch {
    // Another file system.
    cpSync(from, to, { recursive: true })
  }
}

/** The projects of `truth/projects.tsv`. */
export function corpusProjects(): CorpusProject[] {
  return table('projects.tsv', '\t').map(([name = '', debian = '', python = '']) => ({
    name,
    debianPackages: debian.split(','),
    pythonPackages: python.split(','),
  }))
}

/** The Debian version that the truth was made with, by Debian package. */
export function pinnedVersions(): Map<string, string> {
  return new Map(table('versions.txt', ' ').map(([name = '', version = '']) => [name, version]))
}

function table(file: string, separator: string): string[][] {
  const lines = readFileSync(join(truthFolder, file), 'utf8').trim().split('\n')
  return lines.map(line => line.split(separator))
}

function wantedDigest(): string {
  const texts = ['projects.tsv', 'versions.txt'].map(file => readFileSync(join(truthFolder, file)))
  return createHash('sha256').update(Buffer.concat(texts)).digest('hex')
}
