import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { compareVersions } from './release'

/** Where the versions of libraries that were released with each of Nova's releases are written, newest first. */
const series: readonly (readonly [nova: string, name: string])[] = [
  ['33.', '2026.1'],
  ['32.', '2025.2'],
  ['31.', '2025.1'],
  ['30.', '2024.2'],
  ['29.', '2024.1'],
  ['28.', '2023.2'],
  ['27.', '2023.1'],
  ['26.', 'zed'],
  ['25.', 'yoga'],
  ['24.', 'xena'],
  ['23.', 'wallaby'],
  ['22.', 'victoria'],
  ['21.', 'ussuri'],
  ['20.', 'train'],
  ['19.', 'stein'],
  ['18.', 'rocky'],
  ['17.', 'queens'],
  ['16.', 'pike'],
  ['15.', 'ocata'],
  ['14.', 'newton'],
]

/** Which versions of libraries belong to a release of Nova: of a clone of `requirements`. */
export class Constraints {
  private readonly texts = new Map<string, string>()

  constructor(clones: string) {
    for (const [nova, name] of series) this.texts.set(nova, textOf(join(clones, 'requirements'), name))
  }

  /** The index of the one of a library's releases that a release of Nova came with: of the major releases, the last one before. */
  indexAt(novaRelease: string, library: string, releases: readonly string[]): number {
    const major = novaRelease.slice(0, novaRelease.indexOf('.') + 1)
    const version = library === 'placement' ? placementAt(major) : this.versionOf(library, major)
    if (version === undefined) return 0
    return Math.max(0, releases.findLastIndex(each => compareVersions(each, version) <= 0))
  }

  private versionOf(library: string, major: string): string | undefined {
    const wanted = library === 'keystoneauth' ? 'keystoneauth1' : library
    // Where Pythons differ, the newest is last.
    return (this.texts.get(major) ?? '')
      .split('\n')
      .map(line => line.split(/===|;/))
      .findLast(([name = '']) => name.replaceAll('_', '-') === wanted)?.[1]
  }
}

/** Placement is released with Nova, since it left it. */
function placementAt(major: string): string {
  return `${Math.max(1, Number.parseInt(major, 10) - 18)}.999.0`
}

function textOf(repository: string, name: string): string {
  for (const ref of [`origin/stable/${name}`, `${name}-eom`, `${name}-eol`]) {
    try {
      return execFileSync('git', ['-C', repository, 'show', `${ref}:upper-constraints.txt`], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] })
    } catch {
      // Another of them is there.
    }
  }
  throw new Error(`requirements: nothing is known of ${name}`)
}
