import { comparePositions, encloses, inOrder, subjectsOf, withMark, withNote, withoutNote } from '../engine/index'
import type { Option, OptionsNamed, Reviews } from '../engine/index'
import type { ChangeReviewsParams, ChangeReviewsResult, WrittenFile } from '../protocol'
import { message } from '../safe/text'
import { parseReviews, reviewsAttributes, reviewsText } from '../settings/reviewsText'
import type { Facts } from './facts'
import { qualifiedName } from './names'
import { optionOfRow } from './rows'
import { folderOf, uriIn } from './scope'
import type { Folder } from './scope'
import { problemInWords, type SettingsInForce } from './settingsInForce'

/**
 * The file of reviews with one thing more that a person says, made to follow what the file says now: another window, or
 * git, may have written it since it was read. `date` is now, in UTC, to the second.
 */
export async function changeReviews(
  params: ChangeReviewsParams,
  facts: Facts,
  settings: SettingsInForce,
  date: string,
): Promise<ChangeReviewsResult> {
  const found = optionsMeant(facts, params)
  const options = found.filter(option => subjectsOf(option).length > 0)
  if (options.length === 0) return { state: found.length === 0 ? 'no option' : 'no name' }
  const folder = folderOf(params.uri, settings.folders)
  if (folder === undefined) return { state: 'no folder' }
  const { file, attributes } = settings.reviewsOf(folder)
  const uri = uriIn(folder, file)
  const former = await settings.readAnew(uri)
  const { reviews, problems } = former === undefined ? { reviews: [], problems: [] } : parseReviews(file, former)
  const [problem] = problems
  if (problem !== undefined) return { state: 'refused', uri, reason: message(problemInWords(problem)) }
  const changed = options.reduce(
    (before, option) => changeOf(before, option, params, date, facts.named),
    inOrder(reviews),
  )
  const written = { uri, text: reviewsText(changed), former: former ?? null, folder: folder.uri }
  const names = options.map(option => qualifiedName(option))
  return { state: 'made', files: [written, ...(await attributesFile(folder, attributes, settings))], options: names }
}

/** The option of a row, or what the innermost declaration around a position declares. */
export function optionsMeant(facts: Facts, { uri, id, position }: ChangeReviewsParams): readonly Option[] {
  if (id !== undefined) {
    const option = optionOfRow(facts, { uri, id })
    return option === undefined ? [] : [option]
  }
  if (position === undefined) return []
  const at = { start: position, end: position }
  const declared = facts.module(uri)?.options ?? []
  const inside = declared.filter(({ range }) => encloses(range, at))
  // Whoever points at a line as such, means what stands in it.
  const isInLine = ({ range: { start, end } }: Option): boolean =>
    start.line <= position.line && position.line <= end.line
  const around = inside.length > 0 ? inside : declared.filter(isInLine)
  const last = [...around].sort((a, b) => comparePositions(a.range.start, b.range.start)).at(-1)
  return around.filter(({ range }) => last !== undefined && comparePositions(range.start, last.range.start) === 0)
}

function changeOf(
  reviews: Reviews,
  option: Option,
  { reviewer, change }: ChangeReviewsParams,
  date: string,
  named: OptionsNamed,
): Reviews {
  const who = { reviewer, date }
  if (change.kind === 'note') return withNote(reviews, option, change.note, who)
  if (change.kind === 'mark') {
    const { state, reason, expires } = change
    const judgement = { state, ...(reason !== undefined && { reason }), ...(expires !== undefined && { expires }) }
    return withMark(reviews, option, judgement, who, named)
  }
  const { note, date: written } = change
  return subjectsOf(option).reduce(
    (left, subject) => withoutNote(left, { ...subject, reviewer, date: written, note }),
    reviews,
  )
}

/** Git merges the file by itself where it is told so; what somebody else tells it there stays. */
async function attributesFile(folder: Folder, file: string, settings: SettingsInForce): Promise<WrittenFile[]> {
  const uri = uriIn(folder, file)
  if ((await settings.readAnew(uri)) !== undefined) return []
  return [{ uri, text: reviewsAttributes, former: null, folder: folder.uri }]
}
