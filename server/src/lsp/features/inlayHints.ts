import { InlayHintKind } from 'vscode-languageserver'
import type { InlayHint, Range } from 'vscode-languageserver'
import { meet } from '../../engine/index'
import { toRange } from '../convert'
import type { Uses } from '../uses'
import { isRead } from '../useWords'
import { optionDetail } from './documentSymbols'

/** Answers `textDocument/inlayHint`: behind each read in a range its option's class and default, where it has one declaration. */
export function inlayHints(uses: Uses, uri: string, range: Range): InlayHint[] {
  return uses
    .in(uri)
    .filter(use => isRead(use) && use.kind !== 'interpolation' && meet(use.range, range))
    .flatMap(use => {
      const [option, another] = uses.declarationsOf(use)
      if (option === undefined || another !== undefined) return []
      const position = toRange(use.range).end
      return [{ position, label: `: ${optionDetail(option)}`, kind: InlayHintKind.Type, paddingRight: true }]
    })
}
