import { deepStrictEqual, equal } from 'node:assert/strict'
import { globFilter, searchPatterns } from '../../client/src/globs'

const defaults = { include: ['**/*.py'], exclude: ['**/.*/**', '**/node_modules/**', '**/venv/**'] }

describe('The globs of the settings', () => {
  const lets = globFilter(defaults)
  for (const [path, wanted] of [
    ['setup.py', true],
    ['nova/conf/api.py', true],
    ['nova/conf/.hidden.py', true],
    ['.tox/py3/lib/x.py', false],
    ['src/.venv/x.py', false],
    ['web/node_modules/gyp/x.py', false],
    ['nova/conf/api.pyc', false],
    ['nova/conf/README', false],
  ] as const) {
    it(`${wanted ? 'let' : 'do not let'} ${path} through`, () => equal(lets(path), wanted))
  }

  it('let nothing but Python through, whatever they include', () => {
    equal(globFilter({ include: ['**'], exclude: [] })('nova.conf'), false)
  })

  it('let nothing through where nothing is included', () => {
    equal(globFilter({ include: [], exclude: [] })('a.py'), false)
  })

  it('are one pattern each for the file search', () => {
    deepStrictEqual(searchPatterns(defaults), {
      include: '**/*.py',
      exclude: '{**/.*/**,**/node_modules/**,**/venv/**}',
    })
  })

  it('leave patterns with braces to the filter, which braces within braces would break in the search', () => {
    const globs = { include: ['nova/**', '**/{a,b}/*.py'], exclude: ['**/{old,new}/**', 'x/**'] }
    deepStrictEqual(searchPatterns(globs), { include: '**/*.py', exclude: 'x/**' })
    equal(globFilter(globs)('nova/new/x.py'), false)
  })
})
