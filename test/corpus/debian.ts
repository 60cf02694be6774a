import { execFileSync } from 'node:child_process'
import { mkdirSync, readdirSync, renameSync } from 'node:fs'
import { join } from 'node:path'
import type { Supplier } from './sources'

/**
 * Takes the sources from Debian's packages, unpacked and not installed. Where the archive no longer has the version that
 * the truth was made with, its newer candidate is taken and named in the origin. Refreshes the package lists where that
 * is allowed and a package cannot be found.
 */
export const fromDebian: Supplier = (projects, versions, folder) => {
  const debs = join(folder, 'debs')
  mkdirSync(debs)
  const otherVersions: string[] = []
  let refreshed = false
  for (const name of new Set(projects.flatMap(project => project.debianPackages))) {
    const pinned = `${name}=${versions.get(name) ?? ''}`
    if (download(pinned, debs)) continue
    if (!refreshed) {
      refreshed = true
      if (aptGet(['update'], debs) && download(pinned, debs)) continue
    }
    if (!download(name, debs)) throw new Error(`Debian: apt-get cannot download ${name} (was apt-get update run?)`)
    otherVersions.push(name)
  }
  const root = join(folder, 'root')
  for (const deb of readdirSync(debs)) execFileSync('dpkg', ['-x', join(debs, deb), root])
  const packages = join(root, 'usr', 'lib', 'python3', 'dist-packages')
  for (const name of projects.flatMap(project => project.pythonPackages)) {
    renameSync(join(packages, name), join(folder, name))
  }
  return Promise.resolve({ from: 'Debian', otherVersions })
}

function download(spec: string, folder: string): boolean {
  return aptGet(['download', spec], folder)
}

function aptGet(parameters: readonly string[], cwd: string): boolean {
  try {
    execFileSync('apt-get', ['-q', ...parameters], { cwd, stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}
