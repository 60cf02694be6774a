import type { Extension } from 'vscode'
import { settingsSection, type Severity } from '../../server/src/protocol'

/** What package.json says of a rule. */
export interface RuleEntry {
  readonly summary: string
  readonly severity: Severity
}

/** The rules by name, from the settings that package.json describes. */
export function ruleCatalogue(extension: Extension<unknown>): ReadonlyMap<string, RuleEntry> {
  const manifest = extension.packageJSON as Manifest
  const setting = manifest.contributes.configuration.properties[`${settingsSection}.rules`]
  const entries = Object.entries(setting?.properties ?? {})
  return new Map(entries.map(([rule, entry]) => [rule, { summary: entry.description, severity: entry.default }]))
}

interface Manifest {
  contributes: {
    configuration: {
      properties: Record<string, { properties?: Record<string, { description: string; default: Severity }> }>
    }
  }
}
