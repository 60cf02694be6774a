import type { Grouping, InventoryParams, Summary } from '../../server/src/protocol'
import { counted, progressInWords } from './counts'

const groupings: Record<Grouping, string> = {
  group: 'By configuration group',
  file: 'By file',
  severity: 'By severity',
  category: 'By category',
}

/** What a person has to know to read the rows: how they are grouped, and what is not, or not yet, among them. */
export function viewMessage(
  params: InventoryParams,
  { known, review, changesOnly }: Pick<Summary, 'known' | 'review' | 'changesOnly'>,
  indexing: boolean,
): string {
  return [
    groupings[params.groupBy],
    ...(params.findingsOnly ? ['only with findings'] : []),
    ...(params.securityRelevantOnly ? ['only security-relevant'] : []),
    ...(params.notReviewedOnly ? ['only not reviewed'] : []),
    ...(review.reviewed > 0 ? [progressInWords(review)] : []),
    ...(params.unreadOnly ? ['only possibly never read'] : []),
    ...(params.changedOnly ? ['only changed since the base'] : []),
    ...(changesOnly === 'in force' ? ['findings of changed options only'] : []),
    ...(changesOnly === 'not compared' ? ['all findings, for nothing could be compared'] : []),
    ...(known > 0 ? [`${counted(known, 'known finding')} ${params.hideKnown ? 'hidden' : 'shown'}`] : []),
    ...(indexing ? ['still reading files'] : []),
  ].join(' · ')
}
