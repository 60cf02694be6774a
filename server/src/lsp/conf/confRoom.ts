import type {
  CodeAction,
  CodeActionParams,
  CompletionItem,
  DocumentDiagnosticReport,
  DocumentSymbol,
  FoldingRange,
  Hover,
  Location,
  Position,
} from 'vscode-languageserver'
import { DocumentDiagnosticReportKind } from 'vscode-languageserver'
import { keyText, optionKey } from '../../engine/index'
import type { CatalogueData, FileAccess, OptionKey } from '../../engine/index'
import type { Client } from '../capabilities'
import type { ClientLink } from '../clientLink'
import type { Facts } from '../facts'
import { toRange } from '../convert'
import { guardEvent } from '../guard'
import type { NamedOption } from '../optionAt'
import type { DeploymentsResult } from '../../protocol'
import { fileLabel } from '../scope'
import type { Host, Log } from '../host'
import type { Documents } from '../documents'
import { DiagnosticsPublisher } from '../publisher'
import { confActions } from './codeActions'
import { confCompletion } from './completion'
import { ConfFacts, type JudgedConf } from './confFacts'
import type { ConfSettings } from '../../settings/confSettings'
import { confDefinition } from './definition'
import { confDiagnostics } from './diagnostics'
import { deploymentOf, judgeFiles, type JudgedFiles } from './deployments'
import { confHover } from './hover'
import { confFolding, confSymbols } from './outline'
import { optionOf, settingAt } from './places'
import { ServiceKnowledge } from './serviceKnowledge'
import { readTogether } from '../../settings/readTogether'
import { serviceOf } from '../../settings/serviceOf'
import { WorkspaceConfFiles } from './workspaceConfFiles'

export interface ConfWorld {
  /** Those that are open; asked for once all is set up. */
  readonly documents: () => Documents
  readonly link: ClientLink
  readonly log: Log
  readonly client: Client
  readonly facts: Facts
  /** Whether options of the workspace's source may be missing. */
  readonly isPartlyKnown: () => boolean
  readonly loadCatalogue: () => Promise<CatalogueData>
  readonly fileAccess: Host['fileAccess']
}

/** Answers for open configuration files. */
export class ConfRoom {
  readonly publisher: DiagnosticsPublisher
  /** Takes in the texts of the workspace's configuration files. */
  readonly files = new WorkspaceConfFiles()
  private readonly services: ServiceKnowledge
  private readonly facts: ConfFacts
  /** Makes the catalogue be at hand; what goes wrong stands in the log, and nothing is known then. */
  private readonly load: () => Promise<void>

  constructor(private readonly world: ConfWorld) {
    const { documents, link, log, client, facts, isPartlyKnown, loadCatalogue } = world
    const source = { modules: () => facts.modules(), isPartlyKnown, isIndexing: () => facts.indexing }
    this.services = new ServiceKnowledge(source, loadCatalogue)
    this.facts = new ConfFacts(documents, this.services)
    this.load = guardEvent(log, 'loading the catalogue', () => this.services.load())
    this.publisher = new DiagnosticsPublisher(link, client, {
      all: () => this.facts.all(),
      spellingOf: uri => documents().spellingOf(uri),
      stamp: uri => this.facts.stamp(uri),
      diagnosticsOf: ({ uri }) => this.diagnosticsOf(uri),
    })
  }

  /** Tells what may be other now. Until there is a configuration file, nothing is loaded. */
  async update(): Promise<void> {
    if (this.facts.all().length === 0) return
    await this.load()
    this.facts.see(await this.accessTo(this.facts.all().map(({ uri }) => uri)))
    this.publisher.update()
  }

  get settings(): ConfSettings {
    return this.services.settings
  }

  set settings(settings: ConfSettings) {
    this.services.settings = settings
  }

  /** Whether the workspace has configuration files of Nova. */
  get hasDeployment(): boolean {
    return this.novaFiles().length > 0
  }

  private novaFiles(): readonly string[] {
    return this.files.uris().filter(uri => serviceOf(uri, this.settings.files) === 'nova')
  }

