import * as assert from 'node:assert/strict'
import { missing } from '../../scripts/requirements.mjs'

describe('What is missing is said before any work', () => {
  const all = () => true

  it('names a newer Node where it is too old', () => {
    for (const old of ['18.20.8', '20.10.0']) {
      assert.match(missing(old, 'test', all, [], all) ?? '', /^Node [\d.]+ is too old.*: npx .*-c "npm test"$/)
    }
    for (const node of ['20.11.0', '22.0.0', '24.1.0']) assert.equal(missing(node, 'test', all, [], all), undefined)
  })

  it('asks for an installation where a package is not there', () => {
    const line = missing('24.0.0', 'start', name => name !== 'tsx', ['esbuild', 'tsx'], all)
    assert.equal(line, 'The package tsx is not installed: npm install')
  })

  it('asks for Git before the tests, which compare commits, and only then', () => {
    const none = () => false
    assert.match(missing('24.0.0', 'test', all, [], none) ?? '', /^Git is not installed: \w+.* \S+$/)
    assert.equal(missing('24.0.0', 'start', all, [], none), undefined)
  })
})
