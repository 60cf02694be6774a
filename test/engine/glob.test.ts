import assert from 'node:assert/strict'
import fc from 'fast-check'
import picomatch from 'picomatch/posix'
import { compileGlob } from '../../server/src/engine/index'

describe('A glob', () => {
  it('fits what picomatch says it fits', () => {
    const name = fc.array(fc.constantFrom('a', 'b', '*', '?', '.', '[ab]', '[^a]', '[a-c]', '{a,b}', '{a*,.b}'), {
      minLength: 1,
      maxLength: 3,
    })
    const part = fc.oneof(
      fc.constant('**'),
      name.map(marks => marks.join('').replace(/\*+/g, '*')),
    )
    const glob = fc.array(part, { minLength: 1, maxLength: 4 }).map(parts => parts.join('/'))
    const path = fc
      .array(fc.string({ unit: fc.constantFrom('a', 'b', 'c', '.'), minLength: 1, maxLength: 3 }), {
        minLength: 1,
        maxLength: 4,
      })
      // Paths are those of files that are there: none has a part `.` or `..`.
      .filter(parts => parts.every(one => !/^\.+$/.test(one)))
      .map(parts => parts.join('/'))
    fc.assert(
      fc.property(glob, path, (pattern, file) => {
        // Whether `*/**` fits a file that could only be a folder is a question of taste.
        fc.pre(!/(^|\/)\.+(\/|$)|\*\*\/\*\*|[^a-z]\/\*\*$/.test(pattern))
        assert.equal(compileGlob(pattern)(file), picomatch(pattern, { dot: true })(file), `${pattern} on ${file}`)
      }),
      { numRuns: 5000 },
    )
  })

  it('takes marks for themselves behind a backslash, and braces that are not closed', () => {
    assert.ok(compileGlob('a\\*b')('a*b') && !compileGlob('a\\*b')('axb'))
    assert.ok(compileGlob('a{b')('a{b') && compileGlob('a}b')('a}b') && compileGlob('a[b')('a[b'))
    assert.ok(compileGlob('a+(b)|c$')('a+(b)|c$'))
  })

  it('takes no time to speak of, however it was made', () => {
    const long = `${'a'.repeat(250)}!`
    const start = performance.now()
    for (const glob of [
      '*a'.repeat(100),
      '{a,aa}'.repeat(50),
      `${'**/'.repeat(50)}b`,
      '{'.repeat(200),
      '*'.repeat(5000),
    ]) {
      assert.equal(typeof compileGlob(glob)(long), 'boolean')
    }
    assert.ok(performance.now() - start < 2000)
  })
})
