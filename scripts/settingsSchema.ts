/**
 * Writes what is made of the rules and of the settings' own code: the setting `novaConfigReview.rules` in package.json,
 * and the JSON schemas in schemas/. `tsx scripts/settingsSchema.ts`, or `npm run docs`. With `--check` it writes nothing
 * and fails if it would.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { format, resolveConfig } from 'prettier'
import { rules, severities } from '../server/src/engine/index'
import { baselineSchema } from '../server/src/settings/baselineSchema'
import { configSchema } from '../server/src/settings/configSchema'
import { policiesSchema } from '../server/src/settings/policySchema'
import { reviewsSchema } from '../server/src/settings/reviewsSchema'

const root = join(import.meta.dirname, '..')

/** The files as they should be, by their paths from the top. */
export async function generatedFiles(): Promise<Readonly<Record<string, string>>> {
  const files = {
    'package.json': withRules(JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as Manifest),
    'schemas/config.schema.json': configSchema,
    'schemas/policies.schema.json': policiesSchema,
    'schemas/baseline.schema.json': baselineSchema,
    'schemas/reviews.schema.json': reviewsSchema,
  }
  const texts = Object.entries(files).map(async ([file, content]) => {
    const filepath = join(root, file)
    const options = { ...(await resolveConfig(filepath)), filepath }
    return [file, await format(JSON.stringify(content, null, 2), options)] as const
  })
  return Object.fromEntries(await Promise.all(texts))
}

function withRules(manifest: Manifest): Manifest {
  const setting = manifest.contributes.configuration.properties['novaConfigReview.rules']
  if (setting === undefined) throw new Error('package.json has no setting novaConfigReview.rules')
  const byName = [...rules].sort((a, b) => (a.name < b.name ? -1 : 1))
  setting.properties = Object.fromEntries(
    byName.map(rule => [
      rule.name,
      { type: 'string', enum: [...severities, 'off'], default: rule.severity, description: rule.summary },
    ]),
  )
  return manifest
}

interface Manifest {
  contributes: { configuration: { properties: Record<string, { properties?: object }> } }
}

async function main(): Promise<void> {
  for (const [file, text] of Object.entries(await generatedFiles())) {
    const path = join(root, file)
    if (existsSync(path) && readFileSync(path, 'utf8') === text) continue
    if (process.argv.includes('--check')) {
      console.error(`${file} is not what the code says: run \`npm run docs\`.`)
      process.exitCode = 1
    } else writeFileSync(path, text)
  }
}

if (process.argv[1] === import.meta.filename) void main()
