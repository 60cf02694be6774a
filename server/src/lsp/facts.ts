import { Judgements, categorize, review } from '../engine/index'
import type {
  Category,
  ExpiredRisk,
  Finding,
  Module,
  Option,
  OptionReview,
  OptionsNamed,
  Project,
  ReviewSettings,
} from '../engine/index'
import { settingsOfFile } from '../settings/folderSettings'
import type { FolderSettings } from '../settings/folderSettings'
import { type ChangedOptions } from './changes/changedOptions'
import { describeError } from './guard'
import type { Log } from './host'
import type { JudgedReads } from './judgedReads'
import { ReviewStates } from './reviewStates'
import { relativePath } from './scope'
import type { Folder } from './scope'
import type { SettingsInForce } from './settingsInForce'
import type { Sources } from './sources'

/** What the features answer from: declarations and findings of every file, for the settings in force. */
export interface Facts {
  /** What holds for a file, by the folder that it lies in. */
  settingsOf(uri: string): FolderSettings
  readonly folders: readonly Folder[]
  /** Whether the workspace is still being read. */
  readonly indexing: boolean
  /** All files with facts, be they no more than a read that is judged. */
  modules(): Iterable<Module>
  module(uri: string): Module | undefined
  option(uri: string, id: string): Option | undefined
  /** The findings of a file, whatever the minimum severity: of changed options only, where a person wants no others. */
  findings(uri: string): readonly Finding[]
  /** All findings of a file. */
  allFindings(uri: string): readonly Finding[]
  /** Whether findings are told only of options that changed. */
  readonly changesOnly: 'off' | 'in force' | 'not compared'
  findingsOf(option: Option): readonly Finding[]
  categoryOf(option: Option): Category
  isSecurityRelevant(option: Option): boolean
  /** What changed about an option since the base of the last comparison, in words; undefined where nothing is known to. */
  changesOf(option: Option): string | undefined
  /** What people said of it. */
  reviewOf(option: Option): OptionReview
  /** All declarations of a name in a group. */
  readonly named: OptionsNamed
  /** Changes whenever `findings` of this file may be others. */
  stamp(uri: string): string
}

interface Cached {
  readonly stamp: string
  readonly all: readonly Finding[]
  /** Those that are told. */
  readonly findings: readonly Finding[]
  readonly byOption: ReadonlyMap<string, readonly Finding[]>
  readonly options: ReadonlyMap<string, Option>
}

/** What is known of a file without facts. */
const nothing: Cached = { stamp: '', all: [], findings: [], byOption: new Map(), options: new Map() }

/** The facts of a project that is still growing: reviews a file when asked, and again only when its stamp is another. */
export class ProjectFacts implements Facts {
  /** Counts changes of the settings and of the folders. */
  settingsEpoch = 0
  indexing = true
  private changed: ChangedOptions | undefined
  private isForChangesOnly = false
  /** Counts what makes other findings be told. */
  private tellingEpoch = 0
  /** Modules are plain data that the project replaces when they change: what was found in one goes with it. */
  private readonly cache = new WeakMap<Module, Cached>()
  /** Each gets a number of its own. */
  private readonly serials = new WeakMap<Module, number>()
  private nextSerial = 1
  private readonly judgements = new Judgements()
  /** Rules that failed somewhere: their findings may be missing. */
  readonly failedRules = new Set<string>()
  private readonly reviews: ReviewStates
  readonly named: OptionsNamed = (group, name) => this.project.optionsNamed(group, name)

  constructor(
    private readonly project: Project,
    private readonly sources: Sources,
    private readonly log: Log,
    private readonly settings: SettingsInForce,
    /** The day it is, `2026-11-26`. */
    today: () => string,
    private readonly reads: JudgedReads,
  ) {
    this.reviews = new ReviewStates({ settings, today, named: this.named })
  }

  get folders(): readonly Folder[] {
    return this.settings.folders
  }

  settingsOf(uri: string): FolderSettings {
    return this.settings.of(uri)
  }

  *modules(): Iterable<Module> {
    yield* this.sources.modules()
    if (!this.project.complete) return
    for (const uri of this.reads.files()) {
      const module = this.project.module(uri) === undefined ? this.reads.moduleOf(uri) : undefined
      if (module !== undefined) yield module
    }
  }

  module(uri: string): Module | undefined {
    return this.project.module(uri) ?? (this.project.complete ? this.reads.moduleOf(uri) : undefined)
  }

  option(uri: string, id: string): Option | undefined {
    return this.reviewed(uri).options.get(id)
  }

