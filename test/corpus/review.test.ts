import assert from 'node:assert/strict'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Project, defaultReviewSettings, loadPython, review } from '../../server/src/engine/index'
import { decodePython } from '../../server/src/decodePython'
import { findSources, usualScope } from '../../server/src/cli/sources'
import { runCli } from '../cli/runCli'
import { cacheFolder } from './sources'
import { projects } from './truth'

interface ReviewDocument {
  readonly findings: readonly {
    readonly rule: string
    readonly severity: string
    readonly file: string
    readonly group: string | string[] | null
    readonly option: string | null
  }[]
}

describe('The review of real OpenStack source', () => {
  for (const project of projects) {
    it(`reads every Python file of ${project}, about options or not, and no rule fails`, async () => {
      const folder = join(cacheFolder, project)
      const python = await loadPython({
        runtime: readFileSync(require.resolve('web-tree-sitter/web-tree-sitter.wasm')),
        grammar: readFileSync(require.resolve('tree-sitter-python/tree-sitter-python.wasm')),
      })
      const sources = findSources([folder], '/', usualScope, ({ shown }, reason) => assert.fail(`${shown} ${reason}`))
      assert.ok(sources.length > 50)
      const read = new Project(python)
      for (const { file } of sources) read.addPath(file)
      for (const { file } of sources) read.setText(file, decodePython(readFileSync(file))?.text ?? '')
      read.complete = true
      for (const { file } of sources) {
        review(read, file, defaultReviewSettings, (rule, error) => {
          throw new Error(`${rule} on ${file}`, { cause: error })
        })
      }
    })
  }

  it('of nova/conf has the findings that people have read and agreed to', async () => {
    const folder = join(cacheFolder, 'nova', 'nova', 'conf')
    const { err, out } = await runCli(['review', '--min-severity', 'hint', '--format', 'json', folder])
    assert.equal(err, '')
    const { findings } = JSON.parse(out) as ReviewDocument
    const lines = findings.map(({ rule, severity, file, group, option }) => {
      const about = option === null ? '' : ` [${String(group)}] ${option}`
      return `${severity} ${rule} ${file}${about}\n`
    })
    const text = lines.sort().join('')
    const agreed = join(__dirname, 'nova-conf-findings.txt')
    // Written anew with UPDATE=1, for a person to read the difference before it is committed.
    if (process.env['UPDATE'] === '1') writeFileSync(agreed, text)
    assert.equal(text, readFileSync(agreed, 'utf8'))
  })
})
