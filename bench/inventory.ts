import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { decodePython } from '../server/src/decodePython'
import { findSources, usualScope } from '../server/src/cli/sources'
import { Project, type PythonParser, loadPython, mentionsOsloConfig } from '../server/src/engine/index'

/**
 * `npm run bench:inventory [-- PATH]`: what the inventory of PATH costs, beside the bare tree-sitter parse of only those
 * files that mention oslo.config. `alone` gives each file its own project, so that nothing is followed across files.
 * Times are milliseconds, the best of some rounds; reading the disk is not in them.
 */
async function main(): Promise<void> {
  const path = resolve(process.argv[2] ?? join(__dirname, '..', '.corpus'))
  const python = await loadPython({
    runtime: readFileSync(require.resolve('web-tree-sitter/web-tree-sitter.wasm')),
    grammar: readFileSync(require.resolve('tree-sitter-python/tree-sitter-python.wasm')),
  })
  const texts = new Map(
    findSources([path], '/', usualScope, ({ shown }, reason) => console.error(`${shown} ${reason}`)).map(({ file }) => [
      file,
      decodePython(readFileSync(file))?.text ?? '',
    ]),
  )
  const concerned = [...texts].filter(([, text]) => mentionsOsloConfig(text))

  const [bare, alone, across] = best(
    () => concerned.forEach(([, text]) => python.parseBare(text)),
    () => concerned.forEach(entry => inventory(python, new Map([entry]), [entry])),
    () => inventory(python, texts, concerned),
  )
  const options = inventory(python, texts, concerned)

  const times = (time: number, by: number): string => `${time.toFixed(0).padStart(7)} ms  ${(time / by).toFixed(2)}`
  console.log(`${path}: ${texts.size} files, ${concerned.length} of them mention oslo.config; ${options} options`)
  console.log(`bare parse of those      ${times(bare, bare)}`)
  console.log(`facts, each file alone   ${times(alone, bare)} x bare parse`)
  console.log(`facts, across all files  ${times(across, bare)} x bare parse, ${(across / alone).toFixed(2)} x alone`)
}

const rounds = 7

/** The number of options that a project of these files has. */
function inventory(
  python: PythonParser,
  texts: ReadonlyMap<string, string>,
  concerned: readonly (readonly [string, string])[],
): number {
  const project = new Project(python)
  for (const file of texts.keys()) project.addPath(file)
  for (const [file, text] of concerned) project.setText(file, text)
  for (let wanted = project.wanted(); wanted.length > 0; wanted = project.wanted()) {
    for (const file of wanted) project.setText(file, texts.get(file) ?? '')
  }
  project.complete = true
  let options = 0
  for (const module of project.modules()) options += module.options.length
  return options
}

/** The best time of each; they take turns, so that all of them meet a busy machine. */
function best<Runs extends readonly (() => unknown)[]>(...runs: Runs): { [At in keyof Runs]: number } {
  const times = runs.map(() => Infinity)
  for (let round = 0; round < rounds; round++) {
    for (const [index, run] of runs.entries()) {
      const start = performance.now()
      run()
      times[index] = Math.min(times[index]!, performance.now() - start)
    }
  }
  return times as { [At in keyof Runs]: number }
}

main().catch((error: unknown) => {
  console.error(error)
  process.exitCode = 1
})
