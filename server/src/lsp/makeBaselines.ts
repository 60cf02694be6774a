import { baselineRecords } from '../engine/index'
import type { Baseline, Finding, Saw } from '../engine/index'
import type { BaselineFile, RefusedBaseline } from '../protocol'
import { baselineText, parseBaseline } from '../settings/baselineText'
import { ruleRuns } from '../settings/folderSettings'
import type { SettingsProblem } from '../settings/jsonFile'
import { message } from '../safe/text'
import type { ClientLink } from './clientLink'
import { folderOf, relativePath, uriIn } from './scope'
import type { Folder } from './scope'
import type { SettingsInForce } from './settingsInForce'

/** What the reading of the workspace saw, by URIs. */
export interface Seen {
  readonly listed: ReadonlySet<string>
  /** Listed, but not read, or not wholly. */
  readonly unread: ReadonlySet<string>
  /** Rules whose findings may be missing. */
  readonly failedRules: ReadonlySet<string>
}

type Made = BaselineFile | RefusedBaseline

/** The baseline files that record all of `found`, each made to follow what its file says now. */
export async function makeBaselines(
  found: readonly Finding[],
  seen: Seen,
  settings: SettingsInForce,
  link: ClientLink,
): Promise<{ files: BaselineFile[]; refused: RefusedBaseline[] }> {
  const made: Made[] = []
  for (const folder of settings.folders) {
    const { baselineFile } = settings.ofFolder(folder)
    if (baselineFile === undefined) continue
    const inFolder = (file: string): boolean => folderOf(file, settings.folders) === folder
    const uri = uriIn(folder, baselineFile)
    const former = await settings.readAnew(uri).catch(() => null)
    const { known, problems } = parseBaseline(baselineFile, former ?? emptyBaseline)
    const [problem] = problems
    if (former === null) made.push({ uri, reason: 'it cannot be read' })
    else if (problem !== undefined) made.push({ uri, reason: message(whereAndWhat(problem)) })
    else {
      const placed = found
        .filter(({ file }) => inFolder(file))
        .map(finding => ({ finding, path: relativePath(finding.file, [folder]) ?? finding.file }))
      const listed = pathsIn(folder, [...seen.listed].filter(inFolder))
      const unread = pathsIn(folder, [...seen.unread].filter(inFolder))
      const gone = await goneOf(known, listed, folder, link)
      const saw: Saw = (path, rule) => {
        if (!listed.has(path)) return gone.has(path)
        return !unread.has(path) && !seen.failedRules.has(rule) && ruleRuns(settings.ofFolder(folder), path, rule)
      }
      const text = baselineText(baselineRecords(placed, known, saw))
      const counts = { findings: placed.length, unread: unread.size }
      made.push({ uri, text, former: former ?? null, folder: folder.uri, ...counts })
    }
  }
  return { files: made.filter(one => 'text' in one), refused: made.filter(one => 'reason' in one) }
}

const emptyBaseline = baselineText([])

function whereAndWhat({ range: { start }, message: what }: SettingsProblem): string {
  return `${start.line + 1}:${start.character + 1}: ${what}`
}

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
