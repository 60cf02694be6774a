import {
  readableHelp,
  saysNothing,
  type Finding,
  type Module,
  type Option,
  type PostureResult,
  type Rule,
  type Use,
} from '../engine/index'

/** Everything that a report is made of: plain facts, whoever gathered them. */
export interface ReportInput {
  /** What the report is about, as a person named it. */
  readonly subject: string
  /** The files that declare options, in the order in which they are told. */
  readonly files: readonly ReportFile[]
  /** How many Python files were looked into. */
  readonly looked: number
  /** All at or above the level; of those that are known or waived, too. */
  readonly findings: readonly ReportFinding[]
  readonly rules: readonly Rule[]
  /** Rules that did not run, for settings leave them out. */
  readonly rulesOff: readonly Rule[]
  readonly incomplete: readonly { readonly file: string; readonly reason: string }[]
  readonly reads: ReportReads
  readonly reviews: ReportReviews
  /** What configuration files set, where there are some. */
  readonly deployments: readonly ReportDeployment[]
}

/** Configuration files that a service reads together, and what the checks of a deployment say of them. */
export interface ReportDeployment {
  /** As people call them. */
  readonly label: string
  readonly files: readonly string[]
  readonly results: readonly PostureResult[]
  /** Why the service reads none of them. */
  readonly fault?: string
  /** A file as people call it. */
  shown(file: string): string
}

export interface ReportFile {
  /** As a person would open it. */
  readonly shown: string
  readonly module: Module
  /** The modules that it imports, by their full names where they are written so. */
  readonly imports: readonly string[]
  /** How many files import it, of those that were looked into. */
  readonly importers: number
}

export interface ReportFinding {
  readonly finding: Finding
  readonly shown: string
}

/** Where reads of the options were looked for, and which there are. */
export interface ReportReads {
  readonly where: string
  readonly files: number
  usesOf(option: Option): readonly Use[]
  /** A file as a person would open it. */
  readonly shown: (file: string) => string
}

/** What people have looked at. */
export interface ReportReviews {
  /** Whether there is any record of it. */
  readonly kept: boolean
  stateOf(option: Option): OptionState
}

export interface OptionState {
  readonly state: 'unreviewed' | 'reviewed' | 'question' | 'accepted-risk' | 'finding' | 'changed-since-review'
  readonly reviewers: readonly string[]
  readonly note?: string | undefined
}

/** All options, in the order of their files and lines. */
export function optionsOf({ files }: ReportInput): readonly Option[] {
  return files.flatMap(({ module }) => module.options)
}

/** `[group] name`, as operators write it. */
export function nameOf({ displayName, membership }: Option): string {
  const { groups } = membership
  return `[${groups.length === 0 ? '?' : groups.join(', ')}] ${displayName}`
}

/** Findings that are problems: neither known before nor waived. */
export function openFindings({ findings }: ReportInput): readonly ReportFinding[] {
  return findings.filter(({ finding }) => finding.known !== true && finding.waived === undefined)
}

/** The first sentence of an option's help; empty where nothing is said. */
export function summaryOf(option: Option): string {
  if (saysNothing(readableHelp(option))) return ''
  const { help } = option
  const [paragraph = ''] = help.kind === 'known' ? help.value.trim().split(/\n[ \t]*\n/) : [readableHelp(option)]
  const folded = paragraph.replace(/\s+/g, ' ')
  return /^.*?[.:;!?](?=\s|$)/.exec(folded)?.[0] ?? folded
}
