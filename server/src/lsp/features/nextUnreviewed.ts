import { comparePositions, isLookedAt, subjectsOf } from '../../engine/index'
import type { Module, Option } from '../../engine/index'
import type { NextUnreviewedParams, NextUnreviewedResult } from '../../protocol'
import { label } from '../../safe/text'
import { toRange } from '../convert'
import type { Facts } from '../facts'
import { qualifiedName } from '../names'

/**
 * Answers `novaConfigReview/nextUnreviewed`: the next option behind a place that nobody has judged as it is now, file by file
 * and round again from the last to the first.
 */
export function nextUnreviewed(facts: Facts, { uri, position }: NextUnreviewedParams): NextUnreviewedResult {
  const modules = [...facts.modules()].filter(({ isTest }) => !isTest).sort(byFile)
  const options = modules.flatMap(inOrder).filter(option => isToReview(facts, option))
  const isBehind = ({ file, nameRange }: Option): boolean =>
    uri !== undefined &&
    (file > uri || (file === uri && position !== undefined && comparePositions(nameRange.start, position) > 0))
  const next = options.find(isBehind) ?? options[0]
  if (next === undefined) return null
  return {
    uri: next.file,
    range: toRange(next.nameRange),
    qualifiedName: label(qualifiedName(next)),
    left: options.length,
  }
}

/** Whether an option waits for somebody to look at it. One whose name is computed cannot be marked. */
export function isToReview(facts: Facts, option: Option): boolean {
  return isReviewable(option) && !isLookedAt(facts.reviewOf(option).state)
}

/** Whether anything can be said of an option. */
export function isReviewable(option: Option): boolean {
  return subjectsOf(option).length > 0
}

function inOrder({ options }: Module): Option[] {
  return [...options].sort((a, b) => comparePositions(a.range.start, b.range.start))
}

function byFile(a: Module, b: Module): number {
  return a.file < b.file ? -1 : a.file > b.file ? 1 : 0
}
