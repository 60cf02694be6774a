import { LSPErrorCodes, ResponseError } from 'vscode-languageserver'
import type { Position } from 'vscode-languageserver'
import { knownValue } from '../../engine/index'
import { message } from '../../safe/text'
import type { Facts } from '../facts'
import { optionAt } from '../optionAt'
import type { Uses } from '../uses'

/**
 * Answers `textDocument/prepareRename`: an option is not renamed, since the files of operators name it too; what has to be
 * done instead is the refusal. `null` leaves any other name to others.
 */
export function refuseRename(facts: Facts, uses: Uses, uri: string, position: Position): ResponseError | null {
  const named = optionAt(facts, uses, uri, position)
  if (named === undefined) return null
  const [option] = named.options
  if (option === undefined) return new ResponseError(LSPErrorCodes.RequestFailed, 'A library declares this option')
  const name = knownValue(option.name) ?? ''
  const needs = `declare the new name with deprecated_name='${name}', change its reads, and write a release note`
  return new ResponseError(LSPErrorCodes.RequestFailed, message(`Deployments set '${name}'. To rename it, ${needs}`))
}
