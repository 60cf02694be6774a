import { root } from '../protocol/testClient'
import type { Random } from './random'

const settings = [
  {},
  { minimumSeverity: 'hint' },
  { rules: { 'secret-not-marked': 'off', 'needs-marker': 'hint' }, minimumSeverity: 'warning' },
  { exclude: ['**/database.py'] },
  { include: ['stratus/conf/*.py', '*.py'] },
  { baseline: false },
  { minimumSeverity: 'loud', rules: 7 },
  null,
]

/** What a person may set, and what somebody may mistake for it. */
export function chooseSettings(random: Random): unknown {
  return random.oneOf(settings)
}

const folder = `${root}/.nova-config-review`
const policy = {
  name: 'no-http',
  message: "'{name}' points to an unprotected address",
  when: { default: { matches: '^http://' } },
}

/** What a team may write into its files of settings, with mistakes; null: the file goes. */
export const settingsFiles: [SettingsFile, ...SettingsFile[]] = [
  { uri: `${folder}/config.json`, text: null },
  { uri: `${folder}/config.json`, text: '{ "rules": { "numeric-without-bounds": "off" } }' },
  { uri: `${folder}/config.json`, text: '{ "policies": ["nova", "policies/ours.json"], "minimumSeverity": "hint" }' },
  { uri: `${folder}/config.json`, text: '{ "exclude": ["stratus/conf/image.py"], "baseline": false, "rulse": {} }' },
  { uri: `${folder}/config.json`, text: '{ "baseline": "old.json", "paths": [{ "files": ["**/api.py"], "rules": ' },
  { uri: `${folder}/policies/ours.json`, text: JSON.stringify({ policies: [policy] }) },
  { uri: `${folder}/policies/ours.json`, text: '{}' },
  { uri: `${folder}/baseline.json`, text: null },
  { uri: `${folder}/baseline.json`, text: '{ "version": 1, "findings": [' },
  { uri: `${root}/stratus/.nova-config-review/config.json`, text: '{ "minimumSeverity": "warning" }' },
  { uri: `${root}/stratus/.nova-config-review/config.json`, text: null },
]

interface SettingsFile {
  readonly uri: string
  readonly text: string | null
}
