import type { CodeAction } from 'vscode-languageserver'
import { readOldName, touches } from '../../engine/index'
import type { RestoreNameParams } from '../../protocol'
import { label } from '../../safe/text'
import { type ActionPlace, fixAction } from '../features/codeActions'

/** Makes the option whose declaration begins at a position read an old name again; nothing where that needs a person. */
export function restoreName(place: ActionPlace, { position, name, group }: RestoreNameParams): CodeAction[] | null {
  const { facts, document } = place
  const option = facts.module(document.uri)?.options.find(({ range }) => touches(range, position))
  const edits = option && readOldName(option, name, group)
  return edits === undefined ? null : [fixAction(place, label(`Read the old name ${name}`), edits)]
}
