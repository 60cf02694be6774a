import type { ZipEntry } from './zipEntries'

/** The most that a package may weigh, in bytes. */
export const sizeLimit = 1_200_000

const required = [
  '[Content_Types].xml',
  'extension.vsixmanifest',
  'extension/package.json',
  'extension/readme.md',
  'extension/changelog.md',
  'extension/LICENSE.txt',
  'extension/media/activity.svg',
  'extension/media/icon.png',
  'extension/dist/client.js',
  'extension/dist/engine.js',
  'extension/dist/report.js',
  'extension/dist/server.js',
  'extension/dist/cli.js',
  'extension/dist/browser/client.js',
  'extension/dist/browser/server.js',
  'extension/dist/web-tree-sitter.wasm',
  'extension/dist/tree-sitter-python.wasm',
  'extension/dist/catalogue.json',
  'extension/dist/rules.json',
  'extension/dist/THIRD-PARTY-LICENSES.txt',
  'extension/docs/rules/README.md',
  'extension/docs/configuration.md',
  'extension/policies/nova.json',
  'extension/schemas/config.schema.json',
  'extension/schemas/policies.schema.json',
  'extension/schemas/baseline.schema.json',
  'extension/schemas/reviews.schema.json',
  'extension/schemas/inventory.schema.json',
  'extension/schemas/diff.schema.json',
  'extension/schemas/report.schema.json',
]
const allowed = [/^extension\/media\/walkthrough\/[\w-]+\.(svg|md)$/, /^extension\/syntaxes\/[\w.-]+\.json$/]

/**
 * What is wrong with a package, a sentence each; empty when it may be published.
 *
 * @param entries what is in it
 * @param bytes its size
 */
export function contentProblems(entries: readonly ZipEntry[], bytes: number): string[] {
  const names = entries.map(entry => entry.name)
  const strange = names.filter(name => !required.includes(name) && !allowed.some(pattern => pattern.test(name)))
  const missing = required.filter(name => !names.includes(name))
  return [
    ...(bytes > sizeLimit ? [`The package has ${bytes} bytes, more than ${sizeLimit}`] : []),
    ...strange.map(name => `No user needs ${name}: exclude it in .vscodeignore`),
    ...missing.map(name => `The package lacks ${name}`),
  ]
}
