import type { Hover, Position } from 'vscode-languageserver'
import { comparePositions, touches } from '../../engine/index'
import type { Option } from '../../engine/index'
import { toRange } from '../convert'
import { describe } from '../describe'
import type { Facts } from '../facts'

/** Answers `textDocument/hover`: the option whose declaration the position touches. */
export function hover(facts: Facts, uri: string, position: Position): Hover | null {
  const options = (facts.module(uri)?.options ?? []).filter(option => touches(option.range, position))
  const innermost = options.reduce<Option | undefined>(
    (best, option) =>
      best === undefined || comparePositions(option.range.start, best.range.start) > 0 ? option : best,
    undefined,
  )
  if (innermost === undefined) return null
  // A call in a loop or a factory declares several options.
  const siblings = options.filter(option => comparePositions(option.range.start, innermost.range.start) === 0)
  const value = siblings
    .slice(0, 5)
    .map(option => describe(option, facts.findingsOf(option)))
    .join('\n\n---\n\n')
  const more = siblings.length > 5 ? `\n\n---\n\n… and ${String(siblings.length - 5)} more from this declaration.` : ''
  return { contents: { kind: 'markdown', value: value + more }, range: toRange(innermost.range) }
}
