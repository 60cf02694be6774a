import { LineIndex } from '../engine/index'
import type { SettingsProblem } from './jsonFile'

/** Where a merge has left a file for a person to decide; undefined where it has not. */
export function mergeConflict(file: string, text: string): SettingsProblem | undefined {
  const marker = /^(<{7}|={7}|>{7}|\|{7})( |\r?$)/m.exec(text)
  if (marker === null) return undefined
  const range = new LineIndex(text).rangeOf({ start: marker.index, end: marker.index + 7 })
  return { file, range, message: 'There is a merge conflict here: resolve it first.' }
}
