import * as assert from 'node:assert/strict'
import { contentProblems, sizeLimit } from '../../scripts/package/contents'
import { readZipEntries } from '../../scripts/package/zipEntries'
import { countTests, failureOf } from '../../scripts/test/section'

describe('The check of the package', () => {
  const problems = (names: string[], bytes = 1000) =>
    contentProblems(
      names.map(name => ({ name, size: 1, compressedSize: 1 })),
      bytes,
    )

  it('names a file that no user needs', () => {
    const needless = ['extension/dist/client.js.map', 'extension/test/e2e/run.ts', 'extension/media/screenshot.png']
    for (const name of needless) assert.ok(problems([name]).some(problem => problem.includes(`needs ${name}`)))
  })

  it('lets grammars and pictures of the interface in', () => {
    const names = ['extension/syntaxes/oslo-config.tmLanguage.json', 'extension/media/walkthrough/fix.svg']
    assert.ok(problems(names).every(problem => problem.startsWith('The package lacks')))
  })

  it('names a file that is missing', () => {
    assert.ok(problems([]).includes('The package lacks extension/dist/server.js'))
  })

  it('refuses a package that is too big', () => {
    assert.match(problems([], sizeLimit + 1)[0] ?? '', /1200001 bytes/)
  })

  it('refuses what is no package', () => {
    assert.throws(() => readZipEntries(Buffer.from('something else')), /Not a zip archive/)
  })
})

describe('The sum of the tests', () => {
  it('adds the counts of several runs, coloured or not', () => {
    const output = '\u001b[32m  12 passing\u001b[0m (3s)\n  1 failing\n\n  3 passing (1s)\n'
    assert.deepEqual(countTests(output, 1), { passed: 15, failed: 1 })
  })

  it('takes a skipped test, no test at all and a crash for failures', () => {
    assert.deepEqual(countTests('  2 passing\n  1 pending\n', 0), { passed: 2, failed: 1 })
    assert.deepEqual(countTests('', 0), { passed: 0, failed: 1 })
    assert.deepEqual(countTests('  2 passing\n', 1), { passed: 2, failed: 1 })
  })

  it('shows in the end what failed: mocha’s list, or the last lines of another command', () => {
    assert.equal(failureOf('  ✔ a\n  2 passing\n\u001b[31m  1 failing\u001b[0m\n\n  1) b\n'), '  1 failing\n\n  1) b')
    assert.equal(failureOf(`${'fine\n'.repeat(100)}wrong\n`).split('\n').length, 30)
    assert.match(failureOf(`${'fine\n'.repeat(100)}wrong\n`), /fine\nwrong$/)
  })
})
