import {
  CancellationTokenSource,
  WorkDoneProgressCancelNotification,
  WorkDoneProgressCreateRequest,
} from 'vscode-languageserver'
import type { Connection, ProgressToken } from 'vscode-languageserver'
import type { Client } from './capabilities'
import type { ClientLink } from './clientLink'
import { describeError, guardEvent } from './guard'
import type { Log } from './host'
import type { IndexProgress } from './indexing'

/** Cancellable progress bars in the client. Work never waits for one: without it, it goes on all the same. */
export class ProgressBars {
  private readonly bars = new Map<ProgressToken, { readonly cancel: () => void; readonly done: () => void }>()
  private count = 0

  constructor(
    connection: Connection,
    private readonly link: ClientLink,
    private readonly log: Log,
    private readonly client: Client,
  ) {
    connection.onNotification(
      WorkDoneProgressCancelNotification.method,
      guardEvent(log, 'cancelling', ({ token }: { token: ProgressToken }) => this.bars.get(token)?.cancel()),
    )
  }

  /** Shows a bar as soon as the client lets it, where it can show one. */
  start(title: string, message: string): IndexProgress {
    const source = new CancellationTokenSource()
    const token = `nova-config-review/${String((this.count += 1))}`
    let state: 'asked' | 'shown' | 'over' = 'asked'
    const tell = (value: object): void => {
      this.link.tell('$/progress', { token, value })
    }
    const done = (): void => {
      if (state === 'shown') tell({ kind: 'end' })
      state = 'over'
      this.bars.delete(token)
    }
    this.bars.set(token, { cancel: () => source.cancel(), done })
    if (this.client.showsProgress) {
      this.link.ask(WorkDoneProgressCreateRequest.method, { token }).then(
        () => {
          // One that was over before it was let is begun and ended, as the client has it now.
          tell({ kind: 'begin', title, percentage: 0, message, cancellable: true })
          if (state === 'over') tell({ kind: 'end' })
          else state = 'shown'
        },
        (error: unknown) => {
          this.log.warn(`The client shows no progress: ${describeError(error)}`)
        },
      )
    }
    return {
      token: source.token,
      report: (percentage, text) => {
        if (state === 'shown') tell({ kind: 'report', percentage: Math.round(percentage), message: text })
      },
      done,
    }
  }

  /** Ends all bars: nothing more will be told. */
  end(): void {
    for (const { done } of [...this.bars.values()]) done()
  }
}
