import type { ProjectView } from '../project/view'
import type { Baseline, BaselineRecord, KnownFinding } from './baselineRecord'
import type { Finding } from './finding'

/** A finding and its file's path in the folder that the settings are for. */
export interface PlacedFinding {
  readonly finding: Finding
  readonly path: string
}

/**
 * The findings of one file, those that the baseline knows turned into hints. Where it knows fewer of a kind than there
 * are in the project, the last ones (by file, then as they come) are new.
 */
export function markKnown(
  findings: readonly Finding[],
  project: ProjectView,
  baseline: Baseline,
  path: string,
): readonly Finding[] {
  const counts = countsOf(baseline)
  const seen = new Map<string, Finding[]>()
  for (const finding of findings) push(seen, keyOf(finding, path), finding)
  return findings.map(finding => {
    const key = keyOf(finding, path)
    const known = counts.get(key)
    if (known === undefined) return finding
    const alike = seen.get(key) ?? []
    const options = new Set(alike.map(({ option }) => option?.id)).size
    const before = copiesBefore(finding, project) * (alike.length / options) + alike.indexOf(finding)
    return before < known ? { ...finding, severity: 'hint', known: true } : finding
  })
}

/** The same option with the same content in files that come before this one. */
function copiesBefore({ option, file }: Finding, project: ProjectView): number {
  const [group] = option?.groups ?? []
  if (option?.name === undefined || group === undefined) return 0
  const copies = project.optionsNamed(group, option.name)
  const own = copies.find(copy => copy.file === file && copy.id === option.id)
  return copies.filter(copy => copy.file < file && copy.content === own?.content).length
}

/**
 * The record of `findings`, sorted: what a new baseline file says. Of what `former` says, only files that were not
 * looked at (`wasReviewed` is false for their path) are kept.
 */
export function baselineRecords(
  findings: readonly PlacedFinding[],
  former: Baseline,
  wasReviewed: (path: string) => boolean,
): Baseline {
  const entries = new Map<string, { record: BaselineRecord; counts: Map<string, KnownFinding> }>()
  const add = (record: BaselineRecord, rule: string, content: string, count: number): void => {
    const key = subjectKey(record)
    const entry = entries.get(key) ?? { record, counts: new Map<string, KnownFinding>() }
    entries.set(key, entry)
    const which = `${rule}\n${content}`
    entry.counts.set(which, { rule, content, count: count + (entry.counts.get(which)?.count ?? 0) })
  }
  for (const { finding, path } of findings) add(subjectOf(finding, path), finding.rule, finding.content, 1)
  for (const record of former) {
    if (wasReviewed(record.file)) continue
    for (const { rule, content, count } of record.findings) add(record, rule, content, count)
  }
  return [...entries.values()]
    .map(({ record, counts }) => ({ ...record, findings: [...counts.values()].sort(byRule) }))
    .sort(
      (a, b) =>
        compare(a.group ?? '', b.group ?? '') || compare(a.option ?? '', b.option ?? '') || compare(a.file, b.file),
    )
}

/** How many recorded findings are gone: recorded for a file that was looked at, and not among those `found`. */
export function staleEntries(
  baseline: Baseline,
  found: readonly PlacedFinding[],
  wasReviewed: (path: string) => boolean,
): number {
  const left = countsOf(baseline.filter(record => wasReviewed(record.file)))
  for (const { finding, path } of found) {
    const key = keyOf(finding, path)
    const count = left.get(key)
    if (finding.known === true && count !== undefined) left.set(key, count - 1)
  }
  return [...left.values()].reduce((sum, count) => sum + Math.max(0, count), 0)
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

function countsOf(baseline: Baseline): Map<string, number> {
  const counts = new Map<string, number>()
  for (const record of baseline) {
    for (const { rule, content, count } of record.findings) {
      const key = `${subjectKey(record)}\n${rule}\n${content}`
      counts.set(key, (counts.get(key) ?? 0) + count)
    }
  }
  return counts
}

function push<T>(map: Map<string, T[]>, key: string, item: T): void {
  const items = map.get(key)
  if (items === undefined) map.set(key, [item])
  else items.push(item)
}

function byRule(a: KnownFinding, b: KnownFinding): number {
  return compare(a.rule, b.rule) || compare(a.content, b.content)
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
