import { Uri, WorkspaceEdit, window, workspace, type Memento } from 'vscode'
import type { SuppressArguments } from '../../server/src/protocol'
import { askReason } from './askReason'
import { editorRange } from './inventoryItems'
import { withReason } from './reason'

/** Asks for a reason, and writes the comment that ignores a finding for it; without one nothing is written. */
export function suppress(memento: Memento) {
  return async ({ uri, version, edit, cursor, rule }: SuppressArguments): Promise<void> => {
    const document = await workspace.openTextDocument(Uri.parse(uri))
    const reason = document.version === version ? await askReason(rule, memento) : ''
    if (reason === undefined) return
    if (document.version !== version) {
      window.setStatusBarMessage('The file has changed meanwhile: please choose the action again.', 5000)
      return
    }
    const { newText, range } = edit
    const change = new WorkspaceEdit()
    const text = withReason({ newText, at: cursor.character - range.start.character }, reason)
    change.replace(document.uri, editorRange(range), text)
    await workspace.applyEdit(change)
  }
}
