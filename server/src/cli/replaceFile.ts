import { randomBytes } from 'node:crypto'
import {
  accessSync,
  closeSync,
  constants,
  fchmodSync,
  fchownSync,
  fsyncSync,
  mkdirSync,
  openSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'

/**
 * Puts a text in the place of a file's, or makes the file, with its folder: all of it or nothing, whenever the disk is
 * full or the power goes. The file keeps its permissions, and its owner where this process may give files away.
 * @throws what the system says; the file is then what it was
 */
export function replaceFile(file: string, text: string): void {
  const folder = dirname(file)
  mkdirSync(folder, { recursive: true })
  const former = statSync(file, { throwIfNoEntry: false })
  // Renaming asks for the folder's permissions alone: a file that is not to be written would be replaced.
  if (former !== undefined) accessSync(file, constants.W_OK)
  const temporary = join(folder, `.nova-config-review-${randomBytes(6).toString('hex')}.tmp`)
  try {
    const descriptor = openSync(temporary, 'wx')
    try {
      writeFileSync(descriptor, text)
      if (former !== undefined) {
        giveTo(descriptor, former.uid, former.gid)
        fchmodSync(descriptor, former.mode & 0o7777)
      }
      fsyncSync(descriptor)
    } finally {
      closeSync(descriptor)
    }
    renameSync(temporary, file)
  } catch (error) {
    rmSync(temporary, { force: true })
    throw error
  }
}

function giveTo(descriptor: number, user: number, group: number): void {
  try {
    fchownSync(descriptor, user, group)
  } catch {
    // Only the superuser may: others write files of their own.
  }
}
