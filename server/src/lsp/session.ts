import { CancellationTokenSource } from 'vscode-languageserver'
import type { Connection } from 'vscode-languageserver'
import { Project } from '../engine/index'
import type { PythonParser } from '../engine/index'
import { isSought, kindOfLanguage, pythonFiles } from '../fileKinds'
import * as protocol from '../protocol'
import { dayOf } from '../settings/day'
import { stringsOf } from './answers'
import { Breathing, Traffic } from './breathing'
import { canonicalUri } from './canonicalUri'
import type { Client } from './capabilities'
import { carefulParser } from './carefulParser'
import { ChangedOptions } from './changes/changedOptions'
import { Comparisons } from './changes/comparisons'
import { ClientLink } from './clientLink'
import { ConfRoom } from './conf/confRoom'
import { Documents } from './documents'
import { ProjectFacts } from './facts'
import { diagnosticsOf } from './features/diagnostics'
import { addToSummary, emptySummary } from './features/inventory'
import { findingOfRow } from './features/findingRows'
import { FileChanges } from './fileChanges'
import { guardEvent } from './guard'
import type { Host, Log } from './host'
import { Indexer } from './indexing'
import { JudgedReads } from './judgedReads'
import { forgetFinding, makeBaselines } from './makeBaselines'
import { makeReport } from './makeReport'
import { changeReviews } from './makeReviews'
import { ProgressBars } from './progress'
import { DiagnosticsPublisher } from './publisher'
import { Readers } from './readers'
import { folderOf, foldersOf, scopeOf } from './scope'
import type { Folder, Globs } from './scope'
import { readSettings } from './settings'
import { SettingsInForce } from './settingsInForce'
import { Sources } from './sources'
import { Settling } from './settling'
import { WorkspaceProblems } from './workspaceProblems'
import { Uses } from './uses'

/** How soon other files' squiggles and the inventory follow what was typed or read. */
const pace = { interval: 200, quiet: 150, patience: 1000, leisure: 3000 }

/** When so many files change at once, another branch was checked out: that is read with a progress bar. */
const manyFiles = 200

/** One client's workspace over its life: keeps project, documents, settings and index in step. */
export class Session {
  readonly facts: ProjectFacts
  readonly documents: Documents
  readonly publisher: DiagnosticsPublisher
  private readonly workspaceProblems: WorkspaceProblems
  readonly uses: Uses
  readonly conf: ConfRoom
  readonly comparisons: Comparisons
  private readonly traffic: Traffic
  private readonly link: ClientLink
  private readonly settings: SettingsInForce
  private readonly project: Project
  private readonly judged: JudgedReads
  private readonly readers: Readers
  private readonly sources: Sources
  private readonly progress: ProgressBars
  private readonly indexer: Indexer
  private readonly settled: Settling
  private readonly fileChanges: FileChanges
  private readonly readWanted: () => Promise<void>
  private readonly readUses: () => Promise<void>
  private indexing = new CancellationTokenSource()
  private inScope: (uri: string) => boolean
  private started = false
  private wholeWorkspace = false
  /** Where lenses tell how often an option is read. */
  lenses: protocol.LensScope = 'configModules'
  /** Whether reads are followed by their option's class and default. */
  hints = false
  /** What uses were known when the client was last asked to look at its lenses. */
  private lensesAt = -1
  private shownProblems: ReadonlySet<string> = new Set()
  private questions = 0

