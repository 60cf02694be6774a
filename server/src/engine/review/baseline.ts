import type { Module } from '../project/module'
import type { ProjectView } from '../project/view'
import type { Baseline, BaselineRecord, KnownFinding } from './baselineRecord'
import type { Finding } from './finding'

/** A finding and its file's path in the folder that the settings are for. */
export interface PlacedFinding {
  readonly finding: Finding
  readonly path: string
}

/**
 * The findings of one file, those that the baseline knows marked. Where it knows fewer of a kind than there
 * are in the project, the last ones (by file, then as they come) are new.
 */
export function markKnown(
  findings: readonly Finding[],
  module: Module,
  project: ProjectView,
  counts: KnownCounts,
  path: string,
): readonly Finding[] {
  const contents = new Map(module.options.map(({ id, content }) => [id, content]))
  const alike = new Map<string, { findings: number; readonly options: Set<string | undefined> }>()
  const keyed = findings.map(finding => {
    const key = keyOf(finding, path)
    const { findings, options } = alike.get(key) ?? { findings: 0, options: new Set() }
    alike.set(key, { findings: findings + 1, options: options.add(finding.option?.id) })
    return { finding, key, place: findings }
  })
  return keyed.map(({ finding, key, place }) => {
    const known = counts.get(key)
    const own = alike.get(key)
    if (known === undefined || own === undefined) return finding
    const before =
      copiesBefore(finding, contents.get(finding.option?.id ?? ''), project) * (own.findings / own.options.size) + place
    return before < known ? { ...finding, known: true } : finding
  })
}

/** The same option with the same content in files that come before this one. */
function copiesBefore({ option, file }: Finding, content: string | undefined, project: ProjectView): number {
  const [group] = option?.groups ?? []
  if (option?.name === undefined || group === undefined || content === undefined) return 0
  return project.copiesBefore(group, option.name, file, content)
}

/**
 * Whether a reading ran `rule` on all of the file at `path`, or saw that there is no such file any more. Only what it saw
 * gone is taken back, from the record and from what is said of it.
 */
export type Saw = (path: string, rule: string) => boolean

/**
 * The record of `findings`, sorted: what a new baseline file says, a record for each file that an option lies in. What
 * `former` says of anything that the reading did not see stays.
 */
export function baselineRecords(findings: readonly PlacedFinding[], former: Baseline, saw: Saw): Baseline {
  const entries = tally(former.map(record => only(record, rule => !saw(record.file, rule))).filter(hasFindings))
  for (const [key, { record, counts }] of tally(findings.map(recordOf))) {
    const kept = entries.get(key)?.counts ?? new Map<string, KnownFinding>()
    for (const [which, known] of counts) {
      // Of a file that was read in part, what was found and what stays may be the same.
      kept.set(which, { ...known, count: Math.max(known.count, kept.get(which)?.count ?? 0) })
    }
    entries.set(key, { record, counts: kept })
  }
  return [...entries.values()]
    .map(({ record, counts }) => ({ ...record, findings: [...counts.values()].sort(byRule) }))
    .sort(
      (a, b) =>
        compare(a.group ?? '', b.group ?? '') || compare(a.option ?? '', b.option ?? '') || compare(a.file, b.file),
    )
}

/** The record without one finding that it knows; of several alike, it knows one less. */
export function withoutFinding(baseline: Baseline, { finding, path }: PlacedFinding): Baseline {
  const key = keyOf(finding, path)
  const fits = (record: BaselineRecord, { rule, content }: KnownFinding): boolean =>
    `${subjectKey(record)}\n${rule}\n${content}` === key
  const knowing = baseline.filter(record => record.findings.some(known => fits(record, known)))
  const place = knowing.find(({ file }) => file === path) ?? knowing[0]
  return baseline
    .map(record => {
      if (record !== place) return record
      const findings = record.findings.map(known =>
        fits(record, known) ? { ...known, count: known.count - 1 } : known,
      )
      return { ...record, findings: findings.filter(({ count }) => count > 0) }
    })
    .filter(hasFindings)
}

/** How many recorded findings are gone: the reading would have seen them, and they are not among those `found`. */
export function staleEntries(baseline: Baseline, found: readonly PlacedFinding[], saw: Saw): number {
  const left = countsOf(baseline.map(record => only(record, rule => saw(record.file, rule))))
  for (const { finding, path } of found) {
    const key = keyOf(finding, path)
    const count = left.get(key)
    if (finding.known === true && count !== undefined) left.set(key, count - 1)
  }
  return [...left.values()].reduce((sum, count) => sum + Math.max(0, count), 0)
}

function only(record: BaselineRecord, fits: (rule: string) => boolean): BaselineRecord {
  return { ...record, findings: record.findings.filter(({ rule }) => fits(rule)) }
}

function hasFindings({ findings }: BaselineRecord): boolean {
  return findings.length > 0
}

interface Entry {
  readonly record: BaselineRecord
  readonly counts: Map<string, KnownFinding>
}

/** Records by what they are about and where that is, those of the same added up. */
function tally(records: readonly BaselineRecord[]): Map<string, Entry> {
  const entries = new Map<string, Entry>()
  for (const record of records) {
    const key = `${subjectKey(record)}\n${record.file}`
    const { counts } = entries.get(key) ?? { counts: new Map<string, KnownFinding>() }
    for (const known of record.findings) {
      const which = `${known.rule}\n${known.content}`
      counts.set(which, { ...known, count: known.count + (counts.get(which)?.count ?? 0) })
    }
    entries.set(key, { record, counts })
  }
  return entries
}

function recordOf({ finding, path }: PlacedFinding): BaselineRecord {
  const { rule, content } = finding
  return { ...subjectOf(finding, path), findings: [{ rule, content, count: 1 }] }
}

function subjectOf({ option }: Finding, path: string): BaselineRecord {
  if (option?.name === undefined || option.groups.length === 0) return { file: path, findings: [] }
  return { group: option.groups.join(', '), option: option.name, file: path, findings: [] }
}

function subjectKey({ group, option, file }: BaselineRecord): string {
  return option === undefined ? `file\n${file}` : `option\n${group ?? ''}\n${option}`
}

function keyOf(finding: Finding, path: string): string {
  return `${subjectKey(subjectOf(finding, path))}\n${finding.rule}\n${finding.content}`
}

/** How many findings of a kind a baseline knows, by `keyOf`. */
export type KnownCounts = ReadonlyMap<string, number>

export function countsOf(baseline: Baseline): Map<string, number> {
  const counts = new Map<string, number>()
  for (const record of baseline) {
    for (const { rule, content, count } of record.findings) {
      const key = `${subjectKey(record)}\n${rule}\n${content}`
      counts.set(key, (counts.get(key) ?? 0) + count)
    }
  }
  return counts
}

function byRule(a: KnownFinding, b: KnownFinding): number {
  return compare(a.rule, b.rule) || compare(a.content, b.content)
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
