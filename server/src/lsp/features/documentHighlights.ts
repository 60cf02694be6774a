import { DocumentHighlightKind } from 'vscode-languageserver'
import type { DocumentHighlight, Position } from 'vscode-languageserver'
import { keyText, optionKey } from '../../engine/index'
import { toRange } from '../convert'
import type { Facts } from '../facts'
import { optionAt } from '../optionAt'
import type { Uses } from '../uses'
import { isRead } from '../useWords'

/** Answers `textDocument/documentHighlight`: the declarations, reads and writes of one option in one file. */
export function documentHighlights(facts: Facts, uses: Uses, uri: string, position: Position): DocumentHighlight[] {
  const named = optionAt(facts, uses, uri, position)
  if (named === undefined) return []
  const keys = new Set(named.keys.map(keyText))
  const here = uses.in(uri).filter(use => keys.has(keyText(optionKey(use.group, use.option))))
  const declared = named.options.filter(({ file }) => file === uri)
  return [
    ...declared.map(({ nameRange }) => ({ range: toRange(nameRange), kind: DocumentHighlightKind.Text })),
    ...here.map(use => ({
      range: toRange(use.nameRange),
      kind: isRead(use) ? DocumentHighlightKind.Read : DocumentHighlightKind.Write,
    })),
  ]
}