  constructor(
    connection: Connection,
    private readonly host: Host,
    log: Log,
    parser: PythonParser,
    readonly client: Client,
    options: protocol.InitializationOptions | undefined,
  ) {
    const python = carefulParser(parser)
    this.traffic = new Traffic(host.now)
    this.link = new ClientLink(connection, log, client, host.patience)
    this.project = new Project(python)
    this.uses = new Uses(this.project, python, log, this.traffic, () => this.settings.sinks)
    this.sources = new Sources(this.project, log)
    this.settings = new SettingsInForce(this.link, log, python, client.folders)
    this.judged = new JudgedReads(this.uses)
    this.facts = new ProjectFacts(this.project, this.sources, log, this.settings, () => dayOf(host.date()), this.judged)
    this.settled = new Settling(
      pace,
      host.now,
      guardEvent(log, 'update', () => this.settle()),
    )
    this.conf = new ConfRoom({
      documents: () => this.documents,
      link: this.link,
      log,
      client,
      facts: this.facts,
      isPartlyKnown: () => !this.project.complete || this.sources.partlyKnown().length > 0,
      loadCatalogue: () => host.loadCatalogue(options),
      fileAccess: host.fileAccess,
    })
    this.inScope = scopeOf(folder => this.globsOf(folder), client.folders)
    this.readers = new Readers({ python: [this.uses, this.sources], conf: [this.conf.files] })
    const closed = guardEvent(log, 'closing', (uri: string, spelling: string) => this.takeBack(uri, spelling))
    this.documents = new Documents(connection, log, this.readers, uri => this.inScope(uri), {
      changed: uri => {
        this.traffic.note()
        this.workspaceProblems.opened(uri)
        this.settled.request('for a while')
      },
      closed: (uri, spelling) => void closed(uri, spelling),
    })
    this.publisher = new DiagnosticsPublisher(this.link, client, {
      all: () => this.documents.all().filter(({ languageId }) => kindOfLanguage(languageId) === pythonFiles),
      spellingOf: uri => this.documents.spellingOf(uri),
      stamp: uri => this.facts.stamp(uri),
      diagnosticsOf: document => diagnosticsOf(this.facts, document),
    })
    this.workspaceProblems = new WorkspaceProblems(this.link, this.facts, this.documents)
    this.progress = new ProgressBars(connection, this.link, log, client)
    this.indexer = new Indexer({
      log,
      traffic: this.traffic,
      readers: this.readers,
      sources: this.sources,
      patience: this.link.patience,
      list: () => this.link.listFiles(this.listParams()),
      read: uris => this.link.readFiles(uris),
      belongs: uri => this.belongs(uri),
      takeOpen: uri => this.documents.take(uri),
      startProgress: () => this.progress.start('Nova Config Review', 'Looking for files'),
      // Most workspaces are read before anybody could look at the parts of them.
      advanced: () => this.settled.request(this.facts.indexing ? 'in passing' : 'soon'),
    })
    this.readWanted = guardEvent(log, 'reading what is imported', async () => {
      if (await this.indexer.readWanted()) this.settled.request('soon')
    })
    this.readUses = guardEvent(log, 'reading uses', async () => {
      await this.uses.work()
      if (await this.judged.update(new Breathing(this.traffic))) this.settled.request('soon')
      if (this.uses.epoch === this.lensesAt || this.lenses === 'off') return
      this.lensesAt = this.uses.epoch
      this.link.refreshLenses()
    })
    this.comparisons = new Comparisons({
      project: this.project,
      python,
      traffic: this.traffic,
      listed: () => this.indexer.listed,
      belongs: uri => this.belongs(uri),
      isReading: () => this.facts.indexing,
      acceptedBelow: root =>
        this.settings.folders
          .filter(({ uri }) => `${uri}/`.startsWith(`${root}/`) || root.startsWith(`${uri}/`))
          .flatMap(folder => this.settings.ofFolder(folder).acceptedChanges),
      read: (root, commit, paths) => this.link.readVersions(root, commit, paths),
      today: () => dayOf(host.date()),
      compared: changes => {
        this.facts.setChanged(changes === undefined ? undefined : new ChangedOptions(changes))
        if (this.facts.changesOnly !== 'off') this.settled.request('soon')
      },
    })
    const changes = guardEvent(log, 'changed files', (changed: readonly string[], deleted: readonly string[]) =>
      this.followFiles(changed, deleted),
    )
    this.fileChanges = new FileChanges(this.traffic, (changed, deleted) => void changes(changed, deleted))
  }

  /** Begins work once the client is ready: its settings first, then its files. */
  async start(): Promise<void> {
    this.link.registerConfiguration()
    await this.takeSettings(undefined)
    this.started = true
    await this.index()
  }

  /** Makes what was typed so far part of the facts. Everything that answers from facts calls it first. */
  flush(): void {
    this.traffic.note()
    this.documents.flush()
  }

  /** Reads the whole workspace; an earlier run that is still under way gives up. */
  readonly index = async (): Promise<void> => {
    this.indexing.cancel()
    const run = new CancellationTokenSource()
    this.indexing = run
    this.facts.indexing = true
    this.project.complete = false
    // Most workspaces are read before anybody could look at an announcement that they are being read.
    this.settled.request('in passing')
    const whole = await this.indexer.run(run.token)
    // A run that was superseded leaves the state to the one that followed.
    if (this.indexing !== run) return
    this.facts.indexing = false
    this.project.complete = whole
    this.settled.request('soon')
  }

