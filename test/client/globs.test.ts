import { deepStrictEqual } from 'node:assert/strict'
import { searchPatterns } from '../../client/src/globs'

describe('The globs of the settings', () => {
  it('are one pattern each for the file search', () => {
    const globs = { include: ['**/*.py'], exclude: ['**/.*/**', '**/node_modules/**', '**/venv/**'] }
    deepStrictEqual(searchPatterns(globs), {
      include: '**/*.py',
      exclude: '{**/.*/**,**/node_modules/**,**/venv/**}',
    })
  })

  it('leave patterns with braces to the server, which braces within braces would break in the search', () => {
    const globs = { include: ['nova/**', '**/{a,b}/*.py'], exclude: ['**/{old,new}/**', 'x/**'] }
    deepStrictEqual(searchPatterns(globs), { include: '{**/*.py,**/*.conf}', exclude: 'x/**' })
  })
})
