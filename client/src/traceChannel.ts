import { EventEmitter, LogLevel, workspace, type Disposable, type LogOutputChannel } from 'vscode'
import { settingsSection } from '../../server/src/protocol'

/**
 * The log as the language client's trace wants it: the client traces only into a channel whose level is `Trace`. Here
 * the setting `trace.server` decides that, at once and alone, and what is traced is written whatever the log's level.
 */
export class TraceChannel implements LogOutputChannel {
  private readonly levelChanged = new EventEmitter<LogLevel>()
  private readonly configuration: Disposable
  readonly onDidChangeLogLevel = this.levelChanged.event

  constructor(private readonly log: LogOutputChannel) {
    this.configuration = workspace.onDidChangeConfiguration(change => {
      if (change.affectsConfiguration(`${settingsSection}.trace.server`)) this.levelChanged.fire(this.logLevel)
    })
  }

  get logLevel(): LogLevel {
    const wanted = workspace.getConfiguration(settingsSection).get<string>('trace.server', 'off')
    return wanted === 'off' ? LogLevel.Info : LogLevel.Trace
  }

  get name(): string {
    return this.log.name
  }

  trace(message: string, ...data: unknown[]): void {
    this.log.info(message, ...data)
  }
  debug(message: string, ...data: unknown[]): void {
    this.log.debug(message, ...data)
  }
  info(message: string, ...data: unknown[]): void {
    this.log.info(message, ...data)
  }
  warn(message: string, ...data: unknown[]): void {
    this.log.warn(message, ...data)
  }
  error(message: string | Error, ...data: unknown[]): void {
    this.log.error(message, ...data)
  }

  append(value: string): void {
    this.log.append(value)
  }
  appendLine(value: string): void {
    this.log.appendLine(value)
  }
  replace(value: string): void {
    this.log.replace(value)
  }
  clear(): void {
    this.log.clear()
  }
  show(): void {
    this.log.show(true)
  }
  hide(): void {
    this.log.hide()
  }
  /** Ends the watch on the setting; the log itself belongs to another. */
  dispose(): void {
    this.configuration.dispose()
    this.levelChanged.dispose()
  }
}
