import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Supplier } from './sources'

/** The index that everybody uses. */
export const packageIndex = 'https://pypi.org'

/** What the index's JSON says of a release, as far as we read it. */
interface Release {
  readonly urls: readonly {
    readonly packagetype: string
    readonly url: string
    readonly digests: { readonly sha256: string }
  }[]
}

/**
 * Takes the sources from the source archives of a Python package index, in the upstream versions of the truth's Debian
 * packages. Files that Debian patches may differ from the truth by some lines.
 */
export function fromPackageIndex(index = packageIndex): Supplier {
  return async (projects, versions, folder) => {
    for (const project of projects) {
      for (const name of project.debianPackages) {
        await unpackSources(index, indexName(name), upstreamVersion(versions.get(name) ?? ''), folder)
      }
      const lacking = project.pythonPackages.filter(name => !existsSync(join(folder, name)))
      if (lacking.length > 0) throw new Error(`PyPI: the source archives lack ${lacking.join(', ')}`)
    }
    return { from: 'PyPI', otherVersions: [] }
  }
}

/** Moves every Python package of one source archive to `folder`. */
async function unpackSources(index: string, name: string, version: string, folder: string): Promise<void> {
  const release = (await (await get(`${index}/pypi/${name}/${version}/json`)).json()) as Release
  const archive = release.urls.find(file => file.packagetype === 'sdist')
  if (archive === undefined) throw new Error(`PyPI: ${name} ${version} has no source archive`)
  const bytes = Buffer.from(await (await get(archive.url)).arrayBuffer())
  const digest = createHash('sha256').update(bytes).digest('hex')
  if (digest !== archive.digests.sha256) throw new Error(`PyPI: the archive of ${name} ${version} is damaged`)
  const unpacked = join(folder, 'archives', name)
  mkdirSync(unpacked, { recursive: true })
  writeFileSync(`${unpacked}.tar.gz`, bytes)
  execFileSync('tar', ['-xzf', `${unpacked}.tar.gz`, '-C', unpacked])
  const top = readdirSync(unpacked)[0] ?? '.'
  for (const entry of readdirSync(join(unpacked, top))) {
    const isPackage = existsSync(join(unpacked, top, entry, '__init__.py'))
    if (isPackage && !existsSync(join(folder, entry))) renameSync(join(unpacked, top, entry), join(folder, entry))
  }
}

async function get(url: string): Promise<Response> {
  const response = await fetch(url).catch((error: unknown) => {
    throw new Error(`PyPI: ${url} cannot be reached (${error instanceof Error ? error.message : String(error)})`)
  })
  if (!response.ok) throw new Error(`PyPI: ${url} answers ${response.status}`)
  return response
}

/** The index's name of a Debian package. */
function indexName(debianPackage: string): string {
  const name = debianPackage.replace(/^python3-/, '')
  if (name === 'heat' || name === 'placement') return `openstack-${name}`
  return name === 'keystoneclient' ? 'python-keystoneclient' : name
}

/** `2:26.2.2-1~deb12u5` is Debian's name for upstream's 26.2.2. */
function upstreamVersion(debianVersion: string): string {
  return debianVersion.replace(/^\d+:/, '').replace(/-[^-]*$/, '')
}
