import { comparePositions, isLookedAt } from '../../engine/index'
import type { Finding, Module, Option } from '../../engine/index'
import type {
  FindingRow,
  InventoryParams,
  InventoryResult,
  OptionRow,
  Progress,
  RowReview,
  Section,
  Summary,
} from '../../protocol'
import { label } from '../../safe/text'
import { toRange } from '../convert'
import type { Facts } from '../facts'
import { qualifiedName } from '../names'
import { reviewInWords } from '../reviewWords'
import { rowId } from '../rows'
import { fileLabel } from '../scope'
import type { Uses } from '../uses'
import { optionDetail } from './documentSymbols'
import { audibleFindings, count, findingRow, loudestFirst, noCounts } from './findingRows'
import { libraryRows } from './libraryRows'
import { isReviewable, isToReview } from './nextUnreviewed'
import { unreadOptions } from './unreadOptions'
import { groupSection, sectionOfFinding, sectionOrder, sectionsOf } from './inventorySections'
import type { SectionKey } from './inventorySections'

/** What a section holds before it becomes rows. */
interface Filled {
  readonly key: SectionKey
  readonly options: { readonly option: Option; readonly findings: readonly Finding[] }[]
  readonly findings: Finding[]
}

/** Answers `novaConfigReview/inventory`: every option of the project with what was found on it, as the view shows it. */
export async function inventory(facts: Facts, uses: Uses, params: InventoryParams): Promise<InventoryResult> {
  // Which options nobody reads is known when all files have been read.
  const unread = !params.unreadOnly ? undefined : facts.indexing ? new Set<Option>() : await unreadOptions(facts, uses)
  const filled = new Map<string, Filled>()
  const section = (key: SectionKey): Filled => {
    const one = filled.get(key.id) ?? { key, options: [], findings: [] }
    filled.set(key.id, one)
    return one
  }
  const isWanted = (option: Option): boolean => unread?.has(option) ?? true
  for (const module of facts.modules()) fill(facts, params, module, isWanted, section)
  const libraries = showsLibraries(params) ? libraryRows(facts) : new Map<string, OptionRow[]>()
  for (const group of libraries.keys()) section(groupSection(group))
  const sections = [...filled.values()]
    .sort((a, b) => sectionOrder(a.key, b.key))
    .map(one => toSection(facts, one, params, libraries.get(one.key.group ?? '') ?? []))
  return { indexing: facts.indexing, sections, summary: summarize(facts) }
}

/** Puts the options and findings of one file into their sections. */
function fill(
  facts: Facts,
  params: InventoryParams,
  module: Module,
  isWanted: (option: Option) => boolean,
  section: (key: SectionKey) => Filled,
): void {
  const byOption = new Map<string | undefined, Finding[]>()
  for (const finding of audibleFindings(facts, module.file)) {
    if (params.hideKnown && finding.known === true) continue
    const id = finding.option?.id
    const before = byOption.get(id)
    if (before === undefined) byOption.set(id, [finding])
    else before.push(finding)
  }
  for (const option of module.options) {
    if (!isWanted(option)) continue
    const findings = byOption.get(option.id) ?? []
    if (params.findingsOnly && findings.length === 0) continue
    if (params.securityRelevantOnly && !facts.isSecurityRelevant(option)) continue
    if (params.notReviewedOnly && !isToReview(facts, option)) continue
    if (params.changedOnly && facts.changesOf(option) === undefined) continue
    if (params.groupBy === 'severity' && findings.length > 0) {
      for (const finding of findings) section(sectionOfFinding(facts, finding, 'severity')).findings.push(finding)
    } else {
      for (const key of sectionsOf(facts, option, params.groupBy)) section(key).options.push({ option, findings })
    }
  }
  if (params.securityRelevantOnly || params.unreadOnly || params.notReviewedOnly || params.changedOnly) return
  for (const finding of byOption.get(undefined) ?? []) {
    section(sectionOfFinding(facts, finding, params.groupBy)).findings.push(finding)
  }
}

/** A library's options have no file, severity or category of their own. */
function showsLibraries(params: InventoryParams): boolean {
  const { groupBy, findingsOnly, securityRelevantOnly, unreadOnly, notReviewedOnly, changedOnly } = params
  return (
    groupBy === 'group' && !findingsOnly && !securityRelevantOnly && !unreadOnly && !notReviewedOnly && !changedOnly
  )
}

