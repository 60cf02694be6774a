import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import type { Project, PythonParser } from '../../server/src/engine/index'
import { load } from '../../server/src/cli/load'
import { quiet } from './host'
import type { Package } from './packages'

/** The tags of major releases, oldest first, and the newest release of all. */
export function releasesOf(repository: string, most: number): string[] {
  const tags = git(repository, 'tag').split('\n').filter(tag => /^\d{1,3}\.\d+\.\d+$/.test(tag))
  const sorted = tags.sort((a, b) => compareVersions(a, b))
  const majors = sorted.filter(tag => /^[1-9]\d*\.0\.0$/.test(tag)).slice(-most)
  const newest = sorted.at(-1)
  return newest === undefined || majors.includes(newest) ? majors : [...majors, newest]
}

export function compareVersions(a: string, b: string): number {
  const [left, right] = [a.split('.').map(Number), b.split('.').map(Number)]
  return left.map((part, at) => part - (right[at] ?? 0)).find(difference => difference !== 0) ?? 0
}

/** Unpacks a release and hands what it declares to `use`; nothing where it has none of the package's files. */
export function inRelease<T>(
  repository: string,
  tag: string,
  { modules, paths = modules, beside }: Package,
  python: PythonParser,
  use: (project: Project, folder: string) => T,
): T | undefined {
  const there = paths.filter(path => git(repository, 'ls-tree', tag, path) !== '')
  if (there.length === 0) return undefined
  const folder = mkdtempSync(join(tmpdir(), 'catalogue-'))
  try {
    mkdirSync(folder, { recursive: true })
    unpack(repository, tag, there, folder)
    if (beside !== undefined) {
      const other = join(dirname(repository), beside.name)
      unpack(other, releasesOf(other, 1).at(-1)!, [beside.path], folder)
    }
    const { project } = load([folder], quiet(folder), python)
    return use(project, folder)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function unpack(repository: string, tag: string, paths: readonly string[], folder: string): void {
  const archive = execFileSync('git', ['-C', repository, 'archive', tag, ...paths], { maxBuffer: 1 << 30 })
  execFileSync('tar', ['-x', '-C', folder], { input: archive })
}

function git(repository: string, ...parameters: string[]): string {
  return execFileSync('git', ['-C', repository, ...parameters], { encoding: 'utf8', maxBuffer: 1 << 28 }).trim()
}
