import type { FactChange, OptionMark, OptionReview, ReviewStateName } from '../engine/index'
import { codeSpan, escapeMarkdown, firstOf } from '../safe/markdown'
import { label } from '../safe/text'

const stateWords: Readonly<Record<ReviewStateName, string>> = {
  'expired-risk': 'accepted risk expired',
  finding: 'finding',
  question: 'question',
  'accepted-risk': 'accepted risk',
  reviewed: 'reviewed',
  'changed-since-review': 'changed since review',
  unreviewed: 'unreviewed',
}

/** Of an option's marks, notes or changes in a hover: who wants all of them has the file. */
const most = 5

/** What reviewers said of an option, on one line: `question by Joe, reviewed by Jane`. */
export function reviewInWords({ marks }: OptionReview): string {
  return marks.map(({ state, reviewer }) => `${stateWords[state]} by ${label(reviewer, 40)}`).join(', ')
}

/** The same as Markdown, a line for each mark and note: who, when, why, and what has changed since. Empty where nobody said anything. */
export function describeReview({ marks, notes }: OptionReview): string {
  const lines = [
    ...marks.map(describeMark),
    ...notes.map(({ reviewer, date, note }) => `Note by ${who(reviewer, date)}: ${escapeMarkdown(note)}`),
  ]
  return lines.length === 0 ? '' : firstOf(lines, '  \n', 2 * most)
}

function describeMark({ state, said, reviewer, date, reason, expires, changes }: OptionMark): string {
  const words = stateWords[state]
  const was = state === 'changed-since-review' && said !== 'reviewed' ? ` *(was: ${stateWords[said]})*` : ''
  const until = expires === undefined ? '' : ` until ${escapeMarkdown(expires)}`
  const why = reason === undefined || reason === '' ? '' : `: ${escapeMarkdown(reason)}`
  const what = changes.length === 0 ? '' : `  \n${firstOf(changes.map(describeChange), ', ', most)}`
  return `Review: **${words}**${was}${until} · ${who(reviewer, date)}${why}${what}`
}

function who(reviewer: string, date: string): string {
  return `${escapeMarkdown(reviewer, 40)}, ${escapeMarkdown(date.slice(0, 10))}`
}

/** Nobody reads the fingerprint of a help: it has changed. */
function describeChange({ fact, from, to }: FactChange): string {
  if (fact === 'help') return from === undefined ? 'help added' : to === undefined ? 'help removed' : 'help changed'
  const shown = (text: string | undefined): string => (text === undefined ? '*none*' : codeSpan(text, 120))
  return `${escapeMarkdown(fact)} ${shown(from)} → ${shown(to)}`
}