/** Counts the options of the project, and the findings that people are shown. */
function summarize(facts: Facts): Summary {
  const summary = emptySummary(facts)
  for (const module of facts.modules()) addToSummary(summary, module, facts)
  return summary
}

export function emptySummary(facts?: Pick<Facts, 'changesOnly'>): Summary {
  const changesOnly = facts?.changesOnly ?? 'off'
  const counts = { options: 0, review: { reviewed: 0, of: 0 }, ...noCounts() }
  return changesOnly === 'off' ? counts : { ...counts, changesOnly }
}

/** Counts the options of one more file, and its findings. */
export function addToSummary(summary: Summary, module: Module, facts: Facts): void {
  summary.options += module.options.length
  if (!module.isTest) addProgress(summary.review, module.options, facts)
  for (const finding of audibleFindings(facts, module.file)) count(summary, finding)
}

function toSection(facts: Facts, filled: Filled, { groupBy }: InventoryParams, libraries: OptionRow[]): Section {
  const { key } = filled
  const options = [...filled.options].sort((a, b) =>
    groupBy === 'file' ? byPosition(a.option, b.option) : byName(a.option, b.option),
  )
  const counts = noCounts()
  for (const { findings } of options) for (const finding of findings) count(counts, finding)
  for (const finding of filled.findings) count(counts, finding)
  const findings = [...filled.findings].sort(loudestFirst).map(finding => findingRow(facts, key.id, finding))
  return {
    id: key.id,
    label: label(key.label),
    options: [
      ...withPlaces(
        facts,
        options.map(({ option, findings: found }) => toRow(facts, key, option, found)),
        row => (groupBy === 'group' ? row.name : row.qualifiedName),
      ),
      ...libraries,
    ],
    progress: addProgress(
      { reviewed: 0, of: 0 },
      options.map(one => one.option),
      facts,
    ),
    findings: groupBy === 'severity' ? withPlaces(facts, findings.sort(bySubject), looksOf) : findings,
    counts,
  }
}

function toRow(facts: Facts, key: SectionKey, option: Option, findings: readonly Finding[]): OptionRow {
  const id = rowId(key.id, option)
  return {
    id,
    uri: option.file,
    range: toRange(option.range),
    selectionRange: toRange(option.nameRange),
    name: label(option.displayName),
    qualifiedName: label(qualifiedName(option, key.group)),
    description: optionDetail(option),
    category: facts.categoryOf(option),
    ...reviewOfRow(facts, option),
    ...changesOfRow(facts, option),
    findings: [...findings].sort(loudestFirst).map(finding => findingRow(facts, id, finding)),
  }
}

function changesOfRow(facts: Facts, option: Option): { changed?: string } {
  const changed = facts.changesOf(option)
  return changed === undefined ? {} : { changed }
}

function reviewOfRow(facts: Facts, option: Option): { review?: RowReview } {
  const review = facts.reviewOf(option)
  const notes = review.notes.length
  if (review.marks.length + notes === 0) return {}
  return { review: { state: review.state, words: reviewInWords(review), notes } }
}

function addProgress(progress: Progress, options: readonly Option[], facts: Facts): Progress {
  for (const option of options) {
    if (!isReviewable(option)) continue
    progress.of += 1
    if (isLookedAt(facts.reviewOf(option).state)) progress.reviewed += 1
  }
  return progress
}

/** The rows, those that look alike with their place. */
function withPlaces<Row extends Placed>(facts: Facts, rows: readonly Row[], looks: (row: Row) => string): Row[] {
  const times = new Map<string, number>()
  for (const row of rows) times.set(looks(row), (times.get(looks(row)) ?? 0) + 1)
  return rows.map(row => {
    if (times.get(looks(row)) === 1) return row
    const { line } = (row.selectionRange ?? row.range).start
    return { ...row, place: label(`${fileLabel(row.uri, facts.folders)}:${String(line + 1)}`) }
  })
}

type Placed = Pick<OptionRow, 'uri' | 'range' | 'place'> & Partial<Pick<OptionRow, 'selectionRange'>>

function looksOf({ subject, rule }: FindingRow): string {
  return `${subject}\n${rule}`
}

function bySubject(a: FindingRow, b: FindingRow): number {
  return compare(a.subject, b.subject) || compare(a.uri, b.uri) || comparePositions(a.range.start, b.range.start)
}

function byName(a: Option, b: Option): number {
  return compare(a.displayName, b.displayName) || compare(a.file, b.file) || byPosition(a, b)
}

function byPosition(a: Option, b: Option): number {
  return comparePositions(a.range.start, b.range.start)
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