  /** Asks for the settings anew, or takes those that came with the announcement where the client cannot be asked. */
  async takeSettings(announced: unknown): Promise<void> {
    const question = (this.questions += 1)
    const folders = this.settings.folders.map(({ uri }) => uri)
    const told = this.client.configuration ? await this.link.configuration(folders) : [sectionOf(announced)]
    // An answer that was overtaken by a later question leaves everything to that.
    if (question !== this.questions) return
    if (told !== undefined) {
      const [usual = readSettings(undefined), ...own] = told.map(readSettings)
      const problems = new Set([usual, ...own].flatMap(one => one.problems))
      this.wholeWorkspace = usual.wholeWorkspace
      if (usual.lenses !== this.lenses) this.link.refreshLenses()
      this.lenses = usual.lenses
      if (usual.hints !== this.hints) this.link.refreshHints()
      this.hints = usual.hints
      this.facts.setChangesOnly(usual.changesOnly)
      for (const problem of problems) if (!this.shownProblems.has(problem)) this.link.warn(problem)
      this.shownProblems = problems
      this.settings.personal = usual.settings
      this.conf.settings = usual.conf
      this.settings.personalIn = new Map(own.map(({ settings }, index) => [folders[index] ?? '', settings]))
    }
    await this.settleSettings()
  }

  /** Reads the files that settings lie in anew. */
  async takeSettingsFiles(): Promise<void> {
    const { madeOf } = this.settings
    this.settings.filesChanged()
    await this.settleSettings(madeOf)
  }

  /** `madeOf` is what settings were made of, where nothing else may be other. */
  private async settleSettings(madeOf?: string): Promise<void> {
    const before = JSON.stringify(this.listParams())
    // A reading that was overtaken by a later one leaves everything to that.
    if (!(await this.settings.load())) return
    // What people said of options changes no finding.
    if (madeOf === this.settings.madeOf) return this.settled.request('soon')
    this.scopeChanged()
    if (this.started && JSON.stringify(this.listParams()) !== before) void this.index()
  }

  /** What the files of baselines have to say so that everything found now is known. */
  async makeBaseline(): Promise<protocol.MakeBaselineResult> {
    this.fileChanges.flush()
    if (this.facts.indexing) return { state: 'reading' }
    if (!this.project.complete) return { state: 'incomplete' }
    const found = [...this.facts.modules()].flatMap(({ file }) => this.facts.allFindings(file))
    const seen = {
      listed: new Set(this.indexer.listed),
      unread: new Set(this.unreadFiles()),
      failedRules: this.facts.failedRules,
    }
    return { state: 'made', ...(await makeBaselines(found, seen, this.settings, this.link)) }
  }

  /** What the file of a baseline has to say so that it does not know a finding any more. */
  async forgetFinding(params: protocol.FindingParams): Promise<protocol.MakeBaselineResult> {
    const finding = findingOfRow(this.facts, params)
    if (finding?.known !== true) return { state: 'made', files: [], refused: [] }
    return { state: 'made', ...(await forgetFinding(finding, this.settings)) }
  }

  /** What the files of reviews have to say so that they say of an option what a person says now. */
  async changeReviews(params: protocol.ChangeReviewsParams): Promise<protocol.ChangeReviewsResult> {
    // What is registered where, and what names stand for, may be said in a file that has not been read.
    if (this.facts.indexing) return { state: 'reading' }
    const date = `${this.host.date().toISOString().slice(0, 19)}Z`
    return changeReviews(params, this.facts, this.settings, date)
  }

  /** The review of a file, or of the workspace, to hand over. */
  makeReport(params: protocol.ReportParams): Promise<protocol.ReportResult> {
    const { facts, project, settings, uses, traffic } = this
    const unread = this.unreadFiles()
    const judgedDeployments = () => this.conf.judged()
    return makeReport(params, { facts, project, settings, uses, traffic, unread, judgedDeployments })
  }

