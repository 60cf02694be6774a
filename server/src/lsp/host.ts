import type { CatalogueData, FileAccess, PythonParser } from '../engine/index'
import type { InitializationOptions } from '../protocol'

/** What the server needs of the place it runs in: Node, a browser worker, a test. */
export interface Host {
  /** Loads the parser, from the bytes that the client hands over or from beside the server. Rejects without them. */
  loadPython(options: InitializationOptions | undefined): Promise<PythonParser>
  /** Loads the catalogue of options, likewise. Rejects without it. */
  loadCatalogue(options: InitializationOptions | undefined): Promise<CatalogueData>
  /** Who may read files, in their order, each `file` a URI; left out by hosts that see no files. */
  readonly fileAccess?: (uris: readonly string[]) => Promise<readonly FileAccess[]>
  /** Where the server runs, for the log: `Node 20.20.0 on linux`. */
  readonly place?: string
  /** A clock that never goes back, in milliseconds. */
  readonly now: () => number
  /** The time of day, for what people say and when. */
  readonly date: () => Date
  /** How long an answer of the client is waited for where others wait, in milliseconds; some seconds by default. */
  readonly patience?: number
}

/** Where lines for people go: the client's log channel. */
export interface Log {
  info(line: string): void
  warn(line: string): void
  error(line: string): void
}
