import { keyText, optionKey } from '../oslo/optionKey'
import type { Option } from '../oslo/option'
import { knownValue } from '../python/value'
import { contentOf, reviewedFacts } from './reviewedFacts'
import { isNote, type MarkRecord, type NoteRecord, type ReviewRecord, type Reviews } from './reviewRecord'

/** Who says something, and when (ISO 8601, UTC, to the second). */
export interface Reviewer {
  readonly reviewer: string
  readonly date: string
}

/** What a person says of an option as it is now. */
export type Judgement = Pick<MarkRecord, 'state' | 'reason' | 'expires'>

/** The names that an option's records have: one for each of its groups; none where its name is computed. */
export function subjectsOf(option: Option): readonly Pick<ReviewRecord, 'group' | 'option'>[] {
  const name = knownValue(option.name)
  if (name === undefined) return []
  const { groups } = option.membership
  return groups.length === 0 ? [{ option: name }] : groups.map(group => ({ group, option: name }))
}

/** The same text for all spellings of a record's group and name. */
export function subjectKey({ group, option }: Pick<ReviewRecord, 'group' | 'option'>): string {
  return keyText(group === undefined ? { group: '\n', dest: option.replaceAll('-', '_') } : optionKey(group, option))
}

/** All declarations of a name in a group, as a project knows them. */
export type OptionsNamed = (group: string, name: string) => readonly Option[]

/** The contents of all other declarations there are of an option's name, in any of its groups. */
export function contentsBeside(option: Option, named: OptionsNamed): ReadonlySet<string> {
  const alike = subjectsOf(option).flatMap(({ group, option: name }) => (group === undefined ? [] : named(group, name)))
  const others = alike.filter(({ file, id }) => file !== option.file || id !== option.id)
  return new Set(others.map(one => contentOf(reviewedFacts(one))))
}

/**
 * The records with one person's judgement of an option, in place of the one that they gave before. What they said of
 * another declaration of the same name stays.
 */
export function withMark(
  reviews: Reviews,
  option: Option,
  judgement: Judgement,
  who: Reviewer,
  named: OptionsNamed,
): Reviews {
  const facts = reviewedFacts(option)
  const content = contentOf(facts)
  const others = contentsBeside(option, named)
  const subjects = subjectsOf(option)
  const keys = new Set(subjects.map(subjectKey))
  const isReplaced = (record: ReviewRecord): boolean =>
    !isNote(record) &&
    record.reviewer === who.reviewer &&
    keys.has(subjectKey(record)) &&
    (record.content === content || !others.has(record.content))
  const marks = subjects.map((subject): MarkRecord => ({ ...subject, ...who, ...judgement, content, facts }))
  return inOrder([...reviews.filter(record => !isReplaced(record)), ...marks])
}

/** The records with one more remark on an option. */
export function withNote(reviews: Reviews, option: Option, note: string, who: Reviewer): Reviews {
  // The talk is about the option, whatever groups it is in.
  const [subject] = subjectsOf(option)
  return subject === undefined ? reviews : inOrder([...reviews, { ...subject, ...who, note }])
}

/** The records without a remark. */
export function withoutNote(reviews: Reviews, gone: NoteRecord): Reviews {
  const identity = identityOf(gone)
  return inOrder(reviews.filter(record => identityOf(record) !== identity))
}

/** Records in the order in which their file has them, each once: of what one person said twice of the same facts, the latest. */
export function inOrder(reviews: Reviews): Reviews {
  const latest = new Map<string, ReviewRecord>()
  for (const record of [...reviews].sort(byTime)) latest.set(identityOf(record), record)
  return [...latest.values()].sort(bySubject)
}

function identityOf(record: ReviewRecord): string {
  const about = [subjectKey(record), record.reviewer]
  return JSON.stringify(isNote(record) ? [...about, record.date, record.note] : [...about, record.content])
}

function bySubject(a: ReviewRecord, b: ReviewRecord): number {
  return (
    compare(subjectKey(a), subjectKey(b)) ||
    Number(isNote(a)) - Number(isNote(b)) ||
    (isNote(a) ? byTime(a, b) : compare(a.reviewer, b.reviewer) || byTime(a, b))
  )
}

/** The same for the same records, in whatever order two branches put them together. */
function byTime(a: ReviewRecord, b: ReviewRecord): number {
  return compare(a.date, b.date) || compare(JSON.stringify(a), JSON.stringify(b))
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
