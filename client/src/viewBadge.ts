import { workspace, type Disposable } from 'vscode'
import { settingsSection, type Summary } from '../../server/src/protocol'
import type { InventoryView } from './inventoryView'
import type { ReviewServer } from './languageClient'

/** Keeps the number on the view's icon: only where Problems holds the findings of all files does it say the same. */
export function showBadge(server: ReviewServer, view: InventoryView): Disposable {
  let last: Summary | undefined
  const show = (): void => {
    const problems = workspace.getConfiguration(settingsSection).get<string>('problems')
    view.badge = problems === 'workspace' ? last : undefined
  }
  server.onDidChangeInventory(({ summary }) => {
    last = summary
    show()
  })
  return workspace.onDidChangeConfiguration(change => {
    if (change.affectsConfiguration(`${settingsSection}.problems`)) show()
  })
}