  /** Answers the Deployment view. */
  async deployments(): Promise<DeploymentsResult> {
    const { facts } = this.world
    const judged = await this.judged()
    const nameOf = (uri: string): string => fileLabel(uri, facts.folders)
    return { indexing: facts.indexing, deployments: judged.map(one => deploymentOf(one, nameOf)) }
  }

  /** What the checks say of the configuration files of Nova in the workspace. */
  async judged(): Promise<JudgedFiles[]> {
    await this.load()
    const found: JudgedFiles[] = []
    for (const [id, uris] of readTogether(this.novaFiles())) {
      const files = uris.flatMap(uri => this.files.get(uri) ?? [])
      const knowledge = files[0] && this.services.of(files[0], files)
      if (knowledge === undefined) continue
      found.push(judgeFiles(id, files, knowledge, await this.accessTo(uris)))
    }
    return found
  }

  /** Where the host sees no files, nothing is known of any. */
  private async accessTo(uris: readonly string[]): Promise<readonly FileAccess[]> {
    return (await this.world.fileAccess?.(uris)) ?? uris.map(file => ({ file, mode: undefined }))
  }

  /** Whether it answers for this document. */
  has(uri: string): boolean {
    return this.facts.has(uri)
  }

  /** Answers `textDocument/diagnostic`. */
  async pull(uri: string, previousResultId: string | undefined): Promise<DocumentDiagnosticReport> {
    await this.load()
    this.facts.see(await this.accessTo([uri]))
    const resultId = this.facts.stamp(uri)
    this.publisher.pulled(uri)
    if (resultId === previousResultId) return { kind: DocumentDiagnosticReportKind.Unchanged, resultId }
    return { kind: DocumentDiagnosticReportKind.Full, resultId, items: this.diagnosticsOf(uri) }
  }

  async hover(uri: string, position: Position): Promise<Hover | null> {
    const conf = await this.of(uri)
    return conf === undefined ? null : confHover(conf, position)
  }

  /** The option that is set at a position; undefined where none is, or none that is known. */
  async optionAt(uri: string, position: Position): Promise<Pick<NamedOption, 'options' | 'keys'> | undefined> {
    const conf = await this.of(uri)
    const setting = conf && settingAt(conf.file, position)
    const option = setting && optionOf(conf.knowledge, setting)
    if (option === undefined) return undefined
    return { options: option.option ? [option.option] : [], keys: [optionKey(option.group, option.dest)] }
  }

  /** Where configuration files of the workspace set these options, by whatever name. */
  async settingsOf(keys: readonly OptionKey[]): Promise<Location[]> {
    const files = this.novaFiles()
    if (files.length === 0 || keys.length === 0) return []
    await this.load()
    const wanted = new Set(keys.map(keyText))
    return files.flatMap(uri => {
      const file = this.files.get(uri)
      const knowledge = file && this.services.of(file)
      const settings = file?.settings.filter(setting => {
        const option = optionOf(knowledge, setting)
        return option !== undefined && wanted.has(keyText(optionKey(option.group, option.dest)))
      })
      return settings?.map(({ keyRange }) => ({ uri, range: toRange(keyRange) })) ?? []
    })
  }

  completion(uri: string, position: Position): Promise<CompletionItem[]> {
    return this.listed(uri, conf => confCompletion(conf, position))
  }

  definition(uri: string, position: Position): Promise<Location[]> {
    return this.listed(uri, conf => confDefinition(conf, position))
  }

  symbols(uri: string): Promise<DocumentSymbol[]> {
    return this.listed(uri, confSymbols)
  }

  folding(uri: string): Promise<FoldingRange[]> {
    return this.listed(uri, confFolding)
  }

  codeActions(uri: string, params: CodeActionParams): Promise<CodeAction[]> {
    return this.listed(uri, conf => confActions(conf, params))
  }

  private async listed<T>(uri: string, make: (conf: JudgedConf) => T[]): Promise<T[]> {
    const conf = await this.of(uri)
    return conf === undefined ? [] : make(conf)
  }

  private async of(uri: string): Promise<JudgedConf | undefined> {
    await this.load()
    return this.facts.of(uri)
  }

  private diagnosticsOf(uri: string) {
    const conf = this.facts.of(uri)
    return conf === undefined ? [] : confDiagnostics(conf)
  }
}
