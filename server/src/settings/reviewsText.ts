import { inOrder, isNote } from '../engine/index'
import type { MarkRecord, NoteRecord, ReviewRecord, Reviews } from '../engine/index'
import { safeJson } from '../safe/text'
import type { JsonFile, SettingsProblem } from './jsonFile'
import { readJson } from './jsonFile'
import { largestReviews } from './limits'
import { mergeConflict } from './mergeConflict'
import { reviewsSchema } from './reviewsSchema'

const version = 1

/**
 * Reviews as their file says them: a line for each record, all of which end alike, for the last of the list is null. So a
 * line needs no other, and git can take those of both branches (`merge=union`) without breaking the JSON.
 */
export function reviewsText(reviews: Reviews): string {
  const lines = inOrder(reviews).map(record => `    ${safeJson(JSON.stringify(inOneOrder(record)))},\n`)
  return `{\n  "version": ${version},\n  "reviews": [\n${lines.join('')}    null\n  ]\n}\n`
}

/** What git has to know to merge the file by itself: stands beside it, as `.gitattributes`. */
export const reviewsAttributes = 'reviews.json merge=union\n'

export interface ReviewsFileContent {
  readonly reviews: Reviews
  readonly problems: readonly SettingsProblem[]
}

/** Reads a file of reviews. Of one that is broken somewhere nothing is believed, and it may not be written over. */
export function parseReviews(file: string, text: string): ReviewsFileContent {
  const conflict = mergeConflict(file, text)
  if (conflict !== undefined) return { reviews: [], problems: [conflict] }
  const json = readJson(file, text, reviewsSchema, largestReviews)
  if (json.problems.length > 0) return { reviews: [], problems: json.problems }
  const { version: found, reviews } = json.value as { version: number; reviews: readonly (ReviewRecord | null)[] }
  if (found !== version) {
    return { reviews: [], problems: [json.problem(['version'], `Only version ${version} of reviews is known here.`)] }
  }
  const problems = reviews.flatMap((record, at) => (record === null ? [] : incomplete(record, json, at)))
  return problems.length > 0
    ? { reviews: [], problems }
    : { reviews: inOrder(reviews.filter(one => one !== null)), problems }
}

/** What the schema's words cannot say. */
function incomplete(record: Partial<MarkRecord & NoteRecord>, json: JsonFile, at: number): SettingsProblem[] {
  const { note, state, reason = '', content, facts } = record
  if (note !== undefined) return []
  const missing = Object.entries({ state, content, facts }).find(([, value]) => value === undefined)?.[0]
  if (missing !== undefined) return [json.problem(['reviews', at], `"${missing}" is missing here, or else "note".`)]
  if (state === 'accepted-risk' && reason.trim() === '') {
    return [json.problem(['reviews', at], 'A risk is accepted for a reason: "reason" is missing here.')]
  }
  return []
}

/** The same keys in the same order, whoever made the record: what is the same has to be the same line. */
function inOneOrder(record: ReviewRecord): object {
  const { group, option, reviewer, date } = record
  if (isNote(record)) return { group, option, reviewer, date, note: record.note }
  const { state, reason, expires, content, facts } = record
  return { group, option, reviewer, date, state, reason, expires, content, facts }
}
