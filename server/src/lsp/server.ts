import { ErrorCodes, InitializeRequest, ResponseError } from 'vscode-languageserver'
import type { Connection, InitializeParams, InitializeResult } from 'vscode-languageserver'
import type { InitializationOptions } from '../protocol'
import { capabilitiesFor, readClient } from './capabilities'
import { logText } from '../safe/text'
import { describeError, guardEvent } from './guard'
import type { Host, Log } from './host'
import { Life } from './life'
import { registerFeatures } from './register'
import { Session } from './session'

/** Serves one client over one connection, until it says exit. The host listens on the connection afterwards. */
export function startServer(connection: Connection, host: Host): void {
  const { console } = connection
  const log: Log = {
    info: line => {
      console.info(logText(line))
    },
    warn: line => {
      console.warn(logText(line))
    },
    error: line => {
      console.error(logText(line))
    },
  }
  const life = new Life()
  // What no feature answers, or none yet, or none any more.
  connection.onRequest(
    method => life.refusal() ?? new ResponseError(ErrorCodes.MethodNotFound, `Unhandled method ${method}`),
  )
  connection.onInitialize(async (params: InitializeParams): Promise<InitializeResult> => {
    life.begin()
    const client = readClient(params)
    const python = await host
      .loadPython(params.initializationOptions as InitializationOptions | undefined)
      .catch((error: unknown) => {
        life.failed()
        throw new Error(`The Python parser could not be loaded: ${describeError(error)}`)
      })
    // Only now: before this answer a client may send nothing else.
    const options = params.initializationOptions as InitializationOptions | undefined
    const session = new Session(connection, host, log, python, client, options)
    life.serves(session, registerFeatures(connection, log, session))
    // In place of the library's own, which would set up its parts anew before it asks.
    connection.onRequest(InitializeRequest.method, () => {
      life.begin()
    })
    connection.onInitialized(
      guardEvent(log, 'starting', () => {
        log.info(`Reads Python with ${python.grammar}, in ${host.place ?? 'an unknown place'}`)
        return session.start()
      }),
    )
    return { capabilities: capabilitiesFor(client), serverInfo: { name: 'Nova Config Review' } }
  })
  connection.onShutdown(() => {
    life.end()
  })
}
