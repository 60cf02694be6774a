import { Uri, WorkspaceEdit, commands, window, workspace } from 'vscode'
import * as protocol from '../../../server/src/protocol'
import { editorRange } from '../inventoryItems'
import type { ReviewServer } from '../languageClient'
import type { ChangeNode } from './changeItems'
import type { ChangesView, Compared } from './changesView'
import { lineBeside } from './lineBeside'
import { notePath, noteText } from './noteFile'

/** Opens the declaration in both states, side by side. */
export function openChange(view: ChangesView) {
  return async (node?: ChangeNode): Promise<void> => {
    if (node?.kind !== 'change' || view.current === undefined) return
    const { before, now } = await statesOf(view.current, node.row)
    const selection = editorRange(node.row.range)
    if (before === undefined || now === undefined) {
      const only = now ?? before
      if (only !== undefined) await commands.executeCommand('vscode.open', only.uri, { selection })
      return
    }
    const title = `${node.row.option} (${view.current.base.name} ↔ Working Tree)`
    const line =
      node.row.side === 'head'
        ? selection.start.line
        : lineBeside(before.getText().split('\n'), now.getText().split('\n'), selection.start.line)
    const options = node.row.side === 'head' ? { selection } : { selection: now.lineAt(line).range }
    await commands.executeCommand('vscode.diff', before.uri, now.uri, title, options)
  }
}

/** The documents of both states; undefined where one has no such file. */
async function statesOf({ api, repository, base, formerly }: Compared, { path, side }: protocol.ChangeRow) {
  const renamed = [...formerly].find(([, before]) => before === path)?.[0]
  const nowPath = side === 'base' ? (renamed ?? path) : path
  const beforePath = side === 'base' ? path : (formerly.get(path) ?? path)
  const uriOf = (one: string): Uri => Uri.joinPath(repository.rootUri, one)
  const open = async (uri: Uri) => {
    try {
      return await workspace.openTextDocument(uri)
    } catch {
      return undefined
    }
  }
  const [before, now] = await Promise.all([open(api.toGitUri(uriOf(beforePath), base.commit)), open(uriOf(nowPath))])
  return { before, now }
}

/** Makes a release note that names the option of a row; without one, all options that no note names. */
export function writeReleaseNote(view: ChangesView) {
  return async (node?: ChangeNode): Promise<void> => {
    if (view.current === undefined) return
    const { repository, result } = view.current
    const all = result.sections.flatMap(({ groups }) => groups.flatMap(({ changes }) => changes))
    const rows = (node?.kind === 'change' ? [node.row] : all).filter(({ note, accepted }) => note && !accepted)
    if (rows.length === 0) {
      window.setStatusBarMessage('Every change that needs a release note has one.', 5000)
      return
    }
    const uri = Uri.joinPath(repository.rootUri, notePath(rows, crypto.getRandomValues(new Uint8Array(8))))
    const edit = new WorkspaceEdit()
    edit.createFile(uri, { contents: new TextEncoder().encode(noteText(rows)) })
    if (await workspace.applyEdit(edit)) await window.showTextDocument(uri)
  }
}

/** Makes the option of a row read its old name again. */
export function restoreOldName(server: ReviewServer, view: ChangesView) {
  return async (node?: ChangeNode): Promise<void> => {
    if (node?.kind !== 'change' || node.row.lost === undefined || view.current === undefined) return
    const { lost, range, path } = node.row
    const document = await workspace.openTextDocument(Uri.joinPath(view.current.repository.rootUri, path))
    await window.showTextDocument(document, { selection: editorRange(range), preserveFocus: true })
    const params: protocol.RestoreNameParams = { uri: document.uri.toString(), position: range.start, ...lost }
    const [action] = (await server.codeActions(protocol.restoreName, params)) ?? []
    if (action?.edit !== undefined) await workspace.applyEdit(action.edit)
    else
      window.setStatusBarMessage('The declaration has changed, or its old names have to be put together by hand.', 5000)
  }
}
