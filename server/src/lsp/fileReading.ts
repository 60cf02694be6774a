import { Breathing } from './breathing'
import type { Traffic } from './breathing'
import type { FileEvents } from './fileEvents'
import { describeError } from './guard'
import type { Log } from './host'
import { NoAnswer, inTime } from './inTime'
import type { Readers } from './readers'
import type { Sources } from './sources'

export interface ReadingWorld {
  readonly log: Log
  readonly traffic: Traffic
  readonly readers: Readers
  readonly sources: Sources
  /** The texts of files in the same order; null where one cannot be read (the client has logged why). */
  read(uris: readonly string[]): Promise<readonly (string | null)[]>
  /** How long an answer is waited for before others are asked for, in milliseconds. */
  readonly patience: number
  /** Hands in the text of an open document, which wins over the disk; false when the file is not open. */
  takeOpen(uri: string): boolean
  /** Called after each batch: there may be more facts now. */
  readonly advanced: () => void
}

/** Work that may be given up. */
export interface Run {
  isOver(): boolean
  /** Settles as `answer` does, or with undefined once the work is given up. Keeps nothing of the answer. */
  orOver<T>(answer: Promise<T>): Promise<T | undefined>
}

/** Work that goes on to its end. */
export function untilDone(): Run {
  return { isOver: () => false, orOver: answer => answer }
}

interface Batch {
  readonly uris: readonly string[]
  readonly asked: number
  /** Undefined where the client did not tell. */
  readonly texts: Promise<Texts | undefined>
}
type Texts = readonly (string | null)[]

const batchSize = 48

/** Brings texts from the client into the project, batch by batch. An answer that does not come stops no other. */
export class FileReading {
  /** Files whose text on disk is not in the project, with the question that is to bring it, once it has been put. */
  private readonly awaited = new Map<string, number | undefined>()
  /** Files that the client was asked for and has not answered yet. */
  private readonly underWay = new Set<string>()

  constructor(
    private readonly world: ReadingWorld,
    private readonly events: FileEvents,
  ) {}

  /** Files whose text on disk is not in the project: it could not be read, or has not been read yet. */
  get unread(): Iterable<string> {
    return this.awaited.keys()
  }

  isUnderWay(uri: string): boolean {
    return this.underWay.has(uri)
  }

  /** Nobody needs the file's text any more. */
  forget(uri: string): void {
    this.awaited.delete(uri)
  }

  /** Returns how many could not be read, or not in time. */
  async readAll(uris: readonly string[], run: Run, report?: (done: number) => void): Promise<number> {
    let missing = 0
    for (const uri of uris) this.awaited.set(uri, undefined)
    let next = this.ask(uris, 0, run)
    for (let at = 0; next !== undefined; at += batchSize) {
      const batch = next
      const texts = await this.answerTo(batch, run)
      // The client reads the next batch while this one is parsed.
      next = this.ask(uris, at + batchSize, run)
      if (texts === 'late') {
        missing += batch.uris.length
        void this.takeLate(batch, run)
      } else {
        missing += await this.takeIn(batch, texts, run)
      }
      report?.(Math.min(at + batchSize, uris.length))
      this.world.advanced()
    }
    return missing
  }

  private ask(uris: readonly string[], at: number, run: Run): Batch | undefined {
    const batch = uris.slice(at, at + batchSize)
    if (batch.length === 0 || run.isOver()) return undefined
    const asked = this.events.ask()
    for (const uri of batch) {
      this.awaited.set(uri, asked)
      this.underWay.add(uri)
    }
    const texts = this.world.read(batch).catch((error: unknown) => {
      this.world.log.error(`Reading ${String(batch.length)} files failed: ${describeError(error)}`)
      return undefined
    })
    return { uris: batch, asked, texts }
  }

  private async answerTo(batch: Batch, run: Run): Promise<Texts | undefined | 'late'> {
    try {
      const texts = inTime(batch.texts, this.world.patience).then(texts => ({ texts }))
      const answer = await run.orOver(texts)
      return answer === undefined ? 'late' : answer.texts
    } catch (error) {
      if (!(error instanceof NoAnswer)) throw error
      this.world.log.warn(`Reading ${String(batch.uris.length)} files goes on without them: ${error.message}`)
      return 'late'
    }
  }

  private async takeLate(batch: Batch, run: Run): Promise<void> {
    await this.takeIn(batch, await batch.texts, run)
    this.world.advanced()
  }

  private async takeIn({ uris, asked }: Batch, texts: Texts | undefined, run: Run): Promise<number> {
    const breathing = new Breathing(this.world.traffic)
    let missing = 0
    for (const [index, uri] of uris.entries()) {
      this.underWay.delete(uri)
      if (run.isOver()) continue
      const text = texts?.[index] ?? null
      if (text === null) missing += 1
      const isOpen = this.world.takeOpen(uri)
      if (!isOpen && this.events.takes(asked, uri)) this.put(uri, text, texts !== undefined)
      if (isOpen || (text !== null && this.awaited.get(uri) === asked)) this.awaited.delete(uri)
      await breathing.pause()
    }
    this.events.done()
    return missing
  }

  private put(uri: string, text: string | null, isTold: boolean): void {
    const { readers, sources, log } = this.world
    // Where the client did not tell, what is known of the file stays.
    if (!isTold && sources.has(uri)) return
    try {
      readers.put(uri, text ?? '')
    } catch (error) {
      log.error(`${uri} could not be taken in: ${describeError(error)}`)
    }
  }
}
