import { type JudgedFile, ReadIndex, isSecretText } from '../engine/index'
import type { Loaded } from './load'
import type { SettingsRoot } from './settings'
import type { Source } from './sources'

/**
 * Says what rules judge of a source besides its declarations; null where there is nothing. Only the files are read for it
 * whose words tell that there may be something, and those that they take names from.
 */
export function judgedReads(
  { project, texts }: Loaded,
  roots: readonly SettingsRoot[],
): (source: Source) => JudgedFile | null {
  const index = new ReadIndex(project.moduleNames, texts)
  index.setSinks(roots.flatMap(({ settings }) => settings.sinks))
  index.declare(project.modules())
  const secrets = [...index.declared.all()].flatMap(({ dest, options }) => (options.some(isSecretText) ? [dest] : []))
  const named = secrets.length === 0 ? /(?!)/ : new RegExp(`[.'"](?:${secrets.join('|')})\\b`)
  return ({ file }) => {
    const text = texts.of(file)
    return text !== undefined && index.mayBeJudged(text, named) ? (index.judged(file) ?? null) : null
  }
}
