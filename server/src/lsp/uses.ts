import { ReadIndex, comparePositions, keyText, knownValue, optionKey, touches } from '../engine/index'
import type {
  Declared,
  Entity,
  JudgedFile,
  Module,
  Option,
  OptionKey,
  Project,
  PythonParser,
  TeamSink,
  Use,
} from '../engine/index'
import { Breathing } from './breathing'
import type { Traffic } from './breathing'
import { describeError } from './guard'
import type { Reader } from './readers'
import type { Log } from './host'
import type { Position } from 'vscode-languageserver'

/** Where options are used, of all files that were handed in: read in slices after the declarations, or when asked for. */
export class Uses implements Reader {
  private readonly index: ReadIndex
  /** Texts that have not been read yet. */
  private readonly waiting = new Map<string, string>()
  private atWork: Promise<void> | undefined
  private knownSinks = '[]'
  /** The files whose declarations the index has taken in. */
  private declaring: readonly Module[] = []
  private joined: { readonly epoch: number; readonly byKey: ReadonlyMap<string, readonly Use[]> } | undefined
  /** Another number after every change of what is read or declared. */
  epoch = 0

  constructor(
    private readonly project: Project,
    private readonly python: PythonParser,
    private readonly log: Log,
    private readonly traffic: Traffic,
    private readonly sinks: () => readonly TeamSink[] = () => [],
  ) {
    this.index = new ReadIndex(project.moduleNames)
  }

  put(uri: string, text: string): void {
    this.epoch += 1
    this.waiting.set(uri, text.includes('\0') ? '' : text)
  }

  remove(uri: string): void {
    this.epoch += 1
    this.waiting.delete(uri)
    this.index.remove(uri)
  }

  /** Reads what waits, in small steps between which the server answers the editor; resolves when nothing waits any more. */
  work(): Promise<void> {
    this.atWork ??= this.readAll().finally(() => (this.atWork = undefined))
    return this.atWork
  }

  private async readAll(): Promise<void> {
    const breathing = new Breathing(this.traffic)
    for (;;) {
      const [next] = this.waiting.keys()
      if (next === undefined) return
      this.read(next)
      await breathing.pause()
    }
  }

  /** The use whose option's name a position touches; of several, which one expression may be, the first. */
  at(uri: string, position: Position): Use | undefined {
    const found = this.in(uri).filter(use => touches(use.nameRange, position))
    return found.reduce<Use | undefined>(
      (best, use) => (best === undefined || comparePositions(use.range.start, best.range.start) > 0 ? use : best),
      undefined,
    )
  }

  /** The uses in the code of one file, in their order. */
  in(uri: string): readonly Use[] {
    this.read(uri)
    return this.upToDate().usesIn(uri)
  }

  /** All uses of some options, each once. */
  of(keys: readonly OptionKey[]): readonly Use[] {
    const index = this.upToDate()
    return [...new Map(keys.map(key => [keyText(key), key])).values()].flatMap(key => index.usesOf(key))
  }

  /**
   * The uses of all options by `keyText`, those that nobody uses included, once everything has been read: made in small
   * steps, and kept until something changes.
   */
  async ofAll(): Promise<ReadonlyMap<string, readonly Use[]>> {
    await this.work()
    const breathing = new Breathing(this.traffic)
    for (const step of this.upToDate().ahead()) {
      void step
      await breathing.pause()
    }
    for (const file of this.upToDate().fileNames()) {
      this.upToDate().usesIn(file)
      await breathing.pause()
    }
    const index = this.upToDate()
    if (this.joined?.epoch !== this.epoch) {
      const byKey = index.options().map(({ group, option, uses }) => [keyText(optionKey(group, option)), uses] as const)
      this.joined = { epoch: this.epoch, byKey: new Map(byKey) }
    }
    return this.joined.byKey
  }

  /** A text that has come in since its file was last read. */
  waitingText(uri: string): string | undefined {
    return this.waiting.get(uri)
  }

  /** What there is to judge in a file, as it was read last. */
  judged(uri: string): JudgedFile | undefined {
    return this.upToDate().judged(uri)
  }

  /** The declarations of the option that is used somewhere. */
  declarationsOf({ group, option }: Use): readonly Option[] {
    return this.declared.optionsOf(group, option)
  }

  get declared(): Declared {
    return this.upToDate().declared
  }

  /** What a dotted path that begins with a name of a file's module leads to. */
  lookUp(uri: string, path: readonly string[]): readonly Entity[] {
    this.read(uri)
    return this.upToDate().lookUp(uri, path)
  }

  /** All texts that have been read. */
  texts(): Iterable<readonly [uri: string, text: string]> {
    return this.index.texts(true)
  }

  private upToDate(): ReadIndex {
    this.heedSinks()
    const modules = [...this.project.modules()]
    // Modules are replaced when anything in them changes.
    if (modules.length !== this.declaring.length || modules.some((module, at) => module !== this.declaring[at])) {
      this.index.declare(modules)
      this.declaring = modules
      this.epoch += 1
    }
    return this.index
  }

  /** Where the team names other calls than before, everything is read anew. */
  private heedSinks(): void {
    const sinks = this.sinks()
    const text = JSON.stringify(sinks)
    if (text === this.knownSinks) return
    this.knownSinks = text
    this.index.setSinks(sinks)
    for (const [uri, content] of this.index.texts()) if (!this.waiting.has(uri)) this.put(uri, content)
  }

  private read(uri: string): void {
    this.heedSinks()
    const text = this.waiting.get(uri)
    if (text === undefined) return
    this.waiting.delete(uri)
    try {
      this.index.setText(uri, text, this.python)
    } catch (error) {
      this.log.error(`The uses of options in ${uri} could not be read: ${describeError(error)}`)
    }
  }
}

/** The keys of an option: one for each of its groups; none where its name is not known. */
export function keysOf(option: Option): readonly OptionKey[] {
  const dest = knownValue(option.dest) ?? knownValue(option.name)
  return dest === undefined ? [] : option.membership.groups.map(group => optionKey(group, dest))
}
