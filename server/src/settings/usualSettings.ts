import { defaultMinimumSeverity } from '../engine/index'
import { globOf, pythonFiles } from '../fileKinds'
import type { PersonalSettings } from './folderSettings'

/** What holds where nobody has set anything, in the editor as on the command line; the manifest says the same. */
export const usualSettings: PersonalSettings = {
  rules: {},
  minimumSeverity: defaultMinimumSeverity,
  include: [globOf(pythonFiles)],
  exclude: ['**/.*/**', '**/node_modules/**', '**/venv/**', '**/site-packages/**'],
  baseline: true,
}
