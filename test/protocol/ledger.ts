import assert from 'node:assert/strict'
import { MessageType } from 'vscode-languageserver-protocol'
import type {
  ConfigurationParams,
  LogMessageParams,
  ProgressToken,
  PublishDiagnosticsParams,
  RegistrationParams,
  ShowMessageParams,
} from 'vscode-languageserver-protocol'
import type { MessageConnection } from 'vscode-jsonrpc/node'
import { isSought } from '../../server/src/protocol'
import type { InventoryChangedParams, ListFilesParams, ReadFilesParams } from '../../server/src/protocol'

interface Progress {
  kind: 'begin' | 'report' | 'end'
  percentage?: number
  message?: string
}

/** What the ledger asks of the client it keeps the books of. */
interface Workspace {
  readonly files: ReadonlyMap<string, string | null>
  readonly settings: unknown
  /** Of folders that have their own, by URI. */
  readonly settingsIn: ReadonlyMap<string, unknown>
}

/** Books every message that the server sends. What a test did not expect, or did not take out, makes `close` fail. */
export class Ledger {
  readonly inventories: InventoryChangedParams[] = []
  readonly published: PublishDiagnosticsParams[] = []
  readonly reads: string[][] = []
  readonly lists: ListFilesParams[] = []
  readonly progress = new Map<ProgressToken, Progress[]>()
  readonly registrations: string[] = []
  refreshes = 0
  lensRefreshes = 0
  /** How often the server asked for the settings. */
  configurations = 0
  /** How many requests of any kind the server has sent. */
  requests = 0
  /** Called before the listing of files is answered. */
  beforeList: () => void = () => undefined
  /** Called before files are answered: a test can make something happen in the middle of the index. */
  beforeRead: (uris: readonly string[]) => void | Promise<void> = () => undefined
  /** Reads files for the server; without it, they are looked up when `beforeRead` is done. */
  read: ((uris: readonly string[]) => Promise<(string | null)[]>) | undefined
  /** How long `until` waits, in milliseconds. */
  patience = 8000
  private logs: LogMessageParams[] = []
  private shown: ShowMessageParams[] = []
  private readonly unexpected: string[] = []
  private readonly waiting = new Set<() => void>()

  /** Answers and books for this connection. */
  attach(connection: MessageConnection, workspace: Workspace): void {
    const onRequest = (method: string, answer: (params: never) => unknown): void => {
      connection.onRequest(method, (params: never) => {
        this.requests += 1
        return answer(params)
      })
    }
    connection.onNotification('window/logMessage', (params: LogMessageParams) =>
      this.book(() => this.logs.push(params)),
    )
    connection.onNotification('window/showMessage', (params: ShowMessageParams) =>
      this.book(() => this.shown.push(params)),
    )
    connection.onNotification('textDocument/publishDiagnostics', (params: PublishDiagnosticsParams) =>
      this.book(() => this.published.push(params)),
    )
    connection.onNotification('novaConfigReview/inventoryChanged', (params: InventoryChangedParams) =>
      this.book(() => this.inventories.push(params)),
    )
    connection.onNotification('$/progress', (params: { token: ProgressToken; value: Progress }) =>
      this.book(() => this.progress.get(params.token)?.push(params.value) ?? this.unexpected.push('$/progress')),
    )
    connection.onNotification((method: string) => this.book(() => this.unexpected.push(method)))
    onRequest('window/workDoneProgress/create', ({ token }: { token: ProgressToken }) => {
      this.book(() => this.progress.set(token, []))
    })
    onRequest('client/registerCapability', ({ registrations }: RegistrationParams) => {
      this.book(() => this.registrations.push(...registrations.map(({ method }) => method)))
    })
    onRequest('workspace/diagnostic/refresh', () => {
      this.book(() => (this.refreshes += 1))
      return null
    })
    onRequest('workspace/codeLens/refresh', () => {
      this.book(() => (this.lensRefreshes += 1))
      return null
    })
    onRequest('workspace/configuration', ({ items }: ConfigurationParams) => {
      this.book(() => (this.configurations += 1))
      return items.map(({ section, scopeUri }) =>
        section === 'novaConfigReview'
          ? (workspace.settingsIn.get(scopeUri ?? '') ?? workspace.settings)
          : this.unexpected.push(`section ${String(section)}`),
      )
    })
    onRequest('novaConfigReview/listFiles', (params: ListFilesParams) => {
      this.beforeList()
      this.book(() => this.lists.push(params))
      const isListed = (uri: string): boolean => params.folders.some(folder => uri.startsWith(`${folder.uri}/`))
      return [...workspace.files.keys()].filter(uri => isSought(uri) && isListed(uri))
    })
    onRequest('novaConfigReview/readSettingsFiles', ({ uris }: ReadFilesParams) =>
      uris.map(uri => workspace.files.get(uri) ?? null),
    )
    onRequest('novaConfigReview/findGone', ({ uris }: ReadFilesParams) => uris.filter(uri => !workspace.files.has(uri)))
    onRequest('novaConfigReview/readFiles', async ({ uris }: ReadFilesParams) => {
      await this.beforeRead(uris)
      this.book(() => this.reads.push(uris))
      return this.read?.(uris) ?? uris.map(uri => workspace.files.get(uri) ?? null)
    })
    connection.onRequest((method: string) => {
      this.book(() => this.unexpected.push(method))
      return null
    })
  }

