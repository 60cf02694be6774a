import type { TextDocument } from 'vscode-languageserver-textdocument'
import { comparePositions, suppressionEdit } from '../../engine/index'
import type { IgnoreEditParams, IgnoreEditResult } from '../../protocol'
import type { Facts } from '../facts'
import { FixWriter } from '../fixWriter'

/** Answers `novaConfigReview/ignoreEdit`: the comment that waives a finding for a reason that a person gave. */
export function ignoreEdit(
  facts: Facts,
  document: TextDocument | undefined,
  { uri, version, rule, position, reason }: IgnoreEditParams,
): IgnoreEditResult {
  const module = facts.module(uri)
  if (document?.version !== version || module === undefined) return null
  const finding = facts
    .findings(uri)
    .find(one => one.rule === rule && comparePositions(one.range.start, position) === 0)
  const edit = finding && suppressionEdit(document.getText(), module, finding, reason)
  return edit === undefined ? null : (new FixWriter(document, module).asText([edit])[0] ?? null)
}
