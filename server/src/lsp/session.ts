import {
  CancellationTokenSource,
  DidChangeConfigurationNotification,
  MessageType,
  ShowMessageNotification,
} from 'vscode-languageserver'
import type { Connection } from 'vscode-languageserver'
import { Project } from '../engine/index'
import type { PythonParser } from '../engine/index'
import * as protocol from '../protocol'
import type { Client } from './capabilities'
import { Breathing } from './breathing'
import { Documents } from './documents'
import { ProjectFacts } from './facts'
import { summarize } from './features/inventory'
import { guardEvent } from './guard'
import type { Host, Log } from './host'
import { Indexer } from './indexing'
import { makeBaselines } from './makeBaselines'
import { startProgress } from './progress'
import { DiagnosticsPublisher } from './publisher'
import { scopeOf } from './scope'
import type { Folder } from './scope'
import { readSettings } from './settings'
import { SettingsInForce } from './settingsInForce'
import { Sources } from './sources'
import { Settling } from './settling'

/** How soon other files' squiggles and the inventory follow what was typed or read. */
const pace = { interval: 200, quiet: 150, patience: 1000, leisure: 3000 }

/** When so many files change at once, another branch was checked out: that is read with a progress bar. */
const manyFiles = 200

/** One client's workspace over its life: keeps project, documents, settings and index in step. */
export class Session {
  readonly facts: ProjectFacts
  readonly documents: Documents
  readonly publisher: DiagnosticsPublisher
  private readonly settings: SettingsInForce
  private readonly project: Project
  private readonly sources: Sources
  private readonly indexer: Indexer
  private readonly settled: Settling
  private indexing = new CancellationTokenSource()
  private inScope: (uri: string) => boolean
  private started = false
  private shownProblems: ReadonlySet<string> = new Set()

  constructor(
    private readonly connection: Connection,
    private readonly host: Host,
    log: Log,
    python: PythonParser,
    readonly client: Client,
  ) {
    this.project = new Project(python)
    this.sources = new Sources(this.project, log)
    this.settings = new SettingsInForce(connection, log, python, client.folders)
    this.facts = new ProjectFacts(this.project, this.sources, log, this.settings)
    this.inScope = scopeOf(folder => this.settings.ofFolder(folder), client.folders)
    this.settled = new Settling(
      pace,
      host.now,
      guardEvent(log, 'update', () => this.settle()),
    )
    this.documents = new Documents(connection, this.sources, uri => this.inScope(uri), {
      changed: () => this.settled.request('for a while'),
      closed: uri => void this.takeBack(uri),
    })
    this.publisher = new DiagnosticsPublisher(connection, client, this.facts, this.documents)
    this.indexer = new Indexer({
      host,
      log,
      sources: this.sources,
      reader: {
        list: async () => {
          const uris = await connection.sendRequest<protocol.ListFilesResult>(protocol.listFiles, this.listParams())
          return uris.filter(uri => this.inScope(uri))
        },
        read: uris => connection.sendRequest<protocol.ReadFilesResult>(protocol.readFiles, { uris }),
      },
      takeOpen: uri => this.documents.take(uri),
      startProgress: () => startProgress(connection),
      advanced: () => this.settled.request('in passing'),
    })
  }

  /** Begins work once the client is ready: its settings first, then its files. */
  async start(): Promise<void> {
    if (this.client.registersConfiguration) {
      const options = { section: protocol.settingsSection }
      await this.connection.client.register(DidChangeConfigurationNotification.type, options)
    }
    await this.takeSettings(undefined)
    this.started = true
    await this.index()
  }

  /** Makes what was typed so far part of the facts. Everything that answers from facts calls it first. */
  flush(): void {
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
    const section: unknown = this.client.configuration
      ? await this.connection.workspace.getConfiguration(protocol.settingsSection)
      : sectionOf(announced)
    const { settings, problems } = readSettings(section)
    for (const problem of problems) if (!this.shownProblems.has(problem)) void this.warn(problem)
    this.shownProblems = new Set(problems)
    this.settings.personal = settings
    await this.settleSettings()
  }

