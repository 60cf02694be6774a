import { Location, Position, Uri, commands, window } from 'vscode'
import type * as protocol from '../../server/src/protocol'
import { editorRange } from './inventoryItems'
import type { ReviewServer } from './languageClient'

/** Shows where an option is used, beside the code: the one at a position, else the one at the cursor. */
export function showUses(server: ReviewServer) {
  return async (...given: protocol.ShowUsesArguments | []): Promise<void> => {
    const [uri, position] = given.length > 0 ? given : atCursor()
    if (uri === undefined || position === undefined) return
    const params = { textDocument: { uri }, position, context: { includeDeclaration: false } }
    const found =
      (await server.request<{ uri: string; range: protocol.Range }[]>('textDocument/references', params)) ?? []
    const locations = found.map(({ uri: file, range }) => new Location(Uri.parse(file), editorRange(range)))
    if (locations.length === 0) {
      window.setStatusBarMessage('No read or write of an oslo.config option was found here.', 3000)
      return
    }
    const at = new Position(position.line, position.character)
    await commands.executeCommand('editor.action.showReferences', Uri.parse(uri), at, locations)
  }
}

function atCursor(): [string, protocol.Position] | [] {
  const editor = window.activeTextEditor
  return editor === undefined ? [] : [editor.document.uri.toString(), editor.selection.active]
}
