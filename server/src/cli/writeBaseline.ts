import { lstatSync, realpathSync } from 'node:fs'
import { join } from 'node:path'
import { type Baseline, baselineRecords } from '../engine/index'
import { visible } from '../safe/text'
import { baselineText, parseBaseline } from '../settings/baselineText'
import type { BaselineGroup } from './baselineGroups'
import { counted } from './counted'
import { ReadError } from './host'
import { replaceFile } from './replaceFile'
import { type FileFinding, type ReviewResult, findingsOf } from './reviewResult'
import { type SettingsRoot, refuse, shownFrom, textOf } from './settings'
import { pathBelow, reasonOf } from './sources'

/**
 * Writes what was found into the baselines of all roots, in place of what they said of what the run saw. Nothing is
 * written unless all of them may be.
 * @returns lines for a person
 * @throws ReadError when a baseline is off, is no baseline, lies where none may, or cannot be written
 */
export function writeBaselines({ all, baselines }: ReviewResult, cwd: string): string {
  const plans = baselines.map(group => planFor(group, all, cwd))
  return plans
    .map(({ file, text, line }) => {
      try {
        replaceFile(file, text)
      } catch (error) {
        throw new ReadError(`cannot write ${shownFrom(cwd, file)}: ${reasonOf(error)}`)
      }
      return line
    })
    .join('')
}

interface Plan {
  readonly file: string
  readonly text: string
  readonly line: string
}

function planFor({ file, roots, saw, unread }: BaselineGroup, all: readonly FileFinding[], cwd: string): Plan {
  if (file === undefined) throw new ReadError('the settings turn the baseline off: name a file with --baseline')
  const found = roots.flatMap(root => findingsOf(root, all))
  const text = baselineText(baselineRecords(found, formerly(file, roots, cwd), saw))
  const stays = unread === 0 ? '' : ` What it said of ${counted(unread, 'file')} that could not be read wholly stays.`
  return {
    file,
    text,
    line: `Recorded ${counted(found.length, 'finding')} in ${visible(shownFrom(cwd, file))}.${stays}\n`,
  }
}

/** What the file says now: another process may have written it since the run began. */
function formerly(file: string, roots: readonly SettingsRoot[], cwd: string): Baseline {
  const reason = roots.map(({ folder }) => whyNot(file, folder)).find(one => one !== undefined)
  if (reason !== undefined) throw new ReadError(`cannot write ${shownFrom(cwd, file)}: ${reason}`)
  const text = textOf(file)
  if (text === undefined) return []
  const { known, problems } = parseBaseline(file, text)
  refuse(problems, one => one, cwd)
  return known
}

/** Why a baseline may not be written there: what comes with a repository must not lead to another file. */
function whyNot(file: string, folder: string): string | undefined {
  if (!file.endsWith('.json')) return 'its name has to end in .json'
  if (isLink(file)) return 'it is a link'
  const steps = (pathBelow(folder, file) ?? '').split('/').slice(0, -1)
  const ways = steps.map((_, index) => steps.slice(0, index + 1).join('/'))
  const out = ways.find(way => isLink(join(folder, way)) && !staysIn(folder, join(folder, way)))
  return out === undefined ? undefined : `${out} is a link out of the folder`
}

function isLink(path: string): boolean {
  try {
    return lstatSync(path).isSymbolicLink()
  } catch {
    return false
  }
}

/** Whether a link leads to something in the folder; not, where it leads nowhere. */
function staysIn(folder: string, link: string): boolean {
  try {
    return pathBelow(realpathSync(folder), realpathSync(link)) !== undefined
  } catch {
    return false
  }
}
