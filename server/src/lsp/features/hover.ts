import type { Hover, Position } from 'vscode-languageserver'
import { comparePositions, isShown, touches } from '../../engine/index'
import type { Finding, Option, Range } from '../../engine/index'
import { firstOf } from '../../safe/markdown'
import { toRange } from '../convert'
import { describe } from '../describe'
import type { Facts } from '../facts'
import type { Uses } from '../uses'

/** Of the options of one declaration. */
const most = 5
/** In characters. */
const longestHover = 10_000

/** Answers `textDocument/hover`: the option whose declaration or use the position touches. */
export function hover(facts: Facts, uses: Uses, uri: string, position: Position): Hover | null {
  const options = (facts.module(uri)?.options ?? []).filter(option => touches(option.range, position))
  const innermost = options.reduce<Option | undefined>(
    (best, option) =>
      best === undefined || comparePositions(option.range.start, best.range.start) > 0 ? option : best,
    undefined,
  )
  if (innermost === undefined) {
    const use = uses.at(uri, position)
    return use === undefined ? null : card(facts, uses.declarationsOf(use), use.nameRange)
  }
  // A call in a loop or a factory declares several options.
  const siblings = options.filter(option => comparePositions(option.range.start, innermost.range.start) === 0)
  const { minimumSeverity } = facts.settingsOf(uri)
  // Editors show the words of a squiggle in the same box.
  const isTold = (finding: Finding): boolean => isShown(finding, minimumSeverity) && touches(finding.range, position)
  return card(facts, siblings, innermost.range, isTold)
}

function card(
  facts: Facts,
  options: readonly Option[],
  range: Range,
  isTold: (finding: Finding) => boolean = () => false,
): Hover | null {
  if (options.length === 0) return null
  const first = options
    .slice(0, most)
    .map(option => describe(option, facts.findingsOf(option), facts.reviewOf(option), isTold))
  const value = firstOf(first, '\n\n---\n\n', most, longestHover, options.length)
  return { contents: { kind: 'markdown', value }, range: toRange(range) }
}
