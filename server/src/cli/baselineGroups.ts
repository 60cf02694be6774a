import { realpathSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import type { Reading } from '../engine/index'
import { type Run, incompleteIn, readingOf } from './reading'
import type { SettingsRoot } from './settings'

/** The folders that one baseline file is for, and how far a run went in all of them. */
export interface BaselineGroup {
  /** Absolute; undefined for folders without a baseline. */
  readonly file: string | undefined
  readonly roots: readonly SettingsRoot[]
  readonly reading: Reading
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
    const readings = roots.map(root => readingOf(root, run))
    return {
      file: roots[0]?.baselineFile,
      roots,
      // A path in the file may be meant from any of the folders.
      reading: {
        saw: (path, rule) => readings.every(reading => reading.saw(path, rule)),
        whole: readings.every(({ whole }) => whole),
      },
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
