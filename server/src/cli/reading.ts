import { lstatSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { Reading } from '../engine/index'
import { ruleRuns } from '../settings/folderSettings'
import type { Loaded } from './load'
import { type SettingsRoot, pathIn, rootOf } from './settings'
import { type Source, pathBelow, reasonOf } from './sources'

/** What a run was, as far as its readings depend on it. */
export interface Run {
  readonly cwd: string
  readonly roots: readonly SettingsRoot[]
  readonly loaded: Loaded
  /** Rules that failed somewhere: their findings may be missing. */
  readonly failed: ReadonlySet<string>
}

/** How far a run went in the folder of one of its roots. */
export function readingOf(root: SettingsRoot, run: Run): Reading {
  const { cwd, roots, loaded, failed } = run
  const asked = root.paths.map(path => resolve(cwd, path))
  const sources = new Map<string, Source[]>()
  for (const source of loaded.sources) {
    if (rootOf(roots, source) !== root) continue
    const path = pathIn(root, source)
    sources.set(path, [...(sources.get(path) ?? []), source])
  }
  const incomplete = new Set(incompleteIn(root, run))
  const isOthers = (source: Source): boolean =>
    rootOf(roots, source) !== root && pathBelow(root.folder, source.file) !== undefined
  return {
    saw: (path, rule) => {
      const here = sources.get(path)
      if (here !== undefined) {
        return (
          here.every(({ file }) => !incomplete.has(file)) && !failed.has(rule) && ruleRuns(root.settings, path, rule)
        )
      }
      const file = join(root.folder, path)
      return asked.some(one => pathBelow(one, file) !== undefined) && isGone(file)
    },
    whole:
      asked.some(one => pathBelow(one, root.folder) !== undefined) &&
      incomplete.size === 0 &&
      !loaded.sources.some(isOthers),
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
