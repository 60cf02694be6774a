import { execFileSync } from 'node:child_process'
import { mkdirSync, readdirSync, renameSync } from 'node:fs'
import { join } from 'node:path'
import type { Supplier } from './sources'

/**
 * Takes the sources from Debian's packages, unpacked and not installed. Where the archive no longer has the version that
 * the truth was made with, its newer candidate is taken and named in the origin. Wants an `apt-get update` before.
 */
export const fromDebian: Supplier = (projects, versions, folder) => {
  const debs = join(folder, 'debs')
  mkdirSync(debs)
  const otherVersions: string[] = []
  for (const name of new Set(projects.flatMap(project => project.debianPackages))) {
    if (!download(`${name}=${versions.get(name) ?? ''}`, debs)) {
      if (!download(name, debs)) throw new Error(`Debian: apt-get cannot download ${name} (was apt-get update run?)`)
      otherVersions.push(name)
    }
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
  try {
    execFileSync('apt-get', ['-q', 'download', spec], { cwd: folder, stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}
