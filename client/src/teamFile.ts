import { FileType, Uri, window, workspace } from 'vscode'
import { notice } from '../../server/src/safe/text'
import { isMissing, removeFile, replaceFile } from './replaceFile'
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

/** Makes the file say one thing where it says another; null stands for no file. */
async function put(file: TeamFile, before: string | null, after: string | null): Promise<void> {
  const uri = Uri.parse(file.uri)
  await refuseLinks(uri, Uri.parse(file.folder))
  if (after === null) return removeFile(workspace.fs, uri, before)
  const beside = Uri.joinPath(uri, '..', `.nova-config-review-${Math.random().toString(36).slice(2)}.tmp`)
  await replaceFile(workspace.fs, uri, beside, before, after)
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
