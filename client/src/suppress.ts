import { Selection, Uri, WorkspaceEdit, window, workspace } from 'vscode'
import type { SuppressArguments } from '../../server/src/protocol'
import { editorRange } from './inventoryItems'

/** Writes the comment that ignores a finding, and puts the cursor where the reason goes. */
export async function suppress({ uri, version, edit, cursor }: SuppressArguments): Promise<void> {
  const document = await workspace.openTextDocument(Uri.parse(uri))
  if (document.version !== version) {
    window.setStatusBarMessage('The file has changed meanwhile: please choose the action again.', 5000)
    return
  }
  const change = new WorkspaceEdit()
  change.replace(document.uri, editorRange(edit.range), edit.newText)
  if (!(await workspace.applyEdit(change))) return
  const editor = await window.showTextDocument(document)
  editor.selection = new Selection(cursor.line, cursor.character, cursor.line, cursor.character)
  editor.revealRange(editor.selection)
}
