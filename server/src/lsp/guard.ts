import { LSPErrorCodes, ResponseError } from 'vscode-languageserver'
import type { CancellationToken } from 'vscode-languageserver'
import type { Log } from './host'

/** A handler of one request, as the connection calls it. */
export type Handler<P, R> = (params: P, token: CancellationToken) => R | Promise<R>

/**
 * Makes a request handler that cannot fail: what it throws is logged under `method` and answered with `empty()`, and a
 * request that was cancelled before its turn is refused as such.
 */
export function guard<P, R>(log: Log, method: string, handler: Handler<P, R>, empty: () => R) {
  return async (params: P, token: CancellationToken): Promise<R> => {
    if (token.isCancellationRequested) throw new ResponseError(LSPErrorCodes.RequestCancelled, 'Cancelled')
    try {
      return await handler(params, token)
    } catch (error) {
      log.error(`${method} failed: ${describeError(error)}`)
      return empty()
    }
  }
}

/** The same for what answers nobody: notifications and timers. */
export function guardEvent<P extends unknown[]>(
  log: Log,
  name: string,
  handler: (...params: P) => void | Promise<void>,
): (...params: P) => Promise<void> {
  return async (...params) => {
    try {
      await handler(...params)
    } catch (error) {
      log.error(`${name} failed: ${describeError(error)}`)
    }
  }
}

/** What was thrown, with its stack where there is one. */
export function describeError(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error)
}