  /** Reads the files that settings lie in anew. */
  async takeSettingsFiles(): Promise<void> {
    this.settings.filesChanged()
    await this.settleSettings()
  }

  private async settleSettings(): Promise<void> {
    const before = JSON.stringify(this.listParams())
    // A reading that was overtaken by a later one leaves everything to that.
    if (!(await this.settings.load())) return
    this.scopeChanged()
    if (this.started && JSON.stringify(this.listParams()) !== before) void this.index()
  }

  /** What the files of baselines have to say so that everything found now is known. */
  async makeBaseline(): Promise<protocol.MakeBaselineResult> {
    if (this.facts.indexing) return { state: 'reading' }
    if (!this.project.complete) return { state: 'incomplete' }
    const found = [...this.facts.modules()].flatMap(({ file }) => this.facts.findings(file))
    const { listed, unread } = this.indexer
    const seen = {
      listed: new Set(listed),
      unread: new Set([...unread, ...this.sources.partlyKnown()]),
      failedRules: this.facts.failedRules,
    }
    return { state: 'made', ...(await makeBaselines(found, seen, this.settings, this.connection)) }
  }

  async takeFolders(added: readonly Folder[], removed: readonly Folder[]): Promise<void> {
    const gone = new Set(removed.map(folder => folder.uri))
    this.settings.folders = [...this.settings.folders.filter(folder => !gone.has(folder.uri)), ...added]
    await this.settings.load()
    this.scopeChanged()
    await this.index()
  }

  async takeFiles({ changed, deleted }: protocol.FilesChangedParams): Promise<void> {
    if (changed.length + deleted.length > manyFiles) return this.index()
    this.indexer.forget(deleted)
    await this.indexer.readAgain(changed.filter(uri => this.inScope(uri)))
    this.settled.request('soon')
  }

  dispose(): void {
    this.indexing.cancel()
    this.settled.end()
  }

  private scopeChanged(): void {
    this.facts.settingsEpoch += 1
    this.inScope = scopeOf(folder => this.settings.ofFolder(folder), this.settings.folders)
    this.documents.markAllDirty()
    if (this.started) this.settled.request('soon')
  }

  /** A document was closed: the disk's text counts again, or nothing where there is none in the workspace. */
  private async takeBack(uri: string): Promise<void> {
    this.publisher.closed(uri)
    if (this.indexer.listed.has(uri)) await this.indexer.readAgain([uri])
    else this.sources.remove(uri)
    this.settled.request('soon')
  }

  /** After typing or reading came to rest: other files' squiggles and the inventory follow. */
  private async settle(): Promise<void> {
    this.flush()
    if (!this.facts.indexing) await this.indexer.understand()
    const breathing = new Breathing(this.host.now)
    for (const module of this.facts.modules()) {
      this.facts.findings(module.file)
      await breathing.pause()
    }
    // Every file has been looked at: now it is known what has changed, and counted at once.
    this.publisher.update()
    const changed: protocol.InventoryChangedParams = { indexing: this.facts.indexing, summary: summarize(this.facts) }
    await this.connection.sendNotification(protocol.inventoryChanged, changed)
  }

  /** A box without buttons: nobody waits for it to be closed. */
  private warn(message: string): Promise<void> {
    return this.connection.sendNotification(ShowMessageNotification.type, { type: MessageType.Warning, message })
  }

  private listParams(): protocol.ListFilesParams {
    const folders = this.settings.folders.map(folder => {
      const { include, exclude } = this.settings.ofFolder(folder)
      return { uri: folder.uri, include: [...include], exclude: [...exclude] }
    })
    return { folders }
  }
}

function sectionOf(announced: unknown): unknown {
  if (typeof announced !== 'object' || announced === null) return undefined
  return (announced as Record<string, unknown>)[protocol.settingsSection]
}
