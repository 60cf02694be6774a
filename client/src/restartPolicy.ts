import { window, type LogOutputChannel } from 'vscode'
import { CloseAction, ErrorAction, type CloseHandlerResult, type ErrorHandler } from 'vscode-languageclient'

const attempts = 4
const withinMinutes = 3

/** Starts a server that died again, quietly; gives up, and says so once, when it dies again and again. */
export class RestartPolicy implements ErrorHandler {
  private deaths: number[] = []
  /** Whether the server is not started again by itself. */
  givenUp = false

  constructor(
    private readonly log: LogOutputChannel,
    private readonly restart: () => Promise<void>,
  ) {}

  /** Begins anew, as after a person's restart. */
  forget(): void {
    this.deaths = []
    this.givenUp = false
  }

  /** A message that could not be sent or read: the connection is kept as long as it holds. */
  error(): { action: ErrorAction; handled: true } {
    return { action: ErrorAction.Continue, handled: true }
  }

  /** The server is gone without having been asked to go. */
  closed(): CloseHandlerResult {
    const now = Date.now()
    this.deaths = [...this.deaths.filter(death => now - death < withinMinutes * 60_000), now]
    if (this.deaths.length <= attempts) {
      const message = 'The review server stopped unexpectedly and is started again.'
      return { action: CloseAction.Restart, message, handled: true }
    }
    this.givenUp = true
    const message = `The review server stopped ${this.deaths.length} times in ${withinMinutes} minutes and is not started again.`
    void this.tell(`Nova Config Review: ${message}`)
    return { action: CloseAction.DoNotRestart, message, handled: true }
  }

  private async tell(message: string): Promise<void> {
    const restart = 'Restart'
    const showLog = 'Show Log'
    const answer = await window.showErrorMessage(message, restart, showLog)
    if (answer === restart) await this.restart()
    if (answer === showLog) this.log.show()
  }
}
