import { CodeActionKind } from 'vscode-languageserver'
import type { CodeAction } from 'vscode-languageserver'
import type { TextDocument } from 'vscode-languageserver-textdocument'
import type { FindingParams } from '../../protocol'
import { toRange } from '../convert'
import type { Facts } from '../facts'
import { codeActions } from './codeActions'
import { diagnosticOf } from './diagnostics'
import { findingOfRow } from './findingRows'

/** Answers `novaConfigReview/findingActions`: what the editor offers at the squiggle of one finding, known or not. */
export function findingActions(
  facts: Facts,
  document: TextDocument | undefined,
  params: FindingParams,
): CodeAction[] | null {
  const finding = findingOfRow(facts, params)
  if (document === undefined || finding === undefined) return null
  const diagnostic = diagnosticOf(facts, document, finding)
  return codeActions(facts, document, {
    textDocument: document,
    range: toRange(finding.range),
    context: { only: [CodeActionKind.QuickFix], diagnostics: [diagnostic] },
  }).filter(({ diagnostics }) => diagnostics?.some(({ code }) => code === diagnostic.code))
}
