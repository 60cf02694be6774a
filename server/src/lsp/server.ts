import type { Connection, InitializeParams, InitializeResult } from 'vscode-languageserver'
import type { InitializationOptions } from '../protocol'
import { capabilitiesFor, readClient } from './capabilities'
import { describeError } from './guard'
import type { Host, Log } from './host'
import { registerFeatures } from './register'
import { Session } from './session'

/** Serves one client over one connection, until it says exit. The host listens on the connection afterwards. */
export function startServer(connection: Connection, host: Host): void {
  const log: Log = connection.console
  connection.onInitialize(async (params: InitializeParams): Promise<InitializeResult> => {
    const client = readClient(params)
    const python = await host
      .loadPython(params.initializationOptions as InitializationOptions | undefined)
      .catch((error: unknown) => {
        throw new Error(`The Python parser could not be loaded: ${describeError(error)}`)
      })
    // Only now: before this answer a client may send nothing else.
    const session = new Session(connection, host, log, python, client)
    registerFeatures(connection, log, session)
    connection.onInitialized(() => void session.start())
    connection.onShutdown(() => {
      session.dispose()
    })
    return { capabilities: capabilitiesFor(client), serverInfo: { name: 'Nova Config Review' } }
  })
}
