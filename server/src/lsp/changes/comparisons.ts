import {
  acceptChanges,
  announce,
  type AcceptedChange,
  diffInventories,
  type JudgedChange,
  mentionsOsloConfig,
  namesIn,
  type Project,
  type PythonParser,
} from '../../engine/index'
import { misnamedNotes } from '../../diff/misnamedNotes'
import { isNote, notesBetween } from '../../diff/releaseNotes'
import { tagsIn } from '../../diff/tags'
import { readTwoSides } from '../../diff/twoSides'
import { summaryOf } from '../../diff/words'
import { kindOfPath, pythonFiles } from '../../fileKinds'
import type { ChangesParams, ChangesResult } from '../../protocol'
import { label, message } from '../../safe/text'
import { Breathing } from '../breathing'
import type { Traffic } from '../breathing'
import { canonicalUri } from '../canonicalUri'
import { changeSections } from './changeRows'
import { plainNote } from './plainNote'
import { treesOf } from './trees'

export interface ComparisonWorld {
  readonly project: Project
  readonly python: PythonParser
  readonly traffic: Traffic
  /** All files that were found in the workspace. */
  listed(): Iterable<string>
  /** Whether a file is of the workspace and read. */
  belongs(uri: string): boolean
  isReading(): boolean
  /** What the team has agreed on for the files below a folder. */
  acceptedBelow(root: string): readonly AcceptedChange[]
  read(root: string, commit: string | null, paths: readonly string[]): Promise<readonly (string | null)[]>
  today(): string
  /** Hears what was found; undefined where the two could not be compared. */
  compared(changes: readonly JudgedChange[] | undefined): void
}

/** A later question ends an earlier one. */
class Overtaken extends Error {}

/** Compares the workspace with an earlier state of its repository, one question at a time. */
export class Comparisons {
  private questions = 0
  constructor(private readonly world: ComparisonWorld) {}

  /** Answers `novaConfigReview/changes`. */
  async compare(params: ChangesParams): Promise<ChangesResult> {
    const question = (this.questions += 1)
    if (this.world.isReading()) return { state: 'reading' }
    const breathing = new Breathing(this.world.traffic)
    try {
      return await this.answer(params, async () => {
        await breathing.pause()
        if (question !== this.questions) throw new Overtaken()
      })
    } catch (error) {
      if (error instanceof Overtaken) return { state: 'overtaken' }
      this.world.compared(undefined)
      return { state: 'failed', reason: message(error instanceof Error ? error.message : String(error)) }
    }
  }

  /** Gives up what is being compared. */
  cancel(): void {
    this.questions += 1
  }

  private async answer(params: ChangesParams, pause: () => Promise<void>): Promise<ChangesResult> {
    const { world } = this
    const root = canonicalUri(params.root).replace(/\/$/, '')
    const places = new Places(root)
    const isRead = (path: string): boolean =>
      isNote(path) || (kindOfPath(path) === pythonFiles && world.belongs(places.uriOf(path)))
    const [before, after] = [params.before, params.after].map(paths => new Set(paths.filter(isRead)))
    const files = [...world.listed()].flatMap(uri => (kindOfPath(uri) === pythonFiles ? places.pathOf(uri) : []))
    const textNow = (path: string): string | undefined => world.project.textOf(places.uriOf(path))
    const about = files.filter(path => mentionsOsloConfig(textNow(path) ?? ''))
    const read = (commit: string | null, paths: readonly string[]) => world.read(params.root, commit, paths)
    const differing = { base: params.base, before: before!, after: after! }
    const { base, head } = treesOf(differing, { files, about, textNow, read })
    const sides = await readTwoSides(base, head, world.python, pause)
    const { notes } = await notesBetween(base, head, plainNote)
    await pause()
    const names = namesIn([...sides.base, ...sides.head])
    const commits = params.commits
      .map(one => ({ ...one, tags: tagsIn(one.message) }))
      .filter(one => one.tags.length > 0)
    const changes = announce(diffInventories(sides.base, sides.head), { notes, commits }, names)
    const misnamed = await misnamedNotes(notes, changes, sides, [base, head])
    await pause()
    const judged = acceptChanges(changes, world.acceptedBelow(root), world.today())
    world.compared(judged.changes)
    return {
      state: 'compared',
      sections: changeSections(judged.changes),
      summary: summaryOf(judged.changes, sides.incomplete.length === 0),
      problems: [
        ...[...sides.incomplete, ...misnamed].map(({ file, reason }) => `${label(file)} ${message(reason)}`),
        ...judged.unmatched.map(
          ({ option, kind }) => `Settings accept what has not changed: ${kind} of ${label(option)}`,
        ),
      ],
    }
  }
}

/** Paths from a repository's folder, and the URIs of their files. */
class Places {
  constructor(private readonly root: string) {}

  uriOf(path: string): string {
    return canonicalUri(`${this.root}/${path.split('/').map(encodeURIComponent).join('/')}`)
  }

  /** None outside of the folder. */
  pathOf(uri: string): string[] {
    if (!uri.startsWith(`${this.root}/`)) return []
    return [decodeURIComponent(uri.slice(this.root.length + 1))]
  }
}
