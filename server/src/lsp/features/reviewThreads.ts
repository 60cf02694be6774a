import type { ReviewThread, ReviewThreadsParams } from '../../protocol'
import { label } from '../../safe/text'
import { toRange } from '../convert'
import type { Facts } from '../facts'
import { qualifiedName } from '../names'
import { isReviewable } from './nextUnreviewed'
import { reviewInWords } from '../reviewWords'

/** Answers `novaConfigReview/reviewThreads`: the options of a file, with where they are declared and the notes on them. */
export function reviewThreads(facts: Facts, { uri }: ReviewThreadsParams): ReviewThread[] {
  return (facts.module(uri)?.options ?? []).filter(isReviewable).map(option => {
    const review = facts.reviewOf(option)
    const notes = review.notes.map(({ reviewer, date, note }) => ({ reviewer, date, note }))
    const words = reviewInWords(review)
    const [declaration, range] = [toRange(option.range), toRange(option.nameRange)]
    return { id: option.id, declaration, range, title: label(qualifiedName(option)), words, notes }
  })
}
