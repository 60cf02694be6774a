import { commands, Uri, window, workspace } from 'vscode'
import * as protocol from '../../server/src/protocol'
import { notice } from '../../server/src/safe/text'
import { baselineQuestion, baselineWritten } from './baselineWords'
import type { InventoryNode } from './inventoryNodes'
import type { ReviewServer } from './languageClient'
import { shownPath } from './shownPath'
import { tellFailure, writeTeamFile } from './teamFile'

/** Records everything found now as known, in the baseline file of each folder, once a person has agreed. */
export function writeBaseline(server: ReviewServer) {
  return async (): Promise<void> => {
    const files = filesOf(await server.request<protocol.MakeBaselineResult>(protocol.makeBaseline))
    if (files.length === 0) return
    const { message, detail } = baselineQuestion(files, pathOf)
    const answer = await window.showWarningMessage(message, { modal: true, detail }, 'Record')
    if (answer === undefined) return
    await Promise.all(files.map(file => writeTeamFile(file, baselineWritten(file, pathOf(file)))))
  }
}

/** Takes a row's finding out of the baseline: from then on it is a problem again. */
export function forgetFinding(server: ReviewServer) {
  return async (node?: InventoryNode): Promise<void> => {
    if (node?.kind !== 'finding') return
    const { uri, id, rule, subject } = node.row
    const params: protocol.FindingParams = { uri, id }
    const made = await server.request<protocol.MakeBaselineResult>(protocol.forgetFinding, params)
    for (const file of filesOf(made)) {
      await writeTeamFile(file, `${rule} on ${subject} is not in ${pathOf(file)} any more.`)
    }
  }
}

/** The files that may be written. Why others may not is said at once. */
function filesOf(made: protocol.MakeBaselineResult | undefined): protocol.BaselineFile[] {
  if (made === undefined) return []
  if (made.state !== 'made') {
    refuse(made.state)
    return []
  }
  const { files, refused } = made
  if (files.length + refused.length === 0) void window.showWarningMessage(whyNone())
  for (const { uri, reason } of refused) tellFailure(Uri.parse(uri), reason)
  return files
}

function pathOf({ uri }: protocol.BaselineFile): string {
  return notice(shownPath(Uri.parse(uri)))
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
