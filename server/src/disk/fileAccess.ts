import { statSync, statfsSync } from 'node:fs'
import type { FileAccess } from '../engine/index'
import { GitIndexes } from './gitIndex'

/**
 * File systems that keep no POSIX modes, but show the same for all files: FAT, exFAT, NTFS and others by way of FUSE (so the
 * folders of a Mac or a Windows machine in a container), those of SMB, of Plan 9 (Windows' disks in WSL), of virtual machines.
 */
const withoutModes = new Set([
  0x4d44, 0x2011bab0, 0x5346544e, 0x7366746e, 0x65735546, 0x517b, 0xff534d42, 0xfe534d42, 0x01021997, 0x786f4256,
  0x7c7c6673,
])

/** Who may read files, as this machine's disk tells. */
export class DiskAccess {
  private readonly git = new GitIndexes()

  /** `name` is what the file is called in what is said of it. */
  of(path: string, name: string): FileAccess {
    return { file: name, mode: modeOf(path), isTracked: this.git.isTracked(path) }
  }
}

/** The permission bits; undefined where the system has none, or shows some that nobody has set. */
function modeOf(path: string): number | undefined {
  if (process.platform === 'win32') return undefined
  try {
    return withoutModes.has(statfsSync(path).type >>> 0) ? undefined : statSync(path).mode
  } catch {
    return undefined
  }
}
