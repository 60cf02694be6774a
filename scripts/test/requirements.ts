import { packageIndex } from '../../test/corpus/pypi'
import { cachedCorpus } from '../../test/corpus/sources'
import { chromiumToInstall } from '../vscode/chromium'
import { findCommand } from '../vscode/findCommand'
import { vscodeToInstall } from '../vscode/install'

/** How long a package index may take to answer, in milliseconds. */
const patience = 3000

/** What the tests need and this machine lacks, a line each with the command that brings it. */
export async function missingForTests(): Promise<string[]> {
  const lines = [vscodeToInstall(), chromiumToInstall()].filter(line => line !== undefined)
  if (!(await corpusCanBeHad())) {
    lines.push(
      'OpenStack’s source can be had neither from Debian nor from PyPI; to test without it: CORPUS=optional npm test',
    )
  }
  return lines
}

async function corpusCanBeHad(): Promise<boolean> {
  if (process.env['CORPUS'] === 'optional' || cachedCorpus() !== undefined || findCommand('apt-get')) return true
  return fetch(packageIndex, { signal: AbortSignal.timeout(patience) }).then(
    response => response.ok,
    () => false,
  )
}
