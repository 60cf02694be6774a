import type { CodeAction } from 'vscode-languageserver'
import type { FindingParams } from '../../protocol'
import { actionsOn } from './codeActions'
import type { ActionPlace } from './codeActions'
import { findingOfRow } from './findingRows'

/** Answers `novaConfigReview/findingActions`: what can be done about one finding, known or not. */
export function findingActions(place: ActionPlace, params: FindingParams): CodeAction[] | null {
  const finding = findingOfRow(place.facts, params)
  return finding === undefined ? null : actionsOn(place, [finding])
}
