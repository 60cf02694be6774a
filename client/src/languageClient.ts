import { CodeAction, EventEmitter, type Disposable, type LogOutputChannel } from 'vscode'
import { State, type BaseLanguageClient, type LanguageClientOptions } from 'vscode-languageclient'
import * as protocol from '../../server/src/protocol'
import { middleware } from './middleware'
import { RestartPolicy } from './restartPolicy'
import { TraceChannel } from './traceChannel'
import { WorkspaceFiles } from './workspaceFiles'

/** What differs between the places that the extension runs in. */
export interface ServerHost {
  /** What its server cannot get by itself; asked for whenever one has been started. */
  initializationOptions?(): protocol.InitializationOptions
  createClient(id: string, name: string, options: LanguageClientOptions): BaseLanguageClient
}

type Converter = BaseLanguageClient['protocol2CodeConverter']

export type ServerState = 'idle' | 'starting' | 'running' | 'failed'

/** The review server as the rest of the extension sees it: it can be asked at any time, and answers when it can. */
export class ReviewServer implements Disposable {
  private readonly stateChanged = new EventEmitter<ServerState>()
  private readonly inventoryChanged = new EventEmitter<protocol.InventoryChangedParams>()
  private readonly trace: TraceChannel
  private readonly client: BaseLanguageClient
  private readonly files: WorkspaceFiles
  private readonly restarts: RestartPolicy
  private current: ServerState = 'idle'

  readonly onDidChangeState = this.stateChanged.event
  readonly onDidChangeInventory = this.inventoryChanged.event

  constructor(
    host: ServerHost,
    private readonly log: LogOutputChannel,
  ) {
    this.trace = new TraceChannel(log)
    this.restarts = new RestartPolicy(log, () => this.restart())
    this.client = host.createClient(protocol.settingsSection, 'Nova Config Review', this.options(host))
    this.client.onDidChangeState(({ newState }) => this.follow(newState))
    this.client.onNotification(protocol.inventoryChanged, (change: protocol.InventoryChangedParams) =>
      this.inventoryChanged.fire(change),
    )
    this.files = new WorkspaceFiles(this.client, log)
  }

  get state(): ServerState {
    return this.current
  }

  /** Starts the server if it has not been started. Never fails: the state says how it went. */
  async start(): Promise<void> {
    if (this.current !== 'idle') return
    this.become('starting')
    try {
      await this.client.start()
    } catch (error) {
      this.log.error('The review server could not be started.', error)
      this.become('failed')
    }
  }

  /** Stops the server if it runs, and starts it. */
  async restart(): Promise<void> {
    this.restarts.forget()
    await this.client.stop().catch((error: unknown) => this.log.warn('The review server did not stop cleanly.', error))
    this.become('idle')
    await this.start()
  }

  /** Asks the server, starting it if need be; undefined when it cannot answer (the log says why). */
  async request<Result>(method: string, params?: object): Promise<Result | undefined> {
    await this.start()
    if (this.current === 'failed') return undefined
    try {
      return await this.client.sendRequest<Result>(method, params)
    } catch (error) {
      this.log.warn(`No answer to ${method}.`, error)
      return undefined
    }
  }

  /** Tells the server something, where it runs. */
  notify(method: string): void {
    if (this.current === 'running') void this.client.sendNotification(method)
  }

  /** The code actions that the server answers to a request; undefined when it has none to give. */
  async codeActions(method: string, params: object): Promise<CodeAction[] | undefined> {
    const told = await this.request<Parameters<Converter['asCodeActionResult']>[0] | null>(method, params)
    if (!told) return undefined
    const converted = await this.client.protocol2CodeConverter.asCodeActionResult(told)
    return converted.filter(action => action instanceof CodeAction)
  }

  /** Ends the server too. */
  dispose(): void {
    this.files.dispose()
    this.client.dispose().catch((error: unknown) => this.log.warn('The review server did not end cleanly.', error))
    this.trace.dispose()
    this.stateChanged.dispose()
    this.inventoryChanged.dispose()
  }

  private options(host: ServerHost): LanguageClientOptions {
    return {
      documentSelector: protocol.fileKinds.flatMap(({ language }) => (language === undefined ? [] : { language })),
      initializationOptions: (): protocol.InitializationOptions => ({
        ...host.initializationOptions?.(),
        commands: [protocol.ignoreWithReasonCommand, protocol.showUsesCommand],
      }),
      outputChannel: this.log,
      traceOutputChannel: this.trace,
      errorHandler: this.restarts,
      middleware,
      markdown: { isTrusted: { enabledCommands: [protocol.openRuleCommand] } },
    }
  }

  private follow(state: State): void {
    if (state === State.Running) this.become('running')
    else if (state === State.Starting) this.become('starting')
    else if (this.restarts.givenUp) this.become('failed')
  }

  private become(state: ServerState): void {
    if (state === this.current) return
    this.current = state
    this.stateChanged.fire(state)
  }
}
