import type { Baseline } from '../engine/index'
import { baselineSchema } from './baselineSchema'
import { readJson } from './jsonFile'
import type { SettingsProblem } from './jsonFile'

/** A baseline as its file says it: a line for each option, so that two people's changes seldom meet. */
export function baselineText(known: Baseline): string {
  const lines = known.map(record => `    ${JSON.stringify(record)}`)
  const list = lines.length === 0 ? '[]' : `[\n${lines.join(',\n')}\n  ]`
  return `{\n  "version": 1,\n  "known": ${list}\n}\n`
}

/** Reads a baseline's file. Of one that is broken somewhere nothing is believed: it is soon written anew. */
export function parseBaseline(
  file: string,
  text: string,
): { readonly known: Baseline; readonly problems: readonly SettingsProblem[] } {
  const { value, problems } = readJson(file, text, baselineSchema)
  return { known: problems.length > 0 ? [] : (value as { known: Baseline }).known, problems }
}
