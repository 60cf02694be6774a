import type { Hover, Position } from 'vscode-languageserver'
import { comparePositions, isShown, keyText, touches } from '../../engine/index'
import type { Finding, Option, Range, Use } from '../../engine/index'
import { firstOf } from '../../safe/markdown'
import { toRange } from '../convert'
import { describe } from '../describe'
import type { Facts } from '../facts'
import { NoAnswer, inTime } from '../inTime'
import { type Uses, keysOf } from '../uses'

/** How long a hover waits for the uses, in milliseconds: the next one finds them. */
const patience = 400

/** Of the options of one declaration. */
const most = 5
/** In characters. */
const longestHover = 10_000

/** Answers `textDocument/hover`: the option whose declaration or use the position touches. */
export async function hover(facts: Facts, uses: Uses, uri: string, position: Position): Promise<Hover | null> {
  const options = (facts.module(uri)?.options ?? []).filter(option => touches(option.range, position))
  const innermost = options.reduce<Option | undefined>(
    (best, option) =>
      best === undefined || comparePositions(option.range.start, best.range.start) > 0 ? option : best,
    undefined,
  )
  if (innermost === undefined) {
    const use = uses.at(uri, position)
    return use === undefined ? null : card(facts, uses, uses.declarationsOf(use), use.nameRange)
  }
  // A call in a loop or a factory declares several options.
  const siblings = options.filter(option => comparePositions(option.range.start, innermost.range.start) === 0)
  const { minimumSeverity } = facts.settingsOf(uri)
  // Editors show the words of a squiggle in the same box.
  const isTold = (finding: Finding): boolean => isShown(finding, minimumSeverity) && touches(finding.range, position)
  return card(facts, uses, siblings, innermost.range, isTold)
}

async function card(
  facts: Facts,
  uses: Uses,
  options: readonly Option[],
  range: Range,
  isTold: (finding: Finding) => boolean = () => false,
): Promise<Hover | null> {
  if (options.length === 0) return null
  const byKey = await knownUses(facts, uses)
  const usesOf = (option: Option): readonly Use[] =>
    [...new Set(keysOf(option).map(keyText))].flatMap(key => byKey?.get(key) ?? [])
  const first = options
    .slice(0, most)
    .map(option => describe(option, facts.findingsOf(option), facts.reviewOf(option), isTold, usesOf(option)))
  const value = firstOf(first, '\n\n---\n\n', most, longestHover, options.length)
  return { contents: { kind: 'markdown', value }, range: toRange(range) }
}

/** Uses are told where they are known soon: nobody waits for a hover. */
async function knownUses(facts: Facts, uses: Uses): Promise<ReadonlyMap<string, readonly Use[]> | undefined> {
  if (facts.indexing) return undefined
  try {
    return await inTime(uses.ofAll(), patience)
  } catch (error) {
    if (error instanceof NoAnswer) return undefined
    throw error
  }
}
