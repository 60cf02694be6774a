import type { CancellationToken } from 'vscode-languageserver'
import { Breathing } from './breathing'
import { describeError } from './guard'
import type { Host, Log } from './host'
import type { Sources } from './sources'

/** The client's side of reading the workspace. */
export interface WorkspaceReader {
  /** All Python files that the globs let through. */
  list(): Promise<readonly string[]>
  /** Their texts in the same order; null where one cannot be read (the client has logged why). */
  read(uris: readonly string[]): Promise<readonly (string | null)[]>
}

/** How a run of the index is shown to people, and given up by them. */
export interface IndexProgress {
  readonly token: CancellationToken
  report(percent: number, message: string): void
  done(): void
}

export interface IndexWorld {
  readonly host: Pick<Host, 'now'>
  readonly log: Log
  readonly reader: WorkspaceReader
  readonly sources: Sources
  /** Hands in the text of an open document, which wins over the disk; false when the file is not open. */
  takeOpen(uri: string): boolean
  startProgress(): Promise<IndexProgress>
  /** Called after each batch: there may be more facts now. */
  readonly advanced: () => void
}

const batchSize = 48
/** Reads all files of the workspace into the project, in small steps between which the server answers the editor. */
export class Indexer {
  /** The files of the last listing, and those that came since. */
  readonly listed = new Set<string>()
  /** Those whose text on disk is not in the project: it could not be read, or has not been read yet. */
  readonly unread = new Set<string>()

  constructor(private readonly world: IndexWorld) {}

  /**
   * Reads the workspace; true when all of it has been read, false when `superseded` or the person at the progress bar
   * ended it before.
   */
  async run(superseded: CancellationToken): Promise<boolean> {
    const { host, log, reader } = this.world
    const progress = await this.world.startProgress()
    const isOver = (): boolean => superseded.isCancellationRequested || progress.token.isCancellationRequested
    const start = host.now()
    try {
      const uris = await reader.list()
      if (isOver()) return false
      this.relist(uris)
      const missing = await this.readAll(uris, isOver, done => {
        progress.report((60 * done) / uris.length, `${String(done)} of ${String(uris.length)} files read`)
      })
      if (!isOver()) {
        progress.report(60, 'Following the declarations')
        await this.understand(isOver, this.world.advanced)
      }
      const time = Math.round(host.now() - start)
      const left = missing === 0 ? '' : `, ${String(missing)} could not be read`
      log.info(`${isOver() ? 'Gave up reading' : 'Read'} ${String(uris.length)} files in ${String(time)} ms${left}`)
      return !isOver()
    } catch (error) {
      log.error(`Reading the workspace failed: ${describeError(error)}`)
      return false
    } finally {
      progress.done()
    }
  }

  /** Reads files that came or changed on disk. */
  async readAgain(uris: readonly string[]): Promise<void> {
    for (const uri of uris) this.listed.add(uri)
    await this.readAll(uris, () => false)
  }

  /** Forgets files that went from the disk. */
  forget(uris: readonly string[]): void {
    for (const uri of uris) {
      this.listed.delete(uri)
      this.unread.delete(uri)
      if (!this.world.takeOpen(uri)) this.world.sources.remove(uri)
    }
  }

  /** Makes the project understand what it has, reading what it asks for to do so, until it asks for nothing new. */
  async understand(isOver: () => boolean = () => false, advanced: () => void = () => undefined): Promise<void> {
    const asked = new Set<string>()
    for (;;) {
      await this.prepare(isOver, advanced)
      const wanted = this.world.sources.wanted().filter(uri => !asked.has(uri))
      if (wanted.length === 0 || isOver()) return
      for (const uri of wanted) asked.add(uri)
      await this.readAll(wanted, isOver)
    }
  }

  /** Follows the files one by one, so that nobody waits for all of them at once. */
  private async prepare(isOver: () => boolean, advanced: () => void): Promise<void> {
    const breathing = new Breathing(this.world.host.now)
    for (const uri of this.world.sources.inOrder()) {
      if (isOver()) return
      this.world.sources.prepare(uri)
      advanced()
      await breathing.pause()
    }
  }

  private relist(uris: readonly string[]): void {
    const present = new Set(uris)
    this.forget([...this.listed].filter(uri => !present.has(uri)))
    for (const uri of present) {
      this.listed.add(uri)
      this.world.sources.exists(uri)
    }
  }

  /** Returns how many could not be read. */
  private async readAll(
    uris: readonly string[],
    isOver: () => boolean,
    report?: (done: number) => void,
  ): Promise<number> {
    let missing = 0
    for (const uri of uris) this.unread.add(uri)
    let next = this.readBatch(uris, 0)
    for (let at = 0; at < uris.length && !isOver(); at += batchSize) {
      const texts = await next
      // The client reads the next batch while this one is parsed.
      next = this.readBatch(uris, at + batchSize)
      missing += await this.takeIn(uris.slice(at, at + batchSize), texts, isOver)
      report?.(Math.min(at + batchSize, uris.length))
      this.world.advanced()
    }
    return missing
  }

  private readBatch(uris: readonly string[], at: number): Promise<readonly (string | null)[]> {
    const batch = uris.slice(at, at + batchSize)
    if (batch.length === 0) return Promise.resolve([])
    return this.world.reader.read(batch).catch((error: unknown) => {
      this.world.log.error(`Reading ${String(batch.length)} files failed: ${describeError(error)}`)
      return batch.map(() => null)
    })
  }

  private async takeIn(
    uris: readonly string[],
    texts: readonly (string | null)[],
    isOver: () => boolean,
  ): Promise<number> {
    const { host, sources } = this.world
    const breathing = new Breathing(host.now)
    let missing = 0
    for (const [index, uri] of uris.entries()) {
      if (isOver()) break
      const text = texts[index] ?? null
      if (text === null) missing += 1
      const isOpen = this.world.takeOpen(uri)
      if (!isOpen) sources.put(uri, text ?? '')
      if (isOpen || text !== null) this.unread.delete(uri)
      await breathing.pause()
    }
    return missing
  }
}
