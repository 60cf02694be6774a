import { DiagnosticSeverity } from 'vscode-languageserver'
import type { PythonParser, TeamSink } from '../engine/index'
import { diagnosticSource } from '../protocol'
import type { BrokenSettings } from '../protocol'
import { withoutFile } from '../settings/folderSettings'
import type { FolderSettings, PersonalSettings } from '../settings/folderSettings'
import type { SettingsProblem } from '../settings/jsonFile'
import { firstProblems } from '../settings/firstProblems'
import { configFile, loadFolder } from '../settings/loadFolder'
import { loadReviews, type LoadedReviews } from '../settings/loadReviews'
import { usualSettings } from '../settings/usualSettings'
import { message, visible } from '../safe/text'
import type { ClientLink } from './clientLink'
import { toRange } from './convert'
import { describeError } from './guard'
import type { Log } from './host'
import { folderOf, uriIn } from './scope'
import type { Folder } from './scope'

/** The settings of every folder: those of its own file over those that a person set in the editor. */
export class SettingsInForce {
  /** What a person set, for files that lie in no folder and for folders without settings of their own. */
  personal: PersonalSettings = usualSettings
  /** What a person set for a folder, by its URI. */
  personalIn: ReadonlyMap<string, PersonalSettings> = new Map()
  /** What was read last, so that a change of what a person set waits for no client. */
  private texts = new Map<string, Promise<string | undefined>>()
  private byFolder = new Map<string, FolderSettings>()
  private reviewsByFolder = new Map<string, LoadedReviews>()
  private loads = 0
  /** Files that a mistake was shown in, with what was shown. */
  private shown = new Map<string, string>()
  /** The files with mistakes, as the client shows them. */
  broken: BrokenSettings[] = []
  /** All that settings are made of: as long as it is the same, so are they. What people said of options is no setting. */
  madeOf = ''

  constructor(
    private readonly link: ClientLink,
    private readonly log: Log,
    private readonly python: PythonParser,
    public folders: readonly Folder[],
  ) {}

  /** What holds for a file. */
  of(uri: string): FolderSettings {
    const folder = folderOf(uri, this.folders)
    return folder === undefined ? withoutFile(this.personal) : this.ofFolder(folder)
  }

  ofFolder(folder: Folder): FolderSettings {
    return this.byFolder.get(folder.uri) ?? withoutFile(this.personalFor(folder))
  }

  /** What people said of the options of a folder. */
  reviewsOf(folder: Folder): LoadedReviews {
    return this.reviewsByFolder.get(folder.uri) ?? noReviews
  }

  /** The calls that the teams of all folders name. */
  get sinks(): readonly TeamSink[] {
    return [...this.byFolder.values()].flatMap(({ sinks }) => sinks)
  }

  private personalFor({ uri }: Folder): PersonalSettings {
    return this.personalIn.get(uri) ?? this.personal
  }

  /** Makes the next `load` read the files anew. */
  filesChanged(): void {
    this.texts = new Map()
  }

  /** Puts the settings together; false when that began anew meanwhile, which then counts. */
  async load(): Promise<boolean> {
    const run = (this.loads += 1)
    const { texts } = this
    const loaded = await Promise.all(
      this.folders.map(async folder => {
        const personal = this.personalFor(folder)
        const madeOf: unknown[] = [folder.uri, personal]
        const read = (file: string): Promise<string | undefined> => {
          const uri = uriIn(folder, file)
          const text = texts.get(uri) ?? this.read(uri)
          texts.set(uri, text)
          return text
        }
        const noted = async (file: string): Promise<string | undefined> => {
          const text = await read(file)
          madeOf.push(file, text ?? null)
          return text
        }
        const own = await loadFolder({ read: noted, python: this.python, configFile }, personal)
        return { folder, own, madeOf, reviews: await loadReviews({ read, configFile }) }
      }),
    )
    if (run !== this.loads) return false
    this.byFolder = new Map(loaded.map(({ folder, own }) => [folder.uri, own.settings]))
    this.reviewsByFolder = new Map(loaded.map(({ folder, reviews }) => [folder.uri, reviews]))
    this.madeOf = JSON.stringify([this.personal, loaded.map(({ madeOf }) => madeOf)])
    const problems = loaded.flatMap(({ folder, own, reviews }) =>
      byFile(folder, [...own.problems, ...firstProblems(reviews.problems)]),
    )
    this.show(new Map(problems))
    return true
  }

  /** The text of a file that settings lie in as it is now; undefined where there is none. Rejects as the client does. */
  readAnew(uri: string): Promise<string | undefined> {
    return this.link.readSettingsFile(uri)
  }

  private async read(uri: string): Promise<string | undefined> {
    try {
      return await this.readAnew(uri)
    } catch (error) {
      this.log.warn(`The client does not read ${uri}, which counts as not there: ${describeError(error)}`)
      return undefined
    }
  }

  /** Underlines the mistakes in the files, and says each of them once in the log. */
  private show(problems: ReadonlyMap<string, readonly SettingsProblem[]>): void {
    for (const uri of this.shown.keys()) {
      if (!problems.has(uri)) this.link.publishDiagnostics({ uri, diagnostics: [] })
    }
    for (const [uri, list] of problems) {
      if (this.shown.get(uri) === JSON.stringify(list)) continue
      for (const { file, range, message: text } of list) {
        this.log.warn(visible(`${file}:${range.start.line + 1}:${range.start.character + 1}: ${message(text)}`))
      }
      const diagnostics = list.map(({ range, message: text }) => ({
        range: toRange(range),
        severity: DiagnosticSeverity.Warning,
        source: diagnosticSource,
        message: message(text),
      }))
      this.link.publishDiagnostics({ uri, diagnostics })
    }
    this.broken = [...problems].map(([uri, list]) => ({ uri, mistakes: list.length }))
    this.shown = new Map([...problems].map(([uri, list]) => [uri, JSON.stringify(list)]))
  }
}

const noReviews: LoadedReviews = { file: '', attributes: '', kept: false, reviews: [], problems: [] }

/** `2:1: what is wrong`, as a reason why a file is not written over. */
export function problemInWords({ range: { start }, message: what }: SettingsProblem): string {
  return `${start.line + 1}:${start.character + 1}: ${what}`
}

function byFile(folder: Folder, problems: readonly SettingsProblem[]): [string, SettingsProblem[]][] {
  const files = new Map<string, SettingsProblem[]>()
  for (const problem of problems) {
    const uri = uriIn(folder, problem.file)
    files.set(uri, [...(files.get(uri) ?? []), problem])
  }
  return [...files]
}
