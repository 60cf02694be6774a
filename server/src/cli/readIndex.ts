import { type PythonParser, ReadIndex } from '../engine/index'
import { type Loaded, readText } from './load'
import type { SettingsRoot } from './settings'

/** Where the sources use which options, joined with what they declare; calls of a team's own count as its settings say. */
export function readIndexOf(loaded: Loaded, roots: readonly SettingsRoot[], python: PythonParser): ReadIndex {
  const index = new ReadIndex(loaded.project.moduleNames)
  index.setSinks(roots.flatMap(({ settings }) => settings.sinks))
  for (const source of loaded.sources) {
    // What cannot be read has been told while loading.
    const text = readText(source, () => undefined)
    if (text !== undefined) index.setText(source.file, text, python)
  }
  index.declare(loaded.project.modules())
  return index
}
