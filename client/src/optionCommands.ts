import { Uri, env, window } from 'vscode'
import * as protocol from '../../server/src/protocol'
import { unfiltered } from './inventoryFilters'
import { editorRange } from './inventoryItems'
import type { InventoryNode } from './inventoryNodes'
import type { InventoryView } from './inventoryView'
import type { ReviewServer } from './languageClient'

/** Copies an option as it stands in nova.conf: the one of a row of the view, else the one at the cursor. */
export function copyConfLine(server: ReviewServer) {
  return async (node?: InventoryNode): Promise<void> => {
    const row = node?.kind === 'option' ? node.row : await optionAtCursor(server)
    if (row === undefined) return sayNoOption()
    const params: protocol.OptionParams = { uri: row.uri, id: row.id }
    const line = await server.request<protocol.ConfLineResult>(protocol.confLine, params)
    if (!line) return
    await env.clipboard.writeText(line)
    // `$(name)` would be a picture there.
    window.setStatusBarMessage(`Copied ${row.qualifiedName.replaceAll('$(', '$ (')}`, 3000)
  }
}

/** Shows the option at the cursor in the view. */
export function revealOption(server: ReviewServer, view: InventoryView) {
  return async (): Promise<void> => {
    const row = await optionAtCursor(server)
    if (row === undefined) return sayNoOption()
    await view.reveal(row)
  }
}

async function optionAtCursor(server: ReviewServer): Promise<protocol.OptionRow | undefined> {
  const editor = window.activeTextEditor
  if (editor === undefined || protocol.kindOfLanguage(editor.document.languageId) !== protocol.pythonFiles)
    return undefined
  const params: protocol.InventoryParams = { groupBy: 'file', ...unfiltered }
  const inventory = await server.request<protocol.InventoryResult>(protocol.inventory, params)
  const uri = editor.document.uri.toString()
  return inventory?.sections
    .flatMap(section => section.options)
    .find(row => Uri.parse(row.uri).toString() === uri && editorRange(row.range).contains(editor.selection.active))
}

function sayNoOption(): void {
  window.setStatusBarMessage('There is no oslo.config option at the cursor.', 3000)
}
