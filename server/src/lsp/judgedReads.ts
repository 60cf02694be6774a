import { LineIndex, comparePositions, readingModule } from '../engine/index'
import type { JudgedFile, Module, Position, Range } from '../engine/index'
import type { Breathing } from './breathing'
import type { Uses } from './uses'

interface Kept {
  readonly judged: JudgedFile
  /** The text that it was found in. */
  readonly text: string
}

/**
 * What rules judge of the files' reads, as it was when everything had been read: nobody waits for it. In a text that has
 * been typed in since, it has moved along.
 */
export class JudgedReads {
  private known: ReadonlyMap<string, Kept> | undefined
  /** By the text that is current, what was made of the one before. */
  private readonly moved = new Map<string, Kept>()
  private readonly modules = new WeakMap<JudgedFile, Module>()
  private readonly serials = new WeakMap<JudgedFile, number>()
  private nextSerial = 1
  private runs = 0

  constructor(private readonly uses: Uses) {}

  /** Takes in what there is to judge once all files have been read. Returns whether it is other than before. */
  async update(breathing: Breathing): Promise<boolean> {
    const run = (this.runs += 1)
    const known = new Map<string, Kept>()
    for (const [file, text] of this.uses.texts()) {
      const judged = this.uses.judged(file)
      const before = this.known?.get(file)
      if (judged) known.set(file, before && isSame(before.judged, judged) ? { ...before, text } : { judged, text })
      await breathing.pause()
    }
    // A later run sees all that this one does.
    if (run !== this.runs) return false
    const isOther =
      known.size !== this.known?.size ||
      [...known].some(([file, { judged }]) => this.known?.get(file)?.judged !== judged)
    this.known = known
    this.moved.clear()
    return isOther
  }

  /** What there is to judge in a file; null where there is nothing, undefined where that is not known yet. */
  of(file: string): JudgedFile | null | undefined {
    if (this.known === undefined) return undefined
    const kept = this.known.get(file)
    if (kept === undefined) return null
    const now = this.uses.waitingText(file)
    if (now === undefined || now === kept.text) return kept.judged
    const moved = this.moved.get(file)
    if (moved?.text === now) return moved.judged
    // From the text before, the changes are the smallest.
    const judged = movedReads(moved ?? kept, now)
    this.moved.set(file, { judged, text: now })
    return judged
  }

  /** A number that is another when what there is to judge in a file is; 0 where nothing is known to be. */
  serialOf(file: string): number {
    const judged = this.of(file)
    if (!judged) return 0
    let serial = this.serials.get(judged)
    if (serial === undefined) this.serials.set(judged, (serial = this.nextSerial++))
    return serial
  }

  /** A module of a file that declares nothing, where there is something to judge in it. */
  moduleOf(file: string): Module | undefined {
    const judged = this.of(file)
    if (!judged) return undefined
    let module = this.modules.get(judged)
    if (module === undefined) this.modules.set(judged, (module = readingModule(judged)))
    return module
  }

  /** The files in which there is something to judge. */
  files(): Iterable<string> {
    return this.known?.keys() ?? []
  }
}

function isSame(one: JudgedFile, other: JudgedFile): boolean {
  const plain = ({ reads, comments }: JudgedFile): string =>
    JSON.stringify([reads.map(read => ({ ...read, options: [] })), comments])
  return (
    one.reads.length === other.reads.length &&
    one.reads.every(({ options }, at) => {
      const others = other.reads[at]?.options ?? []
      return options.length === others.length && options.every((option, index) => option === others[index])
    }) &&
    plain(one) === plain(other)
  )
}

/** The same in a text that was changed in one place: what stood there is gone. */
function movedReads({ judged, text }: Kept, now: string): JudgedFile {
  let start = 0
  const shorter = Math.min(text.length, now.length)
  while (start < shorter && text.charCodeAt(start) === now.charCodeAt(start)) start++
  let same = 0
  while (same < shorter - start && text.charCodeAt(text.length - 1 - same) === now.charCodeAt(now.length - 1 - same))
    same++
  const [before, after] = [new LineIndex(text), new LineIndex(now)]
  const from = before.positionAt(start)
  const to = before.positionAt(text.length - same)
  const move = (position: Position): Position =>
    comparePositions(position, from) <= 0
      ? position
      : after.positionAt(before.offsetAt(position) + now.length - text.length)
  const range = ({ start, end }: Range): Range => ({ start: move(start), end: move(end) })
  const isLeft = ({ start, end }: Range): boolean => comparePositions(end, from) < 0 || comparePositions(start, to) > 0
  return {
    file: judged.file,
    isWhole: judged.isWhole,
    reads: judged.reads
      .filter(read => isLeft(read.range))
      .map(read => ({
        ...read,
        range: range(read.range),
        nameRange: range(read.nameRange),
        sinks: read.sinks.map(sink => ({ ...sink, position: move(sink.position) })),
      })),
    comments: judged.comments
      .filter(comment => isLeft(comment.range))
      .map(comment => ({ ...comment, range: range(comment.range) })),
  }
}
