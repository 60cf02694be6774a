import { deepStrictEqual, equal } from 'node:assert/strict'
import { asReason, remembered } from '../../client/src/reason'

describe('The reason to ignore a finding', () => {
  it('is one line that people can see, or none', () => {
    equal(asReason('  two\nlines,\u202e\tand more '), 'two lines, and more')
    equal(asReason(' \n\u200b'), undefined)
  })

  it('is offered again, each once and the newest first', () => {
    deepStrictEqual(remembered('b', ['a', 'b']), ['b', 'a'])
    equal(
      remembered(
        'new',
        Array.from({ length: 20 }, (_, n) => `old ${n}`),
      ).length,
      8,
    )
  })
})
