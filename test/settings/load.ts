import { configFile, loadFolder } from '../../server/src/settings/loadFolder'
import type { LoadedFolder } from '../../server/src/settings/loadFolder'
import { python } from '../engine/engine'

/** What the editor's own settings say in these tests. */
export const personal = {
  rules: { 'secret-not-marked': 'hint', 'needs-marker': 'off' },
  minimumSeverity: 'information',
  include: ['**/*.py'],
  exclude: ['**/tests/**'],
  baseline: true,
} as const

/** Loads the settings of a folder that has these files; `config` is the text of `.nova-config-review/config.json`. */
export async function load(config: string | undefined, files: Record<string, string> = {}): Promise<LoadedFolder> {
  const all = new Map(Object.entries(files))
  if (config !== undefined) all.set(configFile, config)
  const read = (file: string): Promise<string | undefined> => Promise.resolve(all.get(file))
  return loadFolder({ read, python: await python(), configFile }, personal)
}

/** Its problems, each as `line:column message`, from 1. */
export async function problems(config: string, files: Record<string, string> = {}): Promise<string[]> {
  const loaded = await load(config, files)
  return loaded.problems.map(
    ({ file, range: { start }, message }) =>
      `${file === configFile ? '' : `${file}:`}${start.line + 1}:${start.character + 1} ${message}`,
  )
}
