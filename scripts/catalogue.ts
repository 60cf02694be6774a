/**
 * Makes `catalogue/options.json`: the options of Nova's releases and of the libraries that services use, read by this
 * project's own engine. `tsx scripts/catalogue.ts CLONES SENTENCES`: the first folder holds clones of the repositories by
 * their names (and one of `requirements`), the second, unpacked, the releases from which the first sentences of helps are taken.
 */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type DeclaredOption, loadPython } from '../server/src/engine/index'
import { load } from '../server/src/cli/load'
import { Constraints } from './catalogue/constraints'
import { factsOf } from './catalogue/facts'
import { packages } from './catalogue/packages'
import { bytesOf, quiet } from './catalogue/host'
import { inRelease, releasesOf } from './catalogue/release'
import { CatalogueWriter, type Release } from './catalogue/write'

const target = join(import.meta.dirname, '..', 'catalogue', 'options.json')

/** Older releases are asked about by nobody. */
const mostReleases = 20

async function main([clones, sentences]: readonly string[]): Promise<void> {
  if (clones === undefined || sentences === undefined) throw new Error('usage: catalogue.ts CLONES SENTENCES')
  const python = await loadPython({
    runtime: bytesOf('web-tree-sitter/web-tree-sitter.wasm'),
    grammar: bytesOf('tree-sitter-python/tree-sitter-python.wasm'),
  })
  const { project } = load([sentences], quiet(sentences), python)
  const writer = new CatalogueWriter(
    firstSentences(
      factsOf(project, sentences, { name: '', modules: [], groups: packages.flatMap(({ groups = [] }) => groups) })
        .options,
    ),
    new Constraints(clones),
  )
  for (const one of packages) {
    const repository = join(clones, one.name)
    const releases = releasesOf(repository, mostReleases).flatMap((tag): Release[] => {
      const facts = inRelease(repository, tag, one, python, (read, folder) => factsOf(read, folder, one))
      return facts === undefined || facts.options.size === 0 ? [] : [{ tag, facts }]
    })
    if (releases.length === 0) throw new Error(`${one.name}: no release declares an option`)
    console.log(one.name, releases.map(({ tag, facts }) => `${tag}:${String(facts.options.size)}`).join(' '))
    writer.add(one, releases)
  }
  writeFileSync(target, `${JSON.stringify(writer.data())}\n`)
}

function firstSentences(options: ReadonlyMap<string, DeclaredOption>): Map<string, string> {
  const sentences = new Map<string, string>()
  for (const [key, { help }] of options) {
    const first = /^(.{10,100}?[.!?])(\s|$)/s.exec(help?.replace(/\s+/g, ' ').trim() ?? '')?.[1]
    if (first !== undefined) sentences.set(key, first)
  }
  return sentences
}

main(process.argv.slice(2)).catch((error: unknown) => {
  console.error(error)
  process.exitCode = 1
})
