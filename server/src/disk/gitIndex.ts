import { readFileSync, realpathSync, statSync } from 'node:fs'
import { dirname, join, relative, resolve, sep } from 'node:path'

/** A larger index is not looked into. In bytes. */
const largestIndex = 256 * 1024 * 1024
/** What an entry holds before the name of its object, in bytes, and what comes behind that: flags. */
const beforeName = 40
const nameBytes = { sha1: 20, sha256: 32 }

/** What git tracks, as its index says: no program is run, and nothing that a repository says is done. */
export class GitIndexes {
  /** By the index's path; read again when the file changes. */
  private readonly known = new Map<
    string,
    { readonly stamp: string; readonly paths: ReadonlySet<string> | undefined }
  >()

  /** Whether git tracks what a path leads to; undefined where that cannot be told. */
  isTracked(path: string): boolean | undefined {
    try {
      const file = realpathSync(path)
      const home = homeOf(file)
      if (home === undefined) return false
      return this.pathsIn(home.gitFolder)?.has(relative(home.workTree, file).split(sep).join('/'))
    } catch {
      return undefined
    }
  }

  private pathsIn(gitFolder: string): ReadonlySet<string> | undefined {
    const index = join(gitFolder, 'index')
    const stat = statSync(index, { throwIfNoEntry: false })
    if (stat === undefined) return new Set()
    // Who opens a pipe waits for somebody to write.
    if (!stat.isFile()) return undefined
    const stamp = `${String(stat.mtimeMs)} ${String(stat.size)}`
    const known = this.known.get(index)
    if (known?.stamp === stamp) return known.paths
    const paths = stat.size > largestIndex ? undefined : pathsOf(readFileSync(index), hashBytes(gitFolder))
    this.known.set(index, { stamp, paths })
    return paths
  }
}

/** The work tree around a file, and the folder where git keeps its index: elsewhere for a linked work tree. */
function homeOf(file: string): { readonly workTree: string; readonly gitFolder: string } | undefined {
  for (let folder = dirname(file); ; folder = dirname(folder)) {
    const git = join(folder, '.git')
    const stat = statSync(git, { throwIfNoEntry: false })
    if (stat?.isDirectory() === true) return { workTree: folder, gitFolder: git }
    const linked = stat?.isFile() === true ? /^gitdir: (.+)$/m.exec(readFileSync(git, 'utf8'))?.[1] : undefined
    if (linked !== undefined) return { workTree: folder, gitFolder: resolve(folder, linked.trim()) }
    if (dirname(folder) === folder) return undefined
  }
}

function hashBytes(gitFolder: string): number {
  // A linked work tree has its configuration with the others.
  const shared = gitFolder.replace(/[/\\]worktrees[/\\][^/\\]+$/, '')
  const stat = statSync(join(shared, 'config'), { throwIfNoEntry: false })
  const config = stat?.isFile() === true ? readFileSync(join(shared, 'config'), 'utf8') : ''
  const isLong = config.split('\n').some(line => line.replaceAll(/\s/g, '').toLowerCase() === 'objectformat=sha256')
  return isLong ? nameBytes.sha256 : nameBytes.sha1
}

/** The paths in an index, versions 2 to 4; undefined for one of another kind, or of which a part lies elsewhere. */
function pathsOf(index: Buffer, hash: number): Set<string> | undefined {
  if (index.length < 12 || index.toString('latin1', 0, 4) !== 'DIRC') return undefined
  const version = index.readUInt32BE(4)
  if (version < 2 || version > 4) return undefined
  const paths = new Set<string>()
  let at = 12
  let path = Buffer.alloc(0)
  for (let left = index.readUInt32BE(8); left > 0; left -= 1) {
    const flags = index.readUInt16BE(at + beforeName + hash)
    let name = at + beforeName + hash + ((flags & 0x4000) !== 0 ? 4 : 2)
    let kept = 0
    if (version === 4) {
      const [cut, next] = readOffset(index, name)
      kept = path.length - cut
      name = next
    }
    const end = index.indexOf(0, name)
    if (end < 0 || kept < 0) return undefined
    path = Buffer.concat([path.subarray(0, kept), index.subarray(name, end)])
    paths.add(path.toString('utf8'))
    at = version === 4 ? end + 1 : at + ((end - at + 8) & ~7)
  }
  const isSplit = index.indexOf('link', at, 'latin1') === at
  return isSplit ? undefined : paths
}

/** A number as git packs it: seven bits a byte, each but the last counted one more. And where it ends. */
function readOffset(bytes: Buffer, start: number): [value: number, end: number] {
  let at = start
  let byte = bytes.readUInt8(at)
  let value = byte & 0x7f
  while ((byte & 0x80) !== 0) {
    at += 1
    byte = bytes.readUInt8(at)
    value = (value + 1) * 128 + (byte & 0x7f)
  }
  return [value, at + 1]
}
