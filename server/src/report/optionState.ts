import type { OptionMark, OptionReview } from '../engine/index'
import type { OptionState } from './input'

/** How an option stands in a report, of all that people said of it. */
export function optionStateOf({ state, marks }: OptionReview): OptionState {
  const reviewers = marks.map(({ reviewer }) => reviewer)
  const telling = marks
    .filter(mark => mark.state === state)
    .map(noteOf)
    .filter(note => note !== '')
  const note = telling.length === 0 ? {} : { note: telling.join('; ') }
  // A risk that is accepted no more is one that somebody found.
  return { state: state === 'expired-risk' ? 'finding' : state, reviewers, ...note }
}

function noteOf({ state, reason = '', expires, changes }: OptionMark): string {
  if (state === 'changed-since-review') return changes.map(({ fact }) => fact).join(', ')
  if (state === 'expired-risk') return `accepted to ${expires ?? ''}, which is over: ${reason}`
  return state === 'accepted-risk' && expires !== undefined ? `${reason}, to ${expires}` : reason
}
