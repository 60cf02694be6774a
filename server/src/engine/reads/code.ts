import type { PythonParser } from '../syntax/parser'
import type { Comment } from '../project/module'
import { lineStartsOf } from '../text'
import { carriedIn } from './bodies'
import type { Called } from './callees'
import { type Carried, type Holder, holderKey, nothingCarried } from './carried'
import { type Definition, definitionsIn } from './definitions'
import type { FileReads } from './fact'
import { commentsIn } from './judged'
import type { SinkAt } from './sinks'

/** A file's text with what is known of it: what values do in it that come from elsewhere is found out once somebody asks. */
export class Code implements Called {
  private readonly answers = new Map<string, Carried>()
  private defined: ReadonlyMap<string, Definition> | undefined
  private starts: Uint32Array | undefined

  constructor(
    readonly file: string,
    readonly facts: FileReads,
    private readonly isPackage: boolean,
    private readonly sinkAt: SinkAt,
    readonly text: string,
    private readonly python: PythonParser,
  ) {}

  get definitions(): ReadonlyMap<string, Definition> {
    return (this.defined ??= definitionsIn(this.text))
  }

  get comments(): readonly Comment[] {
    return commentsIn(this.text, this.python)
  }

  get lineStarts(): Uint32Array {
    if (this.facts.lineStarts.length > 0) return this.facts.lineStarts
    return (this.starts ??= Uint32Array.from(lineStartsOf(this.text)))
  }

  mentions(word: string): boolean {
    return this.text.includes(word)
  }

  /** Finds out where values of holders go that it has not been asked for yet, all at once. */
  prepare(sought: readonly Holder[]): void {
    const open = sought.filter(holder => !this.answers.has(holderKey(holder)))
    if (open.length === 0) return
    const { facts, isPackage, definitions, sinkAt } = this
    for (const [key, carried] of carriedIn(this.text, { facts, isPackage, definitions, sinkAt }, open, this.python))
      this.answers.set(key, carried)
  }

  carried(holder: Holder): Carried {
    this.prepare([holder])
    return this.answers.get(holderKey(holder)) ?? nothingCarried
  }
}
