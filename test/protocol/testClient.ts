import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { PassThrough } from 'node:stream'
import { createConnection } from 'vscode-languageserver'
import type { ClientCapabilities, InitializeResult, WorkspaceFolder } from 'vscode-languageserver-protocol'
import { createProtocolConnection } from 'vscode-languageserver/node'
import { StreamMessageReader, StreamMessageWriter, createMessageConnection } from 'vscode-jsonrpc/node'
import type { MessageConnection } from 'vscode-jsonrpc/node'
import { loadPython } from '../../server/src/engine/index'
import type { Host } from '../../server/src/lsp/host'
import { startServer } from '../../server/src/lsp/server'
import { catalogueData } from '../cli/runCli'
import { Ledger } from './ledger'
import { OpenDocument } from './openDocument'
import { sampleSettings } from './samples'

export const root = 'file:///project'

export interface TestOptions {
  /** The workspace, by path below `root` or URI; null for a file that cannot be read. */
  files?: Record<string, string | null>
  /** What the client answers for section `novaConfigReview`. */
  settings?: unknown
  capabilities?: ClientCapabilities
  folders?: WorkspaceFolder[] | null
  loadPython?: Host['loadPython']
  /** Who may read files; without it the host sees none. */
  fileAccess?: Host['fileAccess']
  now?: Host['now']
  date?: Host['date']
  /** How long the client waits for anything, in milliseconds. */
  waits?: number
  /** Requests that this client answers otherwise than a good one does. */
  answers?: Record<string, (params: never) => unknown>
  /** Those of folders that have their own, by URI. */
  settingsIn?: Record<string, unknown>
  rootUri?: string | null
  initializationOptions?: unknown
  /** How long the server waits for answers, in milliseconds. */
  patience?: number
}

export const pullingClient: ClientCapabilities = {
  workspace: {
    configuration: true,
    didChangeConfiguration: { dynamicRegistration: true },
    workspaceFolders: true,
    diagnostics: { refreshSupport: true },
  },
  textDocument: { diagnostic: {} },
  window: { workDoneProgress: true },
}

/** The real server over in-memory streams, with a client end that accounts for every message. */
export class TestClient {
  readonly ledger = new Ledger()
  readonly files: Map<string, string | null>
  settings: unknown
  readonly settingsIn: Map<string, unknown>
  initialized: InitializeResult = { capabilities: {} }
  private exitCode: number | undefined
  private shuttingDown: Promise<void> | undefined

  private constructor(
    readonly connection: MessageConnection,
    private readonly wire: PassThrough,
    private readonly options: TestOptions,
  ) {
    this.files = new Map(Object.entries(options.files ?? {}).map(([path, text]) => [uriOf(path), text]))
    this.settings = options.settings === undefined ? sampleSettings : options.settings
    this.settingsIn = new Map(Object.entries(options.settingsIn ?? {}))
    if (options.waits !== undefined) this.ledger.patience = options.waits
  }

  /** Starts server and client and brings them through the handshake; resolves before the index has been read. */
  static async start(options: TestOptions = {}): Promise<TestClient> {
    const client = TestClient.connect(options)
    await client.shakeHands()
    return client
  }

  async shakeHands(): Promise<void> {
    const {
      rootUri = null,
      initializationOptions,
      capabilities = pullingClient,
      folders = [{ uri: root, name: 'project' }],
    } = this.options
    const params = { processId: null, rootUri, capabilities, workspaceFolders: folders, initializationOptions }
    this.initialized = await this.connection.sendRequest('initialize', params)
    await this.connection.sendNotification('initialized', {})
  }

  /** Starts and waits until the workspace has been read and announced. */
  static async ready(options: TestOptions = {}): Promise<TestClient> {
    const client = await TestClient.start(options)
    await client.indexed()
    return client
  }

  /** Only connects the two: the server has not been initialized. */
  static connect(options: TestOptions = {}): TestClient {
    const [up, down] = [new PassThrough(), new PassThrough()]
    const connection = createMessageConnection(new StreamMessageReader(down), new StreamMessageWriter(up))
    const client = new TestClient(connection, up, options)
    const server = createConnection(
      logger => createProtocolConnection(new StreamMessageReader(up), new StreamMessageWriter(down), logger),
      { shutdownReceived: false, initialize: () => undefined, exit: code => (client.exitCode = code) },
    )
    const host = {
      loadPython: options.loadPython ?? loadForTests,
      loadCatalogue: () => Promise.resolve(catalogueData()),
      ...(options.fileAccess === undefined ? {} : { fileAccess: options.fileAccess }),
      now: options.now ?? (() => performance.now()),
      date: options.date ?? (() => new Date()),
    }
    startServer(server, { ...host, ...(options.patience === undefined ? {} : { patience: options.patience }) })
    client.ledger.attach(connection, client)
    for (const [method, answer] of Object.entries(options.answers ?? {})) connection.onRequest(method, answer)
    server.listen()
    connection.listen()
    return client
  }

  /** Waits for the announcement that the workspace has been read, for `patience` ms at most. */
  async indexed(patience?: number): Promise<void> {
    await this.ledger.until('the index', () => this.ledger.inventories.at(-1)?.indexing === false, undefined, patience)
  }

  /** Opens a document as an editor does. A path is taken below `root`, unless it is a URI. */
  async open(path: string, text: string, languageId = 'python'): Promise<OpenDocument> {
    return OpenDocument.open(this.connection, uriOf(path), text, languageId)
  }

  /** Sends one notification many times at once, as bytes: without what a client's own library would take for it. */
  flood(method: string, params: object, times: number): void {
    const message = JSON.stringify({ jsonrpc: '2.0', method, params })
    this.wire.write(`Content-Length: ${String(Buffer.byteLength(message))}\r\n\r\n${message}`.repeat(times))
  }

  async changeSettings(settings: unknown): Promise<void> {
    this.settings = settings
    await this.connection.sendNotification('workspace/didChangeConfiguration', { settings: null })
  }

  /** Tells the server to shut down; again does nothing. */
  shutDown(): Promise<void> {
    return (this.shuttingDown ??= this.connection.sendRequest('shutdown'))
  }

  /** Ends the server as an editor does, and fails when anything came that the test did not account for. */
  async stop(): Promise<void> {
    await this.shutDown()
    await this.connection.sendNotification('exit')
    await this.ledger.until('the exit', () => this.exitCode !== undefined, setImmediate)
    this.connection.dispose()
    assert.equal(this.exitCode, 0)
    this.ledger.close()
  }
}

/** A path is one below `root`, unless it is a URI. */
function uriOf(path: string): string {
  return path.includes(':') ? path : `${root}/${path}`
}

/** The real parser, from the packages. */
export async function loadForTests() {
  const require = createRequire(import.meta.url)
  const [runtime, grammar] = await Promise.all([
    readFile(require.resolve('web-tree-sitter/web-tree-sitter.wasm')),
    readFile(require.resolve('tree-sitter-python/tree-sitter-python.wasm')),
  ])
  return loadPython({ runtime, grammar })
}
