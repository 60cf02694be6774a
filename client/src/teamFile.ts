import { FileType, Uri, window, workspace } from 'vscode'
import { notice } from '../../server/src/safe/text'
import { isMissing, removeFile, replaceFile, type Disk } from './replaceFile'
import { shownPath } from './shownPath'

/** A file of the team with another text. */
export interface TeamFile {
  readonly uri: string
  readonly text: string
  /** What it said when this text was made to follow it; null where there was none. */
  readonly former: string | null
  /** The workspace's folder that it lies in: no link may lead from there to it. */
  readonly folder: string
}

/** Writes a file of the team and says so, with a way back; or why it was not written. */
export async function writeTeamFile(file: TeamFile, said: string): Promise<void> {
  const uri = Uri.parse(file.uri)
  if (!(await tried(uri, () => put(file, file.former, file.text)))) return
  const button = await window.showInformationMessage(notice(said), 'Undo', 'Open')
  if (button === 'Open') await window.showTextDocument(uri)
  if (button === 'Undo') await tried(uri, () => put(file, file.text, file.former))
}

export function tellFailure(uri: Uri, reason: string): void {
  void window.showErrorMessage(notice(`${shownPath(uri)} was not written: ${reason}`))
}

async function tried(uri: Uri, work: () => Promise<void>): Promise<boolean> {
  try {
    await work()
    return true
  } catch (error) {
    tellFailure(uri, error instanceof Error ? error.message : String(error))
    return false
  }
}

/**
 * Writes a file of the team without a word.
 * @throws what the disk says, or `ChangedMeanwhile`; the file stays as it is
 */
export function putTeamFile(file: TeamFile): Promise<void> {
  return put(file, file.former, file.text)
}

/** Makes the file say one thing where it says another; null stands for no file. */
async function put(file: TeamFile, before: string | null, after: string | null): Promise<void> {
  const uri = Uri.parse(file.uri)
  await refuseLinks(uri, Uri.parse(file.folder))
  if (after === null) return removeFile(workspace.fs, uri, before)
  const beside = Uri.joinPath(uri, '..', `${tickets}${Math.random().toString(36).slice(2)}.tmp`)
  await replaceFile(disk, uri, beside, before, after)
}

const tickets = '.nova-config-review-'
/** What lies there for longer was left by a window that was killed. In milliseconds. */
const longestWrite = 10_000

const disk: Disk<Uri> = {
  readFile: file => workspace.fs.readFile(file),
  writeFile: (file, content) => workspace.fs.writeFile(file, content),
  rename: (from, to, options) => workspace.fs.rename(from, to, options),
  delete: file => workspace.fs.delete(file),
  isContended: async beside => {
    const folder = Uri.joinPath(beside, '..')
    const own = await writtenAt(beside)
    const names = (await workspace.fs.readDirectory(folder)).map(([name]) => name)
    const others = names.filter(name => name.startsWith(tickets) && !beside.path.endsWith(`/${name}`))
    const times = await Promise.all(others.map(name => writtenAt(Uri.joinPath(folder, name))))
    return times.some(time => time > own - longestWrite)
  },
}

/** By the disk's own clock; never, for a file that is gone. */
async function writtenAt(file: Uri): Promise<number> {
  return workspace.fs.stat(file).then(
    ({ mtime }) => mtime,
    () => -Infinity,
  )
}

/** What comes with a repository must not lead to another file: nothing on the way from its folder is a link. */
async function refuseLinks(file: Uri, folder: Uri): Promise<void> {
  for (let place = file; place.path.length > folder.path.length; place = Uri.joinPath(place, '..')) {
    const type = await typeOf(place)
    if ((type & FileType.SymbolicLink) !== 0) throw new Error(`${shownPath(place)} is a link`)
  }
}

async function typeOf(place: Uri): Promise<FileType> {
  try {
    return (await workspace.fs.stat(place)).type
  } catch (error) {
    if (isMissing(error)) return FileType.Unknown
    throw error
  }
}
