import { createHash } from 'node:crypto'
import { join } from 'node:path'
import type { Tree } from '../../diff/tree'
import { kindOfPath, pythonFiles } from '../../fileKinds'
import { readFile } from '../readFile'
import { gitText } from './git'
import { textsIn } from './tree'

/** Larger files are taken for changed, and told as not read. */
const largestFile = 64 * 1024 * 1024

/**
 * The files on the disk, those included that git does not know yet and does not ignore. They are read here, and not by
 * git: its filters are programs that a repository's configuration may name.
 * @param wanted which files matter: the others are left alone
 * @param miss hears of files that cannot be read, and why
 */
export async function workTree(
  top: string,
  wanted: (path: string) => boolean,
  miss: (path: string, error: unknown) => void,
): Promise<Tree> {
  const listed = await gitText(top, ['ls-files', '-z', '--full-name', '--cached', '--others', '--exclude-standard'])
  const contents = new Map<string, Buffer>()
  for (const path of new Set(listed.split('\0'))) {
    if (path === '' || !wanted(path)) continue
    try {
      contents.set(path, readFile(join(top, path), largestFile))
    } catch (error) {
      // It was deleted, and git was not told yet.
      if (!isGone(error)) miss(path, error)
    }
  }
  return {
    name: 'the working tree',
    commit: null,
    files: new Map([...contents].map(([path, bytes]) => [path, blobId(bytes)])),
    read: paths => Promise.resolve(textsIn(paths, path => contents.get(path))),
    holding: texts =>
      Promise.resolve(
        new Set(
          [...contents]
            .filter(([path, bytes]) => kindOfPath(path) === pythonFiles && texts.some(text => bytes.includes(text)))
            .map(([path]) => path),
        ),
      ),
  }
}

function isGone(error: unknown): boolean {
  return error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR')
}

/** The id that git gives to these bytes. */
function blobId(bytes: Buffer): string {
  return createHash('sha1').update(`blob ${bytes.length}\0`).update(bytes).digest('hex')
}