  async takeFolders(added: readonly Folder[], removed: readonly Folder[]): Promise<void> {
    const gone = new Set(foldersOf(removed).map(folder => folder.uri))
    this.settings.folders = foldersOf([...this.settings.folders.filter(folder => !gone.has(folder.uri)), ...added])
    // At once: what is still being read of a folder that went is none of ours any more.
    this.scopeChanged()
    // A folder may bring settings of its own.
    if (added.length > 0) await this.takeSettings(undefined)
    else if (await this.settings.load()) this.scopeChanged()
    await this.index()
  }

  /** The files of which something is not known. Of what is open, the editor has handed in the text, whatever the disk says. */
  private unreadFiles(): string[] {
    const closed = [...this.indexer.unread].filter(uri => this.documents.get(uri) === undefined)
    return [...closed, ...this.sources.partlyKnown()]
  }

  async takeFiles(params: protocol.FilesChangedParams): Promise<void> {
    this.traffic.note()
    const [changed, deleted] = [params.changed, params.deleted].map(uris => stringsOf(uris).strings.map(canonicalUri))
    await this.fileChanges.add(changed ?? [], deleted ?? [])
  }

  private async followFiles(changed: readonly string[], deleted: readonly string[]): Promise<void> {
    if (changed.length + deleted.length > manyFiles) return this.index()
    for (const uri of deleted) this.indexer.forget(uri)
    if (deleted.length > 0) this.settled.request('soon')
    await this.indexer.readAgain(changed.filter(uri => this.belongs(uri)))
    this.settled.request('soon')
  }

  /** Whether a file is of the workspace and read. */
  private belongs(uri: string): boolean {
    return isSought(uri) && folderOf(uri, this.settings.folders) !== undefined && this.inScope(uri)
  }

  dispose(): void {
    this.indexing.cancel()
    this.comparisons.cancel()
    this.settled.end()
    this.progress.end()
    this.link.end()
  }

  private scopeChanged(): void {
    this.facts.settingsEpoch += 1
    this.inScope = scopeOf(folder => this.globsOf(folder), this.settings.folders)
    this.documents.markAllDirty()
    if (this.started) this.settled.request('soon')
  }

  /** A document was closed: the disk's text counts again, or nothing where there is none in the workspace. */
  private async takeBack(uri: string, spelling: string): Promise<void> {
    this.publisher.closed(uri, spelling)
    this.conf.publisher.closed(uri, spelling)
    if (this.indexer.listed.has(uri)) await this.indexer.readClosed(uri)
    else this.readers.remove(uri)
    this.settled.request('soon')
  }

  /** After typing or reading came to rest: other files' squiggles and the inventory follow. */
  private async settle(): Promise<void> {
    this.documents.flush()
    if (!this.facts.indexing) {
      await this.indexer.prepare()
      void this.readWanted()
    }
    const { indexing } = this.facts
    const breathing = new Breathing(this.traffic)
    // Findings rest on the facts of all files: judged before those are at hand, most would have to be judged again.
    for (const _ of this.facts.modules()) await breathing.pause()
    this.publisher.update()
    await this.conf.update()
    const summary = emptySummary(this.facts)
    for (const module of this.facts.modules()) {
      addToSummary(summary, module, this.facts)
      await breathing.pause()
    }
    // While files are read, what was told of them before may be all there is to tell.
    if (!this.facts.indexing) this.workspaceProblems.update(this.wholeWorkspace)
    const brokenSettings = this.settings.broken
    this.link.inventoryChanged({
      indexing: indexing || this.facts.indexing,
      summary,
      brokenSettings,
      ...(this.conf.hasDeployment ? { hasDeployment: true } : {}),
    })
    // Nobody waits for it: what is asked for before is read at once.
    if (!this.facts.indexing) void this.readUses()
  }

  private listParams(): protocol.ListFilesParams {
    const folders = this.settings.folders.map(folder => {
      const { include, exclude } = this.globsOf(folder)
      return { uri: folder.uri, include: [...include], exclude: [...exclude] }
    })
    return { folders }
  }

  private globsOf(folder: Folder): Globs {
    const { include, exclude } = this.settings.ofFolder(folder)
    return { include: [...include, ...this.conf.settings.files], exclude }
  }
}

function sectionOf(announced: unknown): unknown {
  if (typeof announced !== 'object' || announced === null) return undefined
  return (announced as Record<string, unknown>)[protocol.settingsSection]
}
