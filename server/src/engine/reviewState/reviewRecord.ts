/** What a person may say of an option. `unreviewed` takes back what was said: without a record, an older one could return with a merge. */
export const markStates = ['reviewed', 'question', 'accepted-risk', 'finding', 'unreviewed'] as const
export type MarkState = (typeof markStates)[number]

/** All that was said of options, in any order. What was said twice counts once, the latest of it. */
export type Reviews = readonly ReviewRecord[]
export type ReviewRecord = MarkRecord | NoteRecord

interface Said {
  /** As operators write it; absent where no registration is known. */
  readonly group?: string
  readonly option: string
  readonly reviewer: string
  /** When it was said: ISO 8601, UTC, to the second. */
  readonly date: string
}

/** One person's judgement of an option as it was then. */
export interface MarkRecord extends Said {
  readonly state: MarkState
  /** Why, or what the question is. A risk is accepted for a reason only. */
  readonly reason?: string
  /** Of an accepted risk: the last day on which it is accepted, `2027-06-30`. */
  readonly expires?: string
  /** The fingerprint of all facts that were judged. */
  readonly content: string
  /** Those facts themselves, to tell later what changed. */
  readonly facts: ReviewedFacts
}

/** A remark: part of the talk about an option. It says nothing of its state. */
export interface NoteRecord extends Said {
  readonly note: string
}

/** What a declaration says, by names that people know: `default` is `'kvm'`. Nothing of where it stands, or how it is written. */
export type ReviewedFacts = Readonly<Record<string, string>>

export function isNote(record: ReviewRecord): record is NoteRecord {
  return 'note' in record
}
