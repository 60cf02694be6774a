import { commands, FileType, Uri, window, workspace } from 'vscode'
import * as protocol from '../../server/src/protocol'
import { notice } from '../../server/src/safe/text'
import type { ReviewServer } from './languageClient'
import { isMissing, replaceFile } from './replaceFile'
import { shownPath } from './shownPath'

/** Records everything found now as known, in the baseline file of each folder, and says so; or why not, and what helps. */
export function writeBaseline(server: ReviewServer) {
  return async (): Promise<void> => {
    const made = await server.request<protocol.MakeBaselineResult>(protocol.makeBaseline)
    if (made === undefined) return
    if (made.state !== 'made') return refuse(made.state)
    const { files, refused } = made
    if (files.length + refused.length === 0) void window.showWarningMessage(whyNone())
    for (const { uri, reason } of refused) tellFailure(Uri.parse(uri), reason)
    for (const file of files) await write(file)
  }
}

const refusals = {
  reading: 'The workspace is still being read: please try again when that is done.',
  incomplete: 'The workspace was not read to its end, so nothing was recorded: please refresh, and try again.',
  failed: 'The baseline could not be made, so nothing was recorded: the log says why.',
}

function refuse(state: keyof typeof refusals): void {
  const buttons = { reading: [], incomplete: ['Refresh'], failed: ['Show Log'] }[state]
  void window.showWarningMessage(refusals[state], ...buttons).then(button => {
    if (button === 'Refresh') void commands.executeCommand('novaConfigReview.refresh')
    if (button === 'Show Log') void commands.executeCommand('novaConfigReview.showLog')
  })
}

function whyNone(): string {
  if ((workspace.workspaceFolders ?? []).length === 0) return 'A baseline lies in a folder: please open one.'
  return 'The settings turn the baseline off, or want it where it may not lie.'
}

async function write(file: protocol.BaselineFile): Promise<void> {
  const uri = Uri.parse(file.uri)
  const beside = Uri.joinPath(uri, '..', `.nova-config-review-${Math.random().toString(36).slice(2)}.tmp`)
  try {
    await refuseLinks(uri, Uri.parse(file.folder))
    await replaceFile(workspace.fs, uri, beside, file.former, file.text)
    void window.showInformationMessage(
      notice(`Recorded ${count(file.findings, 'finding')} in ${shownPath(uri)}.${note(file)}`),
    )
  } catch (error) {
    tellFailure(uri, error instanceof Error ? error.message : String(error))
  }
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

function tellFailure(uri: Uri, reason: string): void {
  void window.showErrorMessage(notice(`${shownPath(uri)} was not written: ${reason}`))
}

function note({ unread }: protocol.BaselineFile): string {
  return unread === 0 ? '' : ` What it said of ${count(unread, 'file')} that could not be read wholly stays.`
}

function count(number: number, what: string): string {
  return `${number} ${what}${number === 1 ? '' : 's'}`
}
