import { Uri, window, workspace } from 'vscode'
import * as protocol from '../../server/src/protocol'
import type { ReviewServer } from './languageClient'

/** Records everything found now as known, in the baseline file of each folder, and says so. */
export function writeBaseline(server: ReviewServer) {
  return async (): Promise<void> => {
    const files = await server.request<protocol.MakeBaselineResult>(protocol.makeBaseline)
    if (files === undefined) return
    const problem = problemOf(files)
    if (problem !== undefined) void window.showWarningMessage(problem)
    else for (const file of files ?? []) await write(file)
  }
}

function problemOf(files: protocol.MakeBaselineResult): string | undefined {
  if (files === null) return 'The workspace is still being read: please try again when that is done.'
  if (files.length > 0) return undefined
  if ((workspace.workspaceFolders ?? []).length === 0) return 'A baseline lies in a folder: please open one.'
  return 'The settings turn the baseline off.'
}

async function write({ uri: address, text, findings }: protocol.BaselineFile): Promise<void> {
  const uri = Uri.parse(address)
  const shown = workspace.asRelativePath(uri)
  try {
    await workspace.fs.writeFile(uri, new TextEncoder().encode(text))
    void window.showInformationMessage(`Recorded ${findings} finding${findings === 1 ? '' : 's'} in ${shown}.`)
  } catch (error) {
    void window.showErrorMessage(
      `${shown} cannot be written: ${error instanceof Error ? error.message : String(error)}`,
    )
  }
}
