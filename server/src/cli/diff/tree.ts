import type { Decoded } from '../../decodePython'
import type { Tree } from '../../diff/tree'
import { kindOfPath, pythonFiles } from '../../fileKinds'
import { ReadError } from '../host'
import { git, gitText, reasonIn } from './git'

/**
 * The id of a commit.
 * @throws ReadError where the name means no commit
 */
export async function commitOf(cwd: string, revision: string): Promise<string> {
  const found = await findCommit(cwd, revision)
  if (found === undefined) throw new ReadError(`cannot compare: "${revision}" is no commit, branch or tag here`)
  return found
}

/** The id of a commit; undefined where the name means none. */
export async function findCommit(cwd: string, revision: string): Promise<string | undefined> {
  // What looks like an option is none of git's.
  if (revision.startsWith('-')) return undefined
  const { code, out } = await git(cwd, ['rev-parse', '--verify', '--quiet', `${revision}^{commit}`])
  return code === 0 ? out.toString('utf8').trim() : undefined
}

/** The tree of a commit, read from git's objects: nothing is checked out. */
export async function commitTree(cwd: string, name: string, commit: string): Promise<Tree> {
  const listed = await gitText(cwd, ['ls-tree', '-r', '-z', '--full-tree', commit])
  const files = new Map<string, string>()
  for (const entry of listed.split('\0')) {
    const [, type, id, path] = /^\d+ (\w+) ([0-9a-f]+)\t([^]+)$/.exec(entry) ?? []
    if (type === 'blob' && id !== undefined && path !== undefined) files.set(path, id)
  }
  return {
    name,
    commit,
    files,
    read: async paths => {
      const ids = paths.flatMap(path => files.get(path) ?? [])
      const blobs = await readBlobs(cwd, [...new Set(ids)])
      return textsIn(paths, path => blobs.get(files.get(path) ?? ''))
    },
    holding: async texts => {
      const patterns = texts.flatMap(text => ['-e', text])
      const args = [
        'grep',
        '--no-recurse-submodules',
        '--full-name',
        '-l',
        '-z',
        '-a',
        '-F',
        ...patterns,
        commit,
        '--',
        `:(top)*${pythonFiles.ending}`,
      ]
      const found = (await gitText(cwd, args, [0, 1])).split('\0')
      return new Set(found.map(path => path.slice(commit.length + 1)).filter(path => files.has(path)))
    },
  }
}

/** The texts of files whose bytes are at hand. */
export function textsIn(
  paths: readonly string[],
  bytesOf: (path: string) => Buffer | undefined,
): ReadonlyMap<string, Decoded> {
  return new Map(
    paths.flatMap(path => {
      const bytes = bytesOf(path)
      if (bytes === undefined) return []
      const kind = kindOfPath(path)
      const decoded = kind === undefined ? { text: bytes.toString('utf8') } : kind.decode(bytes)
      return decoded === undefined ? [] : [[path, decoded] as const]
    }),
  )
}

/**
 * The bytes of git's blobs by their ids.
 * @throws ReadError where one is not there
 */
async function readBlobs(cwd: string, ids: readonly string[]): Promise<ReadonlyMap<string, Buffer>> {
  const found = new Map<string, Buffer>()
  if (ids.length === 0) return found
  const { code, out, err } = await git(cwd, ['cat-file', '--batch'], ids.map(id => `${id}\n`).join(''))
  if (code !== 0) throw new ReadError(`cannot compare: ${reasonIn(err, code)}`)
  let at = 0
  for (const id of ids) {
    const end = out.indexOf(10, at)
    const [, , size] = /^(\S+) blob (\d+)$/.exec(out.toString('latin1', at, end)) ?? []
    if (end === -1 || size === undefined) throw new ReadError(`cannot compare: the object ${id} is missing`)
    found.set(id, out.subarray(end + 1, end + 1 + Number(size)))
    at = end + 1 + Number(size) + 1
  }
  return found
}
