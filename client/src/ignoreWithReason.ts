import { Uri, WorkspaceEdit, window, workspace, type Memento } from 'vscode'
import { ignoreEdit } from '../../server/src/protocol'
import type { IgnoreArguments, IgnoreEditParams, IgnoreEditResult } from '../../server/src/protocol'
import { askReason } from './askReason'
import { editorRange } from './inventoryItems'
import type { ReviewServer } from './languageClient'

const question = {
  prompt: 'Why is the option right as it is? The reason is written into a comment.',
  key: 'recentReasons',
}

/** Asks for a reason, and writes the comment that ignores a finding for it; without one nothing is written. */
export function ignoreWithReason(server: ReviewServer, memento: Memento) {
  return async (...[uri, version, rule, position]: IgnoreArguments): Promise<void> => {
    const document = await workspace.openTextDocument(Uri.parse(uri))
    const reason =
      document.version === version ? await askReason({ ...question, title: `Ignore ${rule}` }, memento) : ''
    if (reason === undefined) return
    const params: IgnoreEditParams = { uri, version, rule, position, reason }
    const edit = reason === '' ? null : await server.request<IgnoreEditResult>(ignoreEdit, params)
    if (!edit || document.version !== version) {
      window.setStatusBarMessage('The file has changed meanwhile: please choose the action again.', 5000)
      return
    }
    const change = new WorkspaceEdit()
    change.replace(document.uri, editorRange(edit.range), edit.newText)
    await workspace.applyEdit(change)
  }
}
