import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, relative } from 'node:path'
import { baselineRecords } from '../engine/index'
import { baselineText } from '../settings/baselineText'
import { counted } from './counted'
import { ReadError } from './host'
import { type FileFinding, findingsOf } from './reviewResult'
import { type SettingsRoot, isReviewed } from './settings'
import { reasonOf, withSlashes } from './sources'

/**
 * Writes what was found into the baseline of a root, in place of what it said of the files that were reviewed.
 * @returns a line for a person
 * @throws ReadError when the baseline is off, or its file cannot be written
 */
export function writeBaseline(root: SettingsRoot, all: readonly FileFinding[], cwd: string): string {
  const file = root.baselineFile
  if (file === undefined) throw new ReadError('the settings turn the baseline off: name a file with --baseline')
  const found = findingsOf(root, all)
  const text = baselineText(baselineRecords(found, root.settings.baseline, isReviewed(root, cwd)))
  const shown = withSlashes(relative(cwd, file))
  try {
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, text)
  } catch (error) {
    throw new ReadError(`cannot write ${shown}: ${reasonOf(error)}`)
  }
  return `Recorded ${counted(found.length, 'finding')} in ${shown}.\n`
}