  /** Resolves as soon as `condition` holds, which is looked at after each message; rejects after `patience` ms. */
  until(
    what: string,
    condition: () => boolean,
    poll?: (again: () => void) => unknown,
    patience = this.patience,
  ): Promise<void> {
    return new Promise((resolve, reject) => {
      const look = (): void => {
        if (!condition()) return void poll?.(look)
        this.waiting.delete(look)
        clearTimeout(timer)
        resolve()
      }
      const timer = setTimeout(() => {
        this.waiting.delete(look)
        reject(new Error(`Waited for ${what} in vain; logged: ${JSON.stringify(this.logs)}`))
      }, patience)
      this.waiting.add(look)
      look()
    })
  }

  /** Takes out the one message box that the server showed, waiting for it. */
  async takeShown(): Promise<string> {
    await this.until('a message box', () => this.shown.length > 0)
    return this.shown.shift()?.message ?? ''
  }

  /** Takes out the one warning or error that the server logged, waiting for it. */
  async takeLogged(): Promise<string> {
    const isLoud = ({ type }: LogMessageParams): boolean => type <= MessageType.Warning
    await this.until('a warning in the log', () => this.logs.some(isLoud))
    const found = this.logs.find(isLoud)
    this.logs = this.logs.filter(line => line !== found)
    return found?.message ?? ''
  }

  /** Takes out all warnings and errors that the server has logged so far. */
  takeAllLogged(): string[] {
    const loud = this.logs.filter(({ type }) => type <= MessageType.Warning)
    this.logs = this.logs.filter(line => !loud.includes(line))
    return loud.map(({ message }) => message)
  }

  /** The lines of the log that only inform. */
  get information(): string[] {
    return this.logs.filter(({ type }) => type > MessageType.Warning).map(({ message }) => message)
  }

  /** Fails on messages that nobody expected or took out, and on a progress bar that never ended. */
  close(): void {
    assert.deepEqual(this.unexpected, [], 'unexpected messages')
    assert.deepEqual(this.shown, [], 'message boxes')
    assert.deepEqual(
      this.logs.filter(({ type }) => type <= MessageType.Warning),
      [],
      'warnings and errors in the log',
    )
    for (const steps of this.progress.values()) {
      const kinds = steps.map(({ kind }) => kind)
      assert.equal(kinds[0], 'begin')
      assert.equal(kinds.at(-1), 'end')
      assert.ok(kinds.slice(1, -1).every(kind => kind === 'report'))
    }
  }

  /** Begins empty books, of which only the last announcement is kept. */
  clear(): void {
    for (const book of [this.published, this.reads, this.lists, this.registrations, this.logs, this.shown]) {
      book.length = 0
    }
    this.inventories.splice(0, this.inventories.length - 1)
    this.progress.clear()
  }

  private book(write: () => unknown): void {
    write()
    for (const look of [...this.waiting]) look()
  }
}
