import {
  type Baseline,
  Judgements,
  type Finding,
  type Option,
  type Severity,
  isAtLeast,
  isProblem,
  review,
  staleEntries,
} from '../engine/index'
import { settingsOfFile } from '../settings/folderSettings'
import { type BaselineGroup, baselineGroups } from './baselineGroups'
import { judgedReads } from './judgedReads'
import type { Incomplete, Loaded } from './load'
import { type SettingsRoot, pathIn, rootOf } from './settings'
import { RunReviews } from './reviews'
import type { Source } from './sources'

/** A finding and the file it lies in. */
export interface FileFinding {
  readonly finding: Finding
  readonly source: Source
}

/** Everything that was found, and what of it there is to print, whatever the format. */
export interface ReviewResult {
  /** At or above the level and not known yet. */
  readonly findings: readonly FileFinding[]
  /** At or above the level, known and waived ones among them. */
  readonly told: readonly FileFinding[]
  /** All but the waived ones, whatever their level. */
  readonly all: readonly FileFinding[]
  readonly summary: ReviewSummary
  /** What was not read or judged wholly: there may be more to find in it. */
  readonly incomplete: readonly Incomplete[]
  /** The files that were asked for. */
  readonly sources: readonly Source[]
  /** How many Python files were looked into, whether or not they have to do with options. */
  readonly looked: number
  readonly baselines: readonly BaselineGroup[]
  /** Whether something says which findings are known. */
  readonly compared: boolean
}

export interface ReviewSummary {
  /** Files that declare options or belong to a configuration package. */
  readonly files: number
  readonly options: number
  readonly findings: number
  readonly error: number
  readonly warning: number
  readonly information: number
  readonly hint: number
  /** Findings that the baseline knows, and its entries whose finding is gone; absent without a baseline. */
  readonly known?: number
  readonly stale?: number
}

/** How to review, beyond what settings say. */
export interface HowToReview {
  readonly cwd: string
  readonly roots: readonly SettingsRoot[]
  /** The level that wins over the settings'. */
  readonly minSeverity?: Severity | undefined
  readonly ignoreSuppressions?: boolean | undefined
  /** The day it is, `2026-11-26`. */
  readonly today: string
  /** What there was to find before a change, with what the baseline knows: findings that are in it are known. */
  readonly before?: ReadonlyMap<SettingsRoot, Baseline> | undefined
}

/**
 * Reviews everything that was loaded, by the settings of each file's folder. `warn` gets one line for each rule that
 * failed somewhere: its other findings stand.
 */
export function reviewAll(loaded: Loaded, how: HowToReview, warn: (line: string) => void): ReviewResult {
  const { project, sources } = loaded
  const failed = new Set<string>()
  const incomplete = [...loaded.incomplete]
  const all: FileFinding[] = []
  const told: FileFinding[] = []
  let files = 0
  let options = 0
  const judgements = new Judgements()
  const reviews = new RunReviews(loaded, how.roots, how.today)
  // What a rule asks of other files is there once all of them have been followed.
  const modules = new Map([...project.modules()].map(module => [module.file, module]))
  const readsOf = judgedReads(loaded, how.roots)
  for (const source of sources) {
    const module = modules.get(source.file)
    const reads = readsOf(source)
    if (module === undefined && reads === null) continue
    if (module !== undefined) files += 1
    options += module?.options.length ?? 0
    const root = rootOf(how.roots, source)
    const before = how.before?.get(root)
    const settings = {
      ...settingsOfFile(root.settings, pathIn(root, source)),
      ...(before && { baseline: before }),
      expiredRisks: (option: Option) => reviews.expiredRisksOf(option),
      ignoreSuppressions: how.ignoreSuppressions ?? false,
      tellWaived: true,
    }
    const ruleFailed = (rule: string, error: unknown): void => {
      if (!failed.has(rule)) warn(`the rule ${rule} failed on ${source.shown}: ${String(error)}`)
      failed.add(rule)
      incomplete.push({ ...source, reason: `is not judged wholly: the rule ${rule} failed` })
    }
    const found = review(project, source.file, settings, ruleFailed, judgements, reads)
    const minimum = how.minSeverity ?? root.settings.minimumSeverity
    for (const finding of found) {
      if (finding.waived === undefined) all.push({ finding, source })
      if (isAtLeast(finding.severity, minimum)) told.push({ finding, source })
    }
  }
  const findings = told.filter(({ finding }) => isProblem(finding, finding.severity))
  const baselines = baselineGroups({ cwd: how.cwd, roots: how.roots, loaded, failed })
  const counts = baselineCounts(all, baselines)
  const known = how.before === undefined ? {} : { known: all.filter(({ finding }) => finding.known === true).length }
  const summary = { files, options, ...countsOf(findings), ...counts, ...known }
  const compared = summary.known !== undefined
  return { findings, told, all, summary, incomplete, sources, looked: sources.length, baselines, compared }
}

function countsOf(findings: readonly FileFinding[]) {
  const count = (severity: Severity): number => findings.filter(one => one.finding.severity === severity).length
  return {
    findings: findings.length,
    error: count('error'),
    warning: count('warning'),
    information: count('information'),
    hint: count('hint'),
  }
}

function baselineCounts(
  all: readonly FileFinding[],
  baselines: readonly BaselineGroup[],
): { known?: number; stale?: number } {
  const used = baselines.flatMap(group => {
    const [baseline] = group.roots.map(root => root.settings.baseline).filter(({ length }) => length > 0)
    return baseline === undefined ? [] : [{ ...group, baseline }]
  })
  if (used.length === 0) return {}
  const stale = used.map(({ baseline, roots, saw }) => {
    const found = roots.flatMap(root => findingsOf(root, all))
    return staleEntries(baseline, found, saw)
  })
  return {
    known: all.filter(({ finding }) => finding.known === true).length,
    stale: stale.reduce((sum, count) => sum + count, 0),
  }
}

/** The findings of one root, with the paths that its settings know their files by. */
export function findingsOf(root: SettingsRoot, all: readonly FileFinding[]) {
  return all
    .filter(({ source }) => root.paths.includes(source.path))
    .map(({ finding, source }) => ({ finding, path: pathIn(root, source) }))
}
