import {
  CodeLensRefreshRequest,
  InlayHintRefreshRequest,
  ConfigurationRequest,
  DiagnosticRefreshRequest,
  DidChangeConfigurationNotification,
  MessageType,
  PublishDiagnosticsNotification,
  RegistrationRequest,
  ShowMessageNotification,
} from 'vscode-languageserver'
import type { Connection, PublishDiagnosticsParams } from 'vscode-languageserver'
import * as protocol from '../protocol'
import { notice } from '../safe/text'
import { listOf, stringsOf, textsOf } from './answers'
import { canonicalUri } from './canonicalUri'
import type { Client } from './capabilities'
import { describeError } from './guard'
import type { Log } from './host'
import { inTime } from './inTime'

/** How long an answer is waited for where work cannot go on without it, in milliseconds. */
const usualPatience = 10_000

/**
 * All that the server asks its client or tells it. A client may refuse anything, answer nonsense or nothing at all: each
 * answer is checked here, and what nobody waits for ends in a line of the log.
 */
export class ClientLink {
  private hasEnded = false

  constructor(
    private readonly connection: Connection,
    private readonly log: Log,
    private readonly client: Client,
    /** In milliseconds. */
    readonly patience = usualPatience,
  ) {}

  /**
   * The settings for what lies in no folder, and for each folder, which may have its own; undefined where the client does
   * not tell.
   */
  async configuration(folders: readonly string[]): Promise<readonly unknown[] | undefined> {
    const section = protocol.settingsSection
    const items = [{ section }, ...folders.map(scopeUri => ({ scopeUri, section }))]
    try {
      const sections = listOf(await inTime(this.ask(ConfigurationRequest.method, { items }), this.patience))
      if (sections.length === items.length) return sections
      throw new Error(`The client answered ${String(sections.length)} sections for ${String(items.length)}`)
    } catch (error) {
      this.log.warn(`The client does not tell its settings, those before or the defaults hold: ${describeError(error)}`)
      return undefined
    }
  }

  /** Asks to be told of other settings, where the client wants to be asked. */
  registerConfiguration(): void {
    if (!this.client.registersConfiguration) return
    const { method } = DidChangeConfigurationNotification
    const registerOptions = { section: protocol.settingsSection }
    const params = { registrations: [{ id: protocol.settingsSection, method, registerOptions }] }
    this.ask(RegistrationRequest.method, params).catch((error: unknown) => {
      this.log.warn(`The client will not tell when its settings change: ${describeError(error)}`)
    })
  }

  /** All Python files that the globs let through. Rejects when the client does not tell; may take as long as it likes. */
  async listFiles(params: protocol.ListFilesParams): Promise<readonly string[]> {
    const { strings, others } = stringsOf(await this.ask(protocol.listFiles, params))
    if (others > 0) this.log.warn(`${String(others)} of the files that the client listed are no URIs`)
    return [...new Set(strings.map(canonicalUri))]
  }

  /** Texts in the order of `uris`, null for what cannot be read. Rejects when the client does not tell; may take long. */
  async readFiles(uris: readonly string[]): Promise<readonly (string | null)[]> {
    const params: protocol.ReadFilesParams = { uris: [...uris] }
    return textsOf(await this.ask(protocol.readFiles, params), uris.length)
  }

  /** Texts of files of a commit, or of the working tree; null for what cannot be read. Rejects when the client does not tell. */
  async readVersions(
    root: string,
    commit: string | null,
    paths: readonly string[],
  ): Promise<readonly (string | null)[]> {
    const params: protocol.ReadVersionsParams = { root, commit, paths: [...paths] }
    return textsOf(await this.ask(protocol.readVersions, params), paths.length)
  }

  /** The text of a file that settings lie in; undefined where there is none. Rejects when the client does not tell. */
  async readSettingsFile(uri: string): Promise<string | undefined> {
    const params: protocol.ReadSettingsFilesParams = { uris: [uri] }
    const [text] = textsOf(await inTime(this.ask(protocol.readSettingsFiles, params), this.patience), 1)
    return text ?? undefined
  }

  /** Which of these files are gone: none where the client does not tell. */
  async findGone(uris: readonly string[]): Promise<ReadonlySet<string>> {
    const params: protocol.FindGoneParams = { uris: [...uris] }
    try {
      return new Set(stringsOf(await inTime(this.ask(protocol.findGone, params), this.patience)).strings)
    } catch (error) {
      this.log.warn(`The client does not tell which files are gone: ${describeError(error)}`)
      return new Set()
    }
  }

  /** Asks the client to pull diagnostics anew, where it can be asked. */
  refreshDiagnostics(): void {
    if (!this.client.refreshesDiagnostics) return
    this.ask(DiagnosticRefreshRequest.method).catch((error: unknown) => {
      this.log.warn(`The client does not ask for diagnostics anew: ${describeError(error)}`)
    })
  }

  /** Asks the client to ask for code lenses anew, where it can be asked. */
  refreshLenses(): void {
    if (!this.client.refreshesLenses) return
    this.ask(CodeLensRefreshRequest.method).catch((error: unknown) => {
      this.log.warn(`The client does not ask for code lenses anew: ${describeError(error)}`)
    })
  }

  /** Asks the client to ask for inlay hints anew, where it can be asked. */
  refreshHints(): void {
    if (!this.client.refreshesHints) return
    this.ask(InlayHintRefreshRequest.method).catch((error: unknown) => {
      this.log.warn(`The client does not ask for inlay hints anew: ${describeError(error)}`)
    })
  }

  publishDiagnostics(params: PublishDiagnosticsParams): void {
    this.tell(PublishDiagnosticsNotification.method, params)
  }

  inventoryChanged(params: protocol.InventoryChangedParams): void {
    this.tell(protocol.inventoryChanged, params)
  }

  /** Shows a box without buttons: nobody waits for it to be closed. */
  warn(message: string): void {
    this.tell(ShowMessageNotification.method, { type: MessageType.Warning, message: notice(message) })
  }

  /** Nothing more is asked: the client is shutting down. */
  end(): void {
    this.hasEnded = true
  }

  /** Asks anything; a connection that is closed rejects as a client that refuses does. */
  async ask(method: string, params?: unknown): Promise<unknown> {
    if (this.hasEnded) throw new Error('The client is shutting down')
    return this.connection.sendRequest<unknown>(method, params)
  }

  /** Tells anything. One that is gone hears nothing, which is no mistake of ours. */
  tell(method: string, params: unknown): void {
    this.send(method, params).catch((error: unknown) => {
      this.log.warn(`The client could not be told ${method}: ${describeError(error)}`)
    })
  }

  private async send(method: string, params: unknown): Promise<void> {
    await this.connection.sendNotification(method, params)
  }
}
