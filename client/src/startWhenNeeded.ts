import { Disposable, workspace, type TextDocument } from 'vscode'
import { kindOfLanguage } from '../../server/src/protocol'
import type { InventoryView } from './inventoryView'
import type { ReviewServer } from './languageClient'

/**
 * Starts the server at the first sign that it is wanted: a document whose text concerns us, or the view on the screen.
 * Until then other people's files cost a search for a word in what is open, and nothing else.
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
    if (watching.length > 0 && concernsUs(document)) start()
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

function concernsUs(document: TextDocument): boolean {
  return kindOfLanguage(document.languageId)?.concerns(document.getText()) === true
}