  findings(uri: string): readonly Finding[] {
    return this.reviewed(uri).findings
  }

  allFindings(uri: string): readonly Finding[] {
    return this.reviewed(uri).all
  }

  /** All findings of a file for a record of the review: what comments waive is told, too. */
  recordedFindings(uri: string): readonly Finding[] {
    const settings = { ...this.reviewSettings(uri), tellWaived: true }
    const failed = (rule: string, error: unknown): void => this.ruleFailed(rule, uri, error)
    return review(this.project, uri, settings, failed, this.judgements, this.reads.of(uri))
  }

  findingsOf(option: Option): readonly Finding[] {
    return this.reviewed(option.file).byOption.get(option.id) ?? []
  }

  categoryOf(option: Option): Category {
    return categorize(option).category
  }

  changesOf(option: Option): string | undefined {
    return this.changed?.of(option)
  }

  /** What changed since the base of the last comparison; undefined where that failed. */
  setChanged(changed: ChangedOptions | undefined): void {
    this.changed = changed
    if (this.isForChangesOnly) this.tellingEpoch += 1
  }

  /** Whether findings are told only of options that changed. */
  setChangesOnly(isWanted: boolean): void {
    if (isWanted === this.isForChangesOnly) return
    this.isForChangesOnly = isWanted
    this.tellingEpoch += 1
  }

  get changesOnly(): 'off' | 'in force' | 'not compared' {
    if (!this.isForChangesOnly) return 'off'
    return this.changed === undefined ? 'not compared' : 'in force'
  }

  isSecurityRelevant(option: Option): boolean {
    return categorize(option).securityRelevant
  }

  reviewOf(option: Option): OptionReview {
    return this.reviews.of(option)
  }

  stamp(uri: string): string {
    const module = this.module(uri)
    // A file without facts has none to change: its stamp stands still while others are read and typed.
    if (module === undefined) return '0'
    let serial = this.serials.get(module)
    if (serial === undefined) this.serials.set(module, (serial = this.nextSerial++))
    const own = `${String(serial)}.${String(this.settingsEpoch)}.${String(this.reviews.stamp())}.${String(this.tellingEpoch)}`
    // While the workspace is being read, every file is news to every other: what they say together waits for the end.
    if (!this.project.complete) return `${own}.part`
    // Only of a comment it matters whether there is nothing to judge or nobody knows yet.
    const isOpen = this.reads.of(uri) === undefined && module.comments.some(({ text }) => text.includes('nova-review'))
    return `${own}.${String(this.project.epoch)}.${isOpen ? 'open' : String(this.reads.serialOf(uri))}`
  }

  /** What a file is judged by. */
  reviewSettings(uri: string): ReviewSettings {
    const path = relativePath(uri, this.folders) ?? uri
    const expiredRisks = (option: Option): readonly ExpiredRisk[] => this.reviews.expiredRisksOf(option)
    return { ...settingsOfFile(this.settingsOf(uri), path), expiredRisks }
  }

  private reviewed(uri: string): Cached {
    const module = this.module(uri)
    if (module === undefined) return nothing
    const stamp = this.stamp(uri)
    const cached = this.cache.get(module)
    if (cached?.stamp === stamp) return cached
    const settings = this.reviewSettings(uri)
    const failed = (rule: string, error: unknown): void => this.ruleFailed(rule, uri, error)
    const reads = this.project.complete ? this.reads.of(uri) : undefined
    const all = review(this.project, uri, settings, failed, this.judgements, reads)
    const options = new Map(module.options.map(option => [option.id, option]))
    const isTold = ({ option }: Finding): boolean => {
      const declared = option === undefined ? undefined : options.get(option.id)
      return declared !== undefined && this.changesOf(declared) !== undefined
    }
    const findings = this.changesOnly === 'in force' ? all.filter(isTold) : all
    const fresh = { stamp, all, findings, byOption: groupByOption(findings), options }
    this.cache.set(module, fresh)
    return fresh
  }

  /** A rule that throws is logged once, not at every key. */
  private ruleFailed(rule: string, uri: string, error: unknown): void {
    if (this.failedRules.has(rule)) return
    this.failedRules.add(rule)
    this.log.error(`Rule ${rule} failed on ${uri}: ${describeError(error)}`)
  }
}

function groupByOption(findings: readonly Finding[]): Map<string, Finding[]> {
  const groups = new Map<string, Finding[]>()
  for (const finding of findings) {
    if (finding.option === undefined) continue
    const group = groups.get(finding.option.id)
    if (group === undefined) groups.set(finding.option.id, [finding])
    else group.push(finding)
  }
  return groups
}
