import { rules as catalogue } from '../engine/index'
import type { AcceptedChange, Baseline, ReviewSettings, Rule, Severity, TeamSink } from '../engine/index'

export type RuleSeverities = Readonly<Record<string, Severity | 'off'>>

/** What a person set for themselves; a folder's own file wins over it, key by key. */
export interface PersonalSettings {
  readonly rules: RuleSeverities
  readonly minimumSeverity: Severity
  readonly include: readonly string[]
  readonly exclude: readonly string[]
  /** Whether a baseline file counts where there is one. */
  readonly baseline: boolean
}

/** Everything that holds in one folder. */
export interface FolderSettings {
  readonly rules: RuleSeverities
  readonly paths: readonly PathSettings[]
  readonly minimumSeverity: Severity
  /** Globs, from the folder. */
  readonly include: readonly string[]
  readonly exclude: readonly string[]
  readonly policies: readonly Rule[]
  readonly baseline: Baseline
  /** The baseline's file, from the folder; undefined where the baseline is off, or may not lie where settings want it. */
  readonly baselineFile: string | undefined
  /** Changes between versions that the team has agreed on. */
  readonly acceptedChanges: readonly AcceptedChange[]
  /** Calls of the team's own libraries that do something with a value. */
  readonly sinks: readonly TeamSink[]
}

export interface PathSettings {
  readonly fits: (path: string) => boolean
  readonly rules: RuleSeverities
}

/** The settings of a folder without a file of its own. */
export function withoutFile(personal: PersonalSettings): FolderSettings {
  return { ...personal, paths: [], policies: [], baseline: [], baselineFile: undefined, acceptedChanges: [], sinks: [] }
}

/** What holds for one file, by its path in the folder. */
export function settingsOfFile(folder: FolderSettings, path: string): ReviewSettings {
  const { policies, baseline } = folder
  const special = folder.paths.filter(one => one.fits(path)).map(one => one.rules)
  return {
    rules: special.length === 0 ? folder.rules : (Object.assign({}, folder.rules, ...special) as RuleSeverities),
    path,
    policies,
    ...(baseline.length > 0 ? { baseline } : {}),
  }
}

/** Whether a rule, of the catalogue or of the team, is run on a file by its path in the folder. */
export function ruleRuns(folder: FolderSettings, path: string, name: string): boolean {
  if (settingsOfFile(folder, path).rules[name] === 'off') return false
  return [...catalogue, ...folder.policies].some(rule => rule.name === name)
}
