import type { PythonParser } from '../../server/src/engine/index'
import { choose, type Daring } from './choose'
import { differencesAfter, differencesFromFresh, type Past } from './compare'
import { Editor } from './editor'
import type { ClientKind, Operation, Texts } from './operation'
import { Random } from './random'
import { shrink } from './shrink'

export interface Soak {
  readonly seed: number
  readonly kind: ClientKind
  readonly start: Texts
  readonly daring: Daring
  readonly parser: Promise<PythonParser>
  /** How often a failing sequence is tried with less in it. */
  readonly tries: number
}

/** What was found: the differences, and the shortest past that leads to them. */
export interface Found {
  readonly burst: number
  readonly differences: readonly string[]
  /** What both servers had when they differed. */
  readonly texts: Texts
  /** undefined: none of the latest bursts, played again, led to it. */
  readonly past: Past | undefined
}

/** So many bursts are kept to be played again. */
const remembered = 16

/** Random work in an editor, burst after burst, each followed by a comparison with a server that knows no past. */
export class Soaking {
  bursts = 0
  operations = 0
  private readonly random: Random
  private readonly latest: { texts: Texts; operations: Operation[] }[] = []

  private constructor(
    private readonly soak: Soak,
    private editor: Editor,
  ) {
    this.random = new Random(soak.seed)
  }

  static async begin(soak: Soak): Promise<Soaking> {
    return new Soaking(soak, await Editor.start(soak.start, soak.kind, soak.parser))
  }

  /** Plays one burst and compares; undefined when there is no difference. Goes on from the texts of now after one. */
  async burst(): Promise<Found | undefined> {
    const { kind, parser } = this.soak
    const round = { texts: this.editor.texts, operations: [] as Operation[] }
    this.latest.push(round)
    this.latest.splice(0, this.latest.length - remembered)
    this.bursts += 1
    const differences = await this.playInto(round.operations).catch((error: unknown) => [String(error)])
    if (differences.length === 0) return undefined
    const { texts } = this.editor
    const found = { burst: this.bursts, differences, texts, past: await this.shortest() }
    await this.editor.stop().catch(() => undefined)
    this.editor = await Editor.start(texts, kind, parser)
    this.latest.length = 0
    return found
  }

  /** Brings everything back to how it was at the beginning, so that two looks at the memory can be compared. */
  async home(): Promise<void> {
    const { texts } = this.editor
    const { files, folders, settings } = this.soak.start
    await this.editor.play([
      ...texts.open.map(({ uri }): Operation => ({ do: 'close', uri })),
      { do: 'branch', files: 0, name: '' },
      ...Object.keys(texts.files)
        .filter(uri => !(uri in files) && uri.endsWith('.py'))
        .map((uri): Operation => ({ do: 'delete', uri })),
      ...Object.keys(texts.files)
        .filter(uri => uri.endsWith('.json'))
        .map((uri): Operation => ({ do: 'settingsFile', uri, text: null })),
      { do: 'write', files: { ...files } },
      { do: 'settings', settings },
      { do: 'folders', added: [...folders], removed: [...texts.folders] },
      { do: 'refresh' },
      { do: 'rest' },
    ])
    this.latest.length = 0
  }

  stop(): Promise<void> {
    return this.editor.stop()
  }

  private async playInto(played: Operation[]): Promise<string[]> {
    for (let left = 1 + this.random.below(10); left > 0; left -= 1) {
      const operations = choose(this.random, this.editor.texts, this.soak.start, this.soak.daring)
      played.push(...operations)
      this.operations += operations.length
      await this.editor.play(operations)
    }
    played.push({ do: 'rest' })
    await this.editor.rest()
    return differencesFromFresh(this.editor, this.soak.kind, this.soak.parser)
  }

  /** Looks for the fewest of the latest bursts that lead to a difference again, and leaves out what it can. */
  private async shortest(): Promise<Past | undefined> {
    const fails = async (past: Past): Promise<boolean> => (await differencesAfter(past, this.soak.parser)).length > 0
    for (let count = 1; count / 2 < this.latest.length; count *= 2) {
      const rounds = this.latest.slice(-count)
      const past = {
        kind: this.soak.kind,
        texts: rounds[0]!.texts,
        operations: rounds.flatMap(({ operations }) => operations),
      }
      if (await fails(past)) return shrink(past, fails, this.soak.tries)
    }
    return undefined
  }
}
