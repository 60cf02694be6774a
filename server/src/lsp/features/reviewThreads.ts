import type { ReviewThread, ReviewThreadsParams } from '../../protocol'
import { label } from '../../safe/text'
import { toRange } from '../convert'
import type { Facts } from '../facts'
import { qualifiedName } from '../names'
import { reviewInWords } from '../reviewWords'

/** Answers `novaConfigReview/reviewThreads`: the notes on the options of a file, with where those are declared. */
export function reviewThreads(facts: Facts, { uri }: ReviewThreadsParams): ReviewThread[] {
  return (facts.module(uri)?.options ?? []).flatMap(option => {
    const review = facts.reviewOf(option)
    if (review.notes.length === 0) return []
    const notes = review.notes.map(({ reviewer, date, note }) => ({ reviewer, date, note }))
    const words = reviewInWords(review)
    return [{ id: option.id, range: toRange(option.nameRange), title: label(qualifiedName(option)), words, notes }]
  })
}
