import { realpathSync } from 'node:fs'
import { resolve } from 'node:path'
import { type Baseline, type PythonParser, baselineRecords } from '../../engine/index'
import type { Tree } from '../../diff/tree'
import { kindOfPath, pythonFiles } from '../../fileKinds'
import { ReadError, warn, type CliHost } from '../host'
import { projectOf, textsOf } from '../load'
import { findingsOf, type HowToReview, reviewAll } from '../reviewResult'
import { scopeOf, type SettingsRoot } from '../settings'
import { isSearched, pathBelow, type Source, withSlashes } from '../sources'
import { git, gitText } from './git'
import { commitOf, commitTree } from './tree'

/**
 * What there was to find at the PATHs in the commit at which the work since a revision began, put with what the baselines know: for
 * each root, by today's settings. A finding of a file that has got another name is the same one where an option has it.
 * @throws ReadError where the two cannot be compared
 */
export async function findingsBefore(
  revision: string,
  how: HowToReview,
  host: CliHost,
  python: PythonParser,
): Promise<ReadonlyMap<SettingsRoot, Baseline>> {
  const { cwd } = host
  const tree = await commitTree(cwd, revision, await startOf(cwd, await commitOf(cwd, revision)))
  const top = (await gitText(cwd, ['rev-parse', '--show-toplevel'])).replace(/\r?\n$/, '')
  const places = placesIn(tree, top, how)
  const texts = await tree.read([...places.values()])
  const textOf = (source: Source): string | undefined => texts.get(places.get(source) ?? '')?.text
  const sources = [...places.keys()]
  const project = projectOf(sources, textOf, python)
  const loaded = { project, sources, incomplete: [], texts: textsOf(project, sources, textOf, python) }
  const { all } = reviewAll(loaded, { ...how, roots: how.roots, before: new Map() }, line => {
    warn(host, `${line} (${revision})`)
  })
  return new Map(
    how.roots.map(root => [root, baselineRecords(findingsOf(root, all), root.settings.baseline, () => false)]),
  )
}

/** Where the history of HEAD leaves that of a commit; the commit itself where they have nothing in common. */
async function startOf(cwd: string, commit: string): Promise<string> {
  const { code, out } = await git(cwd, ['merge-base', commit, 'HEAD'])
  return code === 0 ? out.toString('utf8').trim() : commit
}

/** The sources that the PATHs would lead to in a tree, and their paths in it. */
function placesIn(tree: Tree, top: string, { cwd, roots }: HowToReview): ReadonlyMap<Source, string> {
  const scope = scopeOf(roots)
  const places = new Map<Source, string>()
  const taken = new Set<string>()
  for (const path of roots.flatMap(root => root.paths)) {
    const absolute = resolve(cwd, path)
    const prefix = pathBelow(realpathSync(top), realpathSync(absolute))
    if (prefix === undefined) throw new ReadError(`cannot compare: ${path} is not in this repository`)
    for (const file of tree.files.keys()) {
      const relative = prefix === '' ? file : file === prefix ? '' : below(prefix, file)
      if (relative === undefined || kindOfPath(file) !== pythonFiles || taken.has(file)) continue
      const shown = relative === '' ? path : `${path}/${relative}`
      const place = {
        file: withSlashes(relative === '' ? absolute : `${absolute}/${relative}`),
        shown,
        relative: relative === '' ? path : relative,
        path,
        named: relative === '',
      }
      const folders = relative.split('/').slice(0, -1)
      if (!scope.looksEverywhere(path) && !folders.every(isSearched)) continue
      if (!place.named && !scope.lets(place)) continue
      taken.add(file)
      places.set(place, file)
    }
  }
  return places
}

function below(folder: string, file: string): string | undefined {
  return file.startsWith(`${folder}/`) ? file.slice(folder.length + 1) : undefined
}
