import { Disposable, workspace, type TextDocument } from 'vscode'
import type { InventoryView } from './inventoryView'
import type { ReviewServer } from './languageClient'

/**
 * Starts the server at the first sign that it is wanted: a Python document that mentions oslo.config, or the view on
 * the screen. Until then other people's Python costs a search for a word in what is open, and nothing else.
 */
export function startWhenNeeded(server: ReviewServer, view: InventoryView): Disposable {
  const watching: Disposable[] = []
  const stopWatching = (): void => {
    Disposable.from(...watching.splice(0)).dispose()
  }
  const start = (): void => {
    stopWatching()
    void server.start()
  }
  const consider = (document: TextDocument): void => {
    if (watching.length > 0 && mentionsOsloConfig(document)) start()
  }
  watching.push(
    workspace.onDidOpenTextDocument(consider),
    workspace.onDidChangeTextDocument(change => consider(change.document)),
    view.onDidShow(start),
    server.onDidChangeState(start),
  )
  workspace.textDocuments.forEach(consider)
  if (view.visible) start()
  return new Disposable(stopWatching)
}

function mentionsOsloConfig(document: TextDocument): boolean {
  return document.languageId === 'python' && /\boslo[._]config\b/.test(document.getText())
}
