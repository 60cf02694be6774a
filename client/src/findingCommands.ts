import { Uri, ViewColumn, commands, window, workspace, type CodeAction } from 'vscode'
import { findingActions, ignoreWithReasonCommand, type FindingParams, type FindingRow } from '../../server/src/protocol'
import { editorRange } from './inventoryItems'
import type { InventoryNode } from './inventoryNodes'
import type { ReviewServer } from './languageClient'

/** Makes the first fix of a row's finding, in the editor where a person sees it. */
export function fixFinding(server: ReviewServer) {
  return (node?: InventoryNode): Promise<void> => apply(server, node, ({ isPreferred }) => isPreferred === true)
}

/** Asks for a reason and writes the comment that ignores a row's finding. */
export function ignoreFinding(server: ReviewServer) {
  return (node?: InventoryNode): Promise<void> =>
    apply(server, node, ({ command }) => command?.command === ignoreWithReasonCommand)
}

async function apply(
  server: ReviewServer,
  node: InventoryNode | undefined,
  isWanted: (action: CodeAction) => boolean,
): Promise<void> {
  if (node?.kind !== 'finding') return
  const action = (await actionsFor(server, node.row))?.find(isWanted)
  if (action === undefined) {
    window.setStatusBarMessage('The finding has changed meanwhile: please look again.', 5000)
    return
  }
  if (action.edit !== undefined) await workspace.applyEdit(action.edit)
  if (action.command !== undefined) {
    const { command, arguments: args = [] } = action.command
    await commands.executeCommand(command, ...(args as unknown[]))
  }
}

/** Shows a finding in the editor; what can be done with it there. */
async function actionsFor(server: ReviewServer, row: FindingRow): Promise<CodeAction[] | undefined> {
  const document = await workspace.openTextDocument(Uri.parse(row.uri))
  // Where it is open already: the group that has the focus may be that of a rule's page.
  const open = window.visibleTextEditors.find(editor => editor.document === document)?.viewColumn
  const viewColumn = open ?? ViewColumn.Active
  await window.showTextDocument(document, { viewColumn, selection: editorRange(row.range), preserveFocus: true })
  const params: FindingParams = { uri: row.uri, id: row.id }
  return server.codeActions(findingActions, params)
}
