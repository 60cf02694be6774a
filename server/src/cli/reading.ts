import { lstatSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { Saw } from '../engine/index'
import { ruleRuns } from '../settings/folderSettings'
import type { Loaded } from './load'
import { type SettingsRoot, pathIn, rootOf } from './settings'
import { type Source, pathBelow, reasonOf } from './sources'

/** What a run was, as far as what it saw depends on it. */
export interface Run {
  readonly cwd: string
  readonly roots: readonly SettingsRoot[]
  readonly loaded: Loaded
  /** Rules that failed somewhere: their findings may be missing. */
  readonly failed: ReadonlySet<string>
}

/** What a run saw in the folder of one of its roots. */
export function sawIn(root: SettingsRoot, run: Run): Saw {
  const asked = root.paths.map(path => resolve(run.cwd, path))
  const sources = new Map<string, Source[]>()
  for (const source of run.loaded.sources) {
    if (rootOf(run.roots, source) !== root) continue
    const path = pathIn(root, source)
    sources.set(path, [...(sources.get(path) ?? []), source])
  }
  const incomplete = new Set(incompleteIn(root, run))
  return (path, rule) => {
    const here = sources.get(path)
    if (here !== undefined) {
      const isRead = here.every(({ file }) => !incomplete.has(file))
      return isRead && !run.failed.has(rule) && ruleRuns(root.settings, path, rule)
    }
    const file = join(root.folder, path)
    return asked.some(one => pathBelow(one, file) !== undefined) && isGone(file)
  }
}

/** The files and folders of a root that were not read wholly. */
export function incompleteIn({ folder, paths }: SettingsRoot, { cwd, loaded }: Run): readonly string[] {
  const places = [folder, ...paths.map(path => resolve(cwd, path))]
  return loaded.incomplete
    .map(({ file }) => file)
    .filter(file => places.some(place => pathBelow(place, file) !== undefined))
}

/** Whether there is nothing by that name. What cannot be looked at may be there. */
function isGone(file: string): boolean {
  try {
    return lstatSync(file, { throwIfNoEntry: false }) === undefined
  } catch (error) {
    return reasonOf(error) === 'ENOTDIR'
  }
}
