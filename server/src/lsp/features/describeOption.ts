import type { DescribeOptionResult, OptionParams } from '../../protocol'
import { describe } from '../describe'
import type { Facts } from '../facts'
import { optionOfRow } from '../rows'

/** Answers `novaConfigReview/describeOption`. */
export function describeOption(facts: Facts, params: OptionParams): DescribeOptionResult {
  const option = optionOfRow(facts, params)
  return option === undefined ? null : describe(option, facts.findingsOf(option), facts.reviewOf(option))
}
