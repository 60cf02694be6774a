import type { Baseline } from '../engine/index'
import { safeJson } from '../safe/text'
import { baselineSchema } from './baselineSchema'
import { readJson } from './jsonFile'
import type { SettingsProblem } from './jsonFile'
import { largestBaseline } from './limits'
import { mergeConflict } from './mergeConflict'

const version = 1

/** A baseline as its file says it: a line for each option, so that two people's changes seldom meet. */
export function baselineText(known: Baseline): string {
  const lines = known.map(record => `    ${safeJson(JSON.stringify(record))}`)
  const list = lines.length === 0 ? '[]' : `[\n${lines.join(',\n')}\n  ]`
  return `{\n  "version": ${version},\n  "known": ${list}\n}\n`
}

/** A baseline's file as read: what it knows, and why it is none of ours. */
export interface BaselineFileContent {
  readonly known: Baseline
  readonly problems: readonly SettingsProblem[]
}

/** Reads a baseline's file. Of one that is broken somewhere nothing is believed, and it may not be written over. */
export function parseBaseline(file: string, text: string): BaselineFileContent {
  const conflict = mergeConflict(file, text)
  if (conflict !== undefined) return { known: [], problems: [conflict] }
  const json = readJson(file, text, baselineSchema, largestBaseline)
  if (json.problems.length > 0) return { known: [], problems: json.problems }
  const { version: found, known } = json.value as { version: number; known: Baseline }
  if (found === version) return { known, problems: [] }
  return { known: [], problems: [json.problem(['version'], `Only version ${version} of a baseline is known here.`)] }
}
