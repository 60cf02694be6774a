import { readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/**
 * Writes the licences of the packages that a bundle was made of, as their terms ask for.
 *
 * @param {string[]} inputs bundled files, relative to the repository
 * @param {string} target the file to write
 * @throws when a package has no licence file
 */
export function writeLicences(inputs, target) {
  const folders = new Set(inputs.map(packageFolder).filter(folder => folder !== undefined))
  const texts = [...folders].sort().map(folder => {
    const { name, version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
    const file = readdirSync(folder).find(entry => /^licen[cs]e/i.test(entry))
    if (!file) throw new Error(`${name} has no licence file`)
    return `${name} ${version}\n\n${readFileSync(join(folder, file), 'utf8').trim()}\n`
  })
  writeFileSync(
    target,
    `The bundles in this folder contain these packages.\n\n${texts.join('\n' + '-'.repeat(80) + '\n\n')}`,
  )
}

/** `node_modules/@a/b/c.js` gives `node_modules/@a/b`; a file of our own gives undefined. */
function packageFolder(file) {
  return /^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+/.exec(file)?.[0]
}
