import type { CancellationToken, Disposable } from 'vscode-languageserver'
import { Breathing } from './breathing'
import { FileEvents } from './fileEvents'
import { FileReading, untilDone } from './fileReading'
import type { ReadingWorld, Run } from './fileReading'
import { describeError } from './guard'

/** How a run of the index is shown to people, and given up by them. */
export interface IndexProgress {
  readonly token: CancellationToken
  report(percent: number, message: string): void
  done(): void
}

export interface IndexWorld extends ReadingWorld {
  /** All sought files that the globs let through; others may be among them. */
  list(): Promise<readonly string[]>
  /** Whether a file is of the workspace and its globs let it through. */
  belongs(uri: string): boolean
  startProgress(): IndexProgress
}

/** Reads all files of the workspace into the project, in small steps between which the server answers the editor. */
export class Indexer {
  /** The files of the last listing, and those that came since. */
  readonly listed = new Set<string>()
  private readonly events = new FileEvents()
  private readonly reading: FileReading

  constructor(private readonly world: IndexWorld) {
    this.reading = new FileReading(world, this.events)
  }

  /** Those whose text on disk is not in the project: it could not be read, or has not been read yet. */
  get unread(): Iterable<string> {
    return this.reading.unread
  }

  /**
   * Reads the workspace; true when all of it has been read, false when `superseded` or the person at the progress bar
   * ended it before.
   */
  async run(superseded: CancellationToken): Promise<boolean> {
    const { log, traffic } = this.world
    const progress = this.world.startProgress()
    const run = runUntil(superseded, progress.token)
    const start = traffic.now()
    try {
      const uris = await this.list(run)
      if (uris === undefined) return false
      const missing = await this.reading.readAll(uris, run, done => {
        progress.report((60 * done) / uris.length, `${String(done)} of ${String(uris.length)} files read`)
      })
      if (!run.isOver()) {
        progress.report(60, 'Following the declarations')
        await this.understand(run)
      }
      const time = Math.round(traffic.now() - start)
      const left = missing === 0 ? '' : `, ${String(missing)} could not be read`
      log.info(`${run.isOver() ? 'Gave up reading' : 'Read'} ${String(uris.length)} files in ${String(time)} ms${left}`)
      return !run.isOver()
    } catch (error) {
      log.error(`Reading the workspace failed: ${describeError(error)}`)
      return false
    } finally {
      progress.done()
    }
  }

  /** Reads files that came or changed on disk. */
  async readAgain(uris: readonly string[]): Promise<void> {
    for (const uri of uris) {
      this.listed.add(uri)
      this.events.changed(uri)
    }
    await this.reading.readAll(uris, untilDone())
  }

  /** Reads a listed file whose document was closed. Nothing has happened to the file: a listing under way still knows best. */
  async readClosed(uri: string): Promise<void> {
    await this.reading.readAll([uri], untilDone())
  }

  /** Forgets a file that went from the disk. */
  forget(uri: string): void {
    this.events.went(uri)
    this.listed.delete(uri)
    this.reading.forget(uri)
    if (!this.world.takeOpen(uri)) this.world.readers.remove(uri)
  }

  /** Reads what the project asks for to understand what it has; true when anything was asked for. */
  async readWanted(): Promise<boolean> {
    const wanted = this.world.sources.wanted().filter(uri => !this.reading.isUnderWay(uri))
    if (wanted.length === 0) return false
    await this.reading.readAll(wanted, untilDone())
    return true
  }

  /** Follows the files one by one, so that nobody waits for all of them at once. */
  async prepare(run: Run = untilDone(), advanced: () => void = () => undefined): Promise<void> {
    const { sources, traffic, log } = this.world
    const breathing = new Breathing(traffic)
    for (const uri of sources.inOrder()) {
      if (run.isOver()) return
      try {
        sources.prepare(uri)
      } catch (error) {
        log.error(`${uri} could not be followed: ${describeError(error)}`)
      }
      advanced()
      await breathing.pause()
    }
  }

  /** Makes the project understand what it has, reading what it asks for to do so, until it asks for nothing new. */
  private async understand(run: Run): Promise<void> {
    const asked = new Set<string>()
    for (;;) {
      await this.prepare(run, this.world.advanced)
      const wanted = this.world.sources.wanted().filter(uri => !asked.has(uri))
      if (wanted.length === 0 || run.isOver()) return
      for (const uri of wanted) asked.add(uri)
      await this.reading.readAll(wanted, run)
    }
  }

  /** Lists the files and forgets those that are no more; undefined when it was over before. */
  private async list(run: Run): Promise<readonly string[] | undefined> {
    const asked = this.events.ask()
    try {
      const uris = await run.orOver(this.world.list())
      if (run.isOver() || uris === undefined) return undefined
      return await this.relist(uris, asked, run)
    } finally {
      this.events.done()
    }
  }

  /** What came or went since the client was asked is known better than it could tell. */
  private async relist(uris: readonly string[], asked: number, run: Run): Promise<readonly string[] | undefined> {
    const breathing = new Breathing(this.world.traffic)
    const present = new Set<string>()
    for (const uri of uris) {
      if (this.world.belongs(uri) && !this.events.hasChangedSince(asked, uri)) present.add(uri)
      await breathing.pause()
      if (run.isOver()) return undefined
    }
    for (const uri of [...this.listed]) {
      if (!present.has(uri) && !this.events.hasChangedSince(asked, uri)) this.forget(uri)
      await breathing.pause()
    }
    for (const uri of present) {
      if (this.events.hasChangedSince(asked, uri)) continue
      this.listed.add(uri)
      this.world.sources.exists(uri)
      await breathing.pause()
    }
    return run.isOver() ? undefined : [...present].filter(uri => this.listed.has(uri))
  }
}

/** Work that is given up when one of the tokens says so. */
export function runUntil(...tokens: readonly CancellationToken[]): Run {
  return {
    isOver: () => tokens.some(token => token.isCancellationRequested),
    orOver: async answer => {
      const listeners: Disposable[] = []
      const over = new Promise<undefined>(resolve => {
        for (const token of tokens) listeners.push(token.onCancellationRequested(() => resolve(undefined)))
      })
      try {
        return await Promise.race([answer, over])
      } finally {
        // A promise that outlived the answer would keep it for as long: all texts of the workspace.
        for (const listener of listeners) listener.dispose()
      }
    },
  }
}
