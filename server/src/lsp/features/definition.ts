import type { Location, Position } from 'vscode-languageserver'
import { toRange } from '../convert'
import type { Uses } from '../uses'

/** Answers `textDocument/definition`: from a use of an option to its declarations. */
export function definition(uses: Uses, uri: string, position: Position): Location[] {
  const use = uses.at(uri, position)
  if (use === undefined) return []
  return uses.declarationsOf(use).map(option => ({ uri: option.file, range: toRange(option.nameRange) }))
}
