import { readdirSync, statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { type ConfFile, type ConfFinding, type FileAccess, finding, readConf } from '../engine/index'
import { DiskAccess } from '../disk/fileAccess'
import { confFiles, kindOfPath } from '../fileKinds'
import { readFile } from './readFile'
import { reasonOf } from './sources'

/** Larger files are no configuration. In bytes. */
const largestFile = 16 * 1024 * 1024

/** The configuration files that a service is given, in their order. */
export interface ConfFiles {
  readonly files: readonly ConfFile[]
  /** What could not be read at all: oslo.config then reads nothing. */
  readonly unread: readonly ConfFinding[]
}

/** Reads configuration files; of a folder every `*.conf` in it, sorted, as `--config-dir` does. */
export function readConfFiles(paths: readonly string[], cwd: string): ConfFiles {
  const files: ConfFile[] = []
  const unread: ConfFinding[] = []
  for (const path of paths.flatMap(each => filesAt(each, cwd))) {
    const failed = (rule: 'encoding-error' | 'file-error', why: string): void => {
      unread.push({ ...finding(rule, `${path} cannot be read: ${why}`), file: path, line: 0 })
    }
    try {
      const decoded = confFiles.decode(readFile(resolve(cwd, path), largestFile))
      if (decoded === undefined) failed('encoding-error', 'it is not all UTF-8')
      else files.push(readConf(path, decoded.text))
    } catch (error) {
      failed('file-error', reasonOf(error))
    }
  }
  return { files, unread }
}

function filesAt(path: string, cwd: string): string[] {
  const absolute = resolve(cwd, path)
  if (statSync(absolute, { throwIfNoEntry: false })?.isDirectory() !== true) return [path]
  const names = readdirSync(absolute).filter(name => kindOfPath(name) === confFiles && !name.startsWith('.'))
  return names.sort().map(name => join(path, name))
}

/** Who may read files, as the disk tells. */
export function accessTo(files: readonly string[], cwd: string): FileAccess[] {
  const disk = new DiskAccess()
  return files.map(file => disk.of(resolve(cwd, file), file))
}
