import { realpathSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import type { Saw } from '../engine/index'
import { type Run, incompleteIn, sawIn } from './reading'
import type { SettingsRoot } from './settings'

/** The folders that one baseline file is for, and what a run saw in all of them. */
export interface BaselineGroup {
  /** Absolute; undefined for folders without a baseline. */
  readonly file: string | undefined
  readonly roots: readonly SettingsRoot[]
  readonly saw: Saw
  /** How many files and folders were not read wholly. */
  readonly unread: number
}

/** The roots of a run by their baseline, whatever name each of them knows it by. */
export function baselineGroups(run: Run): readonly BaselineGroup[] {
  const groups = new Map<string | undefined, SettingsRoot[]>()
  for (const root of run.roots) {
    const file = root.baselineFile && trueName(root.baselineFile)
    groups.set(file, [...(groups.get(file) ?? []), root])
  }
  return [...groups.values()].map(roots => {
    const views = roots.map(root => sawIn(root, run))
    return {
      file: roots[0]?.baselineFile,
      roots,
      // A path in the file may be meant from any of the folders.
      saw: (path, rule) => views.every(saw => saw(path, rule)),
      unread: new Set(roots.flatMap(root => incompleteIn(root, run))).size,
    }
  })
}

/** The file by the real name of its folder; links to the file itself are not written through. */
function trueName(file: string): string {
  try {
    return join(realpathSync(dirname(file)), basename(file))
  } catch {
    return file
  }
}
