import type { Connection } from 'vscode-languageserver'
import type { IndexProgress } from './indexing'

/** Shows a cancellable progress bar in the client, where it can show one. */
export async function startProgress(connection: Connection): Promise<IndexProgress> {
  const reporter = await connection.window.createWorkDoneProgress()
  reporter.begin('Nova Config Review', 0, 'Looking for files', true)
  return {
    token: reporter.token,
    report: (percent, message) => {
      reporter.report(percent, message)
    },
    done: () => {
      reporter.done()
    },
  }
}
