/**
 * Writes the setting `novaConfigReview.rules` in package.json from the rules themselves, so that every rule has an entry
 * with its summary there: `tsx scripts/settingsSchema.ts`. With `--check` it writes nothing and fails if it would.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import { rules, severities } from '../server/src/engine/index'

const file = join(import.meta.dirname, '..', 'package.json')
const manifest = JSON.parse(readFileSync(file, 'utf8')) as Manifest
const setting = manifest.contributes.configuration.properties['novaConfigReview.rules']
const wanted = Object.fromEntries(
  [...rules].sort((a, b) => (a.name < b.name ? -1 : 1)).map(rule => [rule.name, entry(rule)]),
)

if (setting === undefined) throw new Error('package.json has no setting novaConfigReview.rules')
if (!isDeepStrictEqual(setting.properties, wanted)) {
  if (process.argv.includes('--check')) {
    console.error(
      'The setting novaConfigReview.rules is not what the rules say: run `npx tsx scripts/settingsSchema.ts`.',
    )
    process.exitCode = 1
  } else {
    setting.properties = wanted
    writeFileSync(file, `${JSON.stringify(manifest, null, 2)}\n`)
  }
}

function entry(rule: (typeof rules)[number]): object {
  return {
    type: 'string',
    enum: [...severities, 'off'],
    default: rule.severity,
    description: rule.summary,
  }
}

interface Manifest {
  contributes: { configuration: { properties: Record<string, { properties?: object }> } }
}
