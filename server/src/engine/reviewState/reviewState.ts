import type { Option } from '../oslo/option'
import { changesBetween, contentOf, reviewedFacts, type FactChange } from './reviewedFacts'
import {
  isNote,
  type MarkRecord,
  type MarkState,
  type NoteRecord,
  type ReviewRecord,
  type Reviews,
} from './reviewRecord'
import { contentsBeside, inOrder, type OptionsNamed, subjectKey, subjectsOf } from './reviewing'

/** How an option stands: the first of these that holds, so that what somebody has to look at is not hidden by another's mark. */
export const optionStates = [
  'expired-risk',
  'finding',
  'question',
  'accepted-risk',
  'reviewed',
  'changed-since-review',
  'unreviewed',
] as const
export type ReviewStateName = (typeof optionStates)[number]

/** What one person said of an option, as it counts now. */
export interface OptionMark {
  readonly reviewer: string
  readonly date: string
  readonly state: Exclude<ReviewStateName, 'unreviewed'>
  /** What was said, whether or not it still counts. */
  readonly said: Exclude<MarkState, 'unreviewed'>
  readonly reason: string | undefined
  readonly expires: string | undefined
  /** What has changed since. */
  readonly changes: readonly FactChange[]
}

export interface OptionReview {
  readonly state: ReviewStateName
  /** One for each reviewer, in the order of their names. */
  readonly marks: readonly OptionMark[]
  /** In the order in which they were written. */
  readonly notes: readonly NoteRecord[]
}

const nothing: OptionReview = { state: 'unreviewed', marks: [], notes: [] }

/** Whether somebody has judged an option as it is now. */
export function isLookedAt(state: ReviewStateName): boolean {
  return state !== 'unreviewed' && state !== 'changed-since-review' && state !== 'expired-risk'
}

/** What records say of the options of a project. */
export class ReviewState {
  /** The acceptances whose day is over, whether or not they still count: another list when findings may be others. */
  readonly over: readonly MarkRecord[]
  private readonly records = new Map<string, { readonly marks: MarkRecord[]; readonly notes: NoteRecord[] }>()

  /** `today` is a day, `2026-11-26`. */
  constructor(
    reviews: Reviews,
    private readonly today: string,
    private readonly named: OptionsNamed,
  ) {
    const isOver = (record: ReviewRecord): record is MarkRecord =>
      !isNote(record) && record.state === 'accepted-risk' && record.expires !== undefined && record.expires < today
    this.over = reviews.filter(isOver)
    for (const record of inOrder(reviews)) {
      const key = subjectKey(record)
      const about = this.records.get(key) ?? { marks: [], notes: [] }
      this.records.set(key, about)
      if (isNote(record)) about.notes.push(record)
      else about.marks.push(record)
    }
  }

  of(option: Option): OptionReview {
    const keys = subjectsOf(option).map(subjectKey)
    const about = keys.flatMap(key => this.records.get(key) ?? [])
    if (about.length === 0) return nothing
    const facts = reviewedFacts(option)
    const content = contentOf(facts)
    // Most marks are of the facts of today: what else is declared by that name need not be known.
    let beside: ReadonlySet<string> | undefined
    const isOfAnother = (mark: MarkRecord): boolean => (beside ??= contentsBeside(option, this.named)).has(mark.content)
    const byReviewer = new Map<string, MarkRecord[]>()
    for (const mark of about.flatMap(({ marks }) => marks)) {
      byReviewer.set(mark.reviewer, [...(byReviewer.get(mark.reviewer) ?? []), mark])
    }
    const marks = [...byReviewer.values()].flatMap(said => {
      // What was said of another declaration of the same name is not about this one.
      const mark = latest(said.filter(one => one.content === content)) ?? latest(said.filter(one => !isOfAnother(one)))
      return mark === undefined || mark.state === 'unreviewed' ? [] : [this.asOfNow(mark, mark.state, content, facts)]
    })
    const state = optionStates.find(one => marks.some(mark => mark.state === one)) ?? 'unreviewed'
    return { state, marks, notes: about.flatMap(({ notes }) => notes) }
  }

  /** The risks of an option that were accepted to a day that is over. */
  expiredRisksOf(option: Option): readonly { reviewer: string; reason: string; expires: string }[] {
    if (this.over.length === 0) return []
    const marks = this.of(option).marks.filter(({ state }) => state === 'expired-risk')
    return marks.map(({ reviewer, reason = '', expires = '' }) => ({ reviewer, reason, expires }))
  }

  private asOfNow(mark: MarkRecord, said: OptionMark['said'], content: string, facts: MarkRecord['facts']): OptionMark {
    const { reviewer, date, reason, expires } = mark
    const isOver = said === 'accepted-risk' && expires !== undefined && expires < this.today
    const isOther = mark.content !== content
    const state = isOther ? 'changed-since-review' : isOver ? 'expired-risk' : said
    return { reviewer, date, state, said, reason, expires, changes: isOther ? changesBetween(mark.facts, facts) : [] }
  }
}

function latest(marks: readonly MarkRecord[]): MarkRecord | undefined {
  return marks.reduce<MarkRecord | undefined>(
    (last, mark) => (last === undefined || mark.date >= last.date ? mark : last),
    undefined,
  )
}
