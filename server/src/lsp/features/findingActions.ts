import type { CodeAction } from 'vscode-languageserver'
import type { TextDocument } from 'vscode-languageserver-textdocument'
import type { FindingParams } from '../../protocol'
import type { Facts } from '../facts'
import { actionsOn } from './codeActions'
import { findingOfRow } from './findingRows'

/** Answers `novaConfigReview/findingActions`: what can be done about one finding, known or not. */
export function findingActions(
  facts: Facts,
  document: TextDocument | undefined,
  params: FindingParams,
): CodeAction[] | null {
  const finding = findingOfRow(facts, params)
  return document === undefined || finding === undefined ? null : actionsOn(facts, document, [finding], [])
}
