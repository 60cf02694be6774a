import { baselineRecords, withoutFinding } from '../engine/index'
import type { Baseline, Finding, PlacedFinding, Saw } from '../engine/index'
import type { BaselineFile, Counts, RefusedBaseline } from '../protocol'
import { baselineText, parseBaseline } from '../settings/baselineText'
import { ruleRuns } from '../settings/folderSettings'
import { message } from '../safe/text'
import type { ClientLink } from './clientLink'
import { count, noCounts } from './features/findingRows'
import { folderOf, relativePath, uriIn } from './scope'
import type { Folder } from './scope'
import { problemInWords, type SettingsInForce } from './settingsInForce'

/** What the reading of the workspace saw, by URIs. */
export interface Seen {
  readonly listed: ReadonlySet<string>
  /** Listed, but not read, or not wholly. */
  readonly unread: ReadonlySet<string>
  /** Rules whose findings may be missing. */
  readonly failedRules: ReadonlySet<string>
}

export interface Made {
  readonly files: BaselineFile[]
  readonly refused: RefusedBaseline[]
}

/** The baseline files that record all of `found`, each made to follow what its file says now. */
export async function makeBaselines(
  found: readonly Finding[],
  seen: Seen,
  settings: SettingsInForce,
  link: ClientLink,
): Promise<Made> {
  const made: Made = { files: [], refused: [] }
  for (const folder of settings.folders) {
    const former = await readFormer(folder, settings)
    if (former === undefined) continue
    if ('reason' in former) made.refused.push(former)
    else {
      const { known } = former
      const inFolder = (file: string): boolean => folderOf(file, settings.folders) === folder
      const placed = found.filter(({ file }) => inFolder(file)).map(finding => placedIn(folder, finding))
      const listed = pathsIn(folder, [...seen.listed].filter(inFolder))
      const unread = pathsIn(folder, [...seen.unread].filter(inFolder))
      const gone = await goneOf(known, listed, folder, link)
      const saw: Saw = (path, rule) => {
        if (!listed.has(path)) return gone.has(path)
        return !unread.has(path) && !seen.failedRules.has(rule) && ruleRuns(settings.ofFolder(folder), path, rule)
      }
      const counts = noCounts()
      for (const { finding } of placed) count(counts, finding)
      made.files.push(fileOf(folder, former, baselineRecords(placed, known, saw), counts, unread.size))
    }
  }
  return made
}

/** The baseline file that knows one finding less. */
export async function forgetFinding(finding: Finding, settings: SettingsInForce): Promise<Made> {
  const folder = folderOf(finding.file, settings.folders)
  const former = folder && (await readFormer(folder, settings))
  if (folder === undefined || former === undefined) return { files: [], refused: [] }
  if ('reason' in former) return { files: [], refused: [former] }
  const rest = withoutFinding(former.known, placedIn(folder, finding))
  return { files: [fileOf(folder, former, rest, noCounts(), 0)], refused: [] }
}

/** A folder's baseline as its file says it now. */
interface Former {
  readonly uri: string
  readonly text: string | null
  readonly known: Baseline
}

/** Undefined where the baseline is off. */
async function readFormer(folder: Folder, settings: SettingsInForce): Promise<Former | RefusedBaseline | undefined> {
  const { baselineFile } = settings.ofFolder(folder)
  if (baselineFile === undefined) return undefined
  const uri = uriIn(folder, baselineFile)
  const text = await settings.readAnew(uri).catch(() => null)
  if (text === null) return { uri, reason: 'it cannot be read' }
  const { known, problems } = parseBaseline(baselineFile, text ?? emptyBaseline)
  const [problem] = problems
  return problem === undefined ? { uri, text: text ?? null, known } : { uri, reason: message(problemInWords(problem)) }
}

function fileOf(folder: Folder, former: Former, known: Baseline, counts: Counts, unread: number): BaselineFile {
  return { uri: former.uri, text: baselineText(known), former: former.text, folder: folder.uri, counts, unread }
}

function placedIn(folder: Folder, finding: Finding): PlacedFinding {
  return { finding, path: relativePath(finding.file, [folder]) ?? finding.file }
}

const emptyBaseline = baselineText([])

/** The paths of recorded files that are no more. A file that is not listed may be there all the same, for somebody else. */
async function goneOf(
  known: Baseline,
  listed: ReadonlySet<string>,
  folder: Folder,
  link: ClientLink,
): Promise<ReadonlySet<string>> {
  const paths = new Set(known.map(({ file }) => file).filter(path => !listed.has(path)))
  if (paths.size === 0) return paths
  const gone = await link.findGone([...paths].map(path => uriIn(folder, path)))
  return new Set([...paths].filter(path => gone.has(uriIn(folder, path))))
}

function pathsIn(folder: Folder, uris: readonly string[]): ReadonlySet<string> {
  return new Set(uris.map(uri => relativePath(uri, [folder]) ?? uri))
}
