/**
 * The rules' pages in one file: by themselves they would take a third more of the package. For esbuild.mjs, which must
 * run without a loader for TypeScript.
 */
import { readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'

/**
 * Writes the pages of a folder as JSON, each by its rule's name.
 *
 * @param {string} folder where they lie, a Markdown file each
 * @param {string} to the file to write
 */
export function writeRulePages(folder, to) {
  const files = readdirSync(folder).filter(name => name.endsWith('.md') && name !== 'README.md')
  const pages = files.sort().map(name => [basename(name, '.md'), readFileSync(join(folder, name), 'utf8')])
  writeFileSync(to, JSON.stringify(Object.fromEntries(pages)))
}
