import assert from 'node:assert/strict'
import fc from 'fast-check'
import { PatternError, compilePattern, compileRegex } from '../../server/src/engine/patterns/pattern'

describe('A pattern', () => {
  it('without slashes is a glob that fits the whole text', () => {
    const fits = compilePattern('*_pass?ord')
    assert.ok(fits('admin_password') && fits('_pass ord'))
    assert.ok(!fits('admin_passwords') && !fits('password') && !fits('x_passord'))
    assert.ok(compilePattern('a.b(c)')('a.b(c)') && !compilePattern('a.b')('axb'))
    assert.ok(compilePattern('a*')('a\nb'))
  })

  it('between slashes is a regex that finds a place, with flags', () => {
    assert.ok(compilePattern('/pass(word)?$/')('my_pass'))
    assert.ok(!compilePattern('/^pass/')('my_pass'))
    assert.ok(compilePattern('/POSSIBLE values:/i')('Possible Values:'))
    assert.ok(compilePattern('/^b$/m')('a\nb\nc') && !compilePattern('/^b$/')('a\nb\nc'))
    assert.ok(compilePattern('/a.b/s')('a\nb') && !compilePattern('/a.b/')('a\nb'))
  })

  const refused: [string, RegExp][] = [
    ['/(/', /"\(" is not closed/],
    ['/a)/', /closes nothing/],
    ['/*/', /nothing to repeat/],
    ['/[a/', /ends too early/],
    ['/[z-a]/', /out of order/],
    ['/(a)\\1/', /"\\1" at 4 is not supported/],
    ['/(?=a)/', /not supported/],
    ['/\\p/', /not supported/],
    ['/a{1,1000}/', /more than 100 times/],
    ['/((a{100}){100}){100}/', /too large/],
    ['/a/g', /the flag "g" is not supported/],
    [`/${'('.repeat(100)}/`, /nested too deep/],
  ]
  for (const [pattern, message] of refused) {
    it(`is refused with a reason: ${pattern.slice(0, 30)}`, () => {
      assert.throws(
        () => compilePattern(pattern),
        (error: unknown) => error instanceof PatternError && message.test(error.message),
      )
    })
  }

  it('takes no longer for texts that make others backtrack for ever', () => {
    for (const source of ['^(a+)+$', '(a|a)*b', '(.*)*x', '(a*)*(a*)*b', '(x+x+)+y']) {
      const start = performance.now()
      assert.equal(compileRegex(source, '')(`${'a'.repeat(5000)}!`), false)
      assert.ok(performance.now() - start < 2000, source)
    }
  })

  it("says what JavaScript's own regexes say", () => {
    const atom = fc.constantFrom(
      'a',
      'b',
      '_',
      '.',
      '\\d',
      '\\w',
      '\\s',
      '\\W',
      '[ab]',
      '[^a]',
      '[a-c1]',
      '\\b',
      '\\B',
      '^',
      '$',
      '\\.',
      '[\\]x-]',
      '\\x61',
      ' ',
    )
    const { pattern } = fc.letrec<{ pattern: string; sequence: string; item: string }>(tie => ({
      pattern: fc.array(tie('sequence'), { minLength: 1, maxLength: 3 }).map(parts => parts.join('|')),
      sequence: fc.array(tie('item'), { maxLength: 4 }).map(parts => parts.join('')),
      item: fc.oneof(
        { maxDepth: 3 },
        atom,
        fc
          .tuple(tie('pattern'), fc.constantFrom('', '*', '+', '?', '{2}', '{0,2}', '{1,}', '*?'))
          .map(([p, c]) => `(?:${p})${c}`),
      ),
    }))
    const text = fc.string({ unit: fc.constantFrom('a', 'b', 'A', '1', '_', ' ', '\n', '.', 'é'), maxLength: 8 })
    fc.assert(
      fc.property(pattern, fc.constantFrom('', 'i', 'm', 's', 'im'), text, (source, flags, subject) => {
        assert.equal(compileRegex(source, flags)(subject), new RegExp(source, flags).test(subject))
      }),
      { numRuns: 2000 },
    )
  })
})
