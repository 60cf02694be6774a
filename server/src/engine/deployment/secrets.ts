import type { ConfFile, Setting } from '../ini/confFile'
import { isPlaceholder } from '../knowledge/values'
import type { ConfFinding } from './confFinding'
import type { Declarations } from './declarations'
import { atKey } from './makeConfFinding'
import type { FileAccess } from './fileAccess'

const everybodyReads = 0o004

/**
 * The secrets of a file that others can read, or that git tracks and so hands to everybody who gets the repository. One word
 * for all of them, at the first: it is the file that has to change.
 */
export function exposedSecrets(
  file: ConfFile,
  declarations: Declarations,
  { mode, isTracked }: FileAccess,
): ConfFinding[] {
  const whose = [
    ...(isTracked === true ? ['git tracks this file: everybody who gets the repository has it'] : []),
    ...(mode !== undefined && (mode & everybodyReads) !== 0
      ? [`its mode ${octal(mode)} lets every user of the machine read this file (Check-Compute-02)`]
      : []),
  ]
  if (whose.length === 0) return []
  const secrets = secretSettings(file, declarations)
  const [first] = secrets
  if (first === undefined) return []
  const others = secrets.length - 1
  const what = others === 0 ? 'is a secret' : `is a secret, one of ${String(secrets.length)}`
  return [atKey(first, 'secret-exposed', `'${first.key}' in [${first.section}] ${what}, and ${whose.join('; and ')}`)]
}

/** The settings of options that are declared secret, as far as a secret is written there. */
export function secretSettings({ settings }: ConfFile, declarations: Declarations): Setting[] {
  return settings.filter(({ section, key, value }) => {
    const option = declarations.find(section, key) ?? declarations.formerly(section, key)[0]
    return option?.secret === true && holdsSecret(value)
  })
}

/** Whether the value of a secret option is one: not a reference to another, a place to fill in, or a URL without a password. */
export function holdsSecret(value: string): boolean {
  const text = value.trim()
  const url = /^[a-z][a-z0-9+.-]*:\/\//i.exec(text)
  if (url === null) return isSecretText(text)
  const passwords = [...text.slice(url[0].length).matchAll(/(?:^|,)[^:@/,]*:([^@]*)@/g)].map(match => match[1]!)
  const parameters = [...text.matchAll(/[?&](?:password|passwd|secret|token)=([^&]*)/gi)].map(match => match[1]!)
  return [...passwords, ...parameters].some(isSecretText)
}

function isSecretText(text: string): boolean {
  const isReference = /^\$(\{[\w.]+\}|[\w.]+)$/.test(text)
  return text !== '' && !isReference && !isPlaceholder(text) && !toBeReplaced.some(pattern => pattern.test(text))
}

/** As guides write what each site has to choose: `NOVA_DBPASS`, `METADATA_SECRET`; and as others do: `CHANGE_ME`. */
const toBeReplaced = [
  /^[A-Z][A-Z0-9]*(_[A-Z0-9]+)*_(DB)?(PASS|PASSWD|PASSWORD|SECRET|KEY|TOKEN)$/,
  /^((change|replace|fill)[-_ ]?(me|this|it|in)|redacted|todo|fixme|(your|my|the|some)[-_ ]?(password|secret|key|token))$/i,
]

function octal(mode: number): string {
  return `0${(mode & 0o777).toString(8).padStart(3, '0')}`
}
