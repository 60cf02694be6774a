import assert from 'node:assert/strict'
import type { PyValue } from '../../server/src/engine/index'
import { writeJson } from '../../server/src/cli/writeJson'
import { jsonOf } from '../../server/src/engine/index'

const float = (value: number): PyValue => ({ py: 'float', value })

describe('A Python value as JSON', () => {
  const written: readonly (readonly [string, PyValue, string])[] = [
    ['None', null, 'null'],
    ['an int', 7, '7'],
    ['an int of any size', 2n ** 70n, '1180591620717411303424'],
    ['a float that is whole', float(1), '1.0'],
    ['a float with an exponent', float(1e300), '1e+300'],
    ['a string with quotes and beyond ASCII', 'a"\n👷', '"a\\"\\n👷"'],
    ['a tuple, as a list', { py: 'tuple', items: [1, { py: 'list', items: [true] }] }, '[1, [true]]'],
    [
      'a dict, its keys as strings',
      {
        py: 'dict',
        entries: [
          ['a', 1],
          [2, 'b'],
          [true, null],
          [null, float(0.5)],
        ],
      },
      '{"2": "b", "a": 1, "true": null, "null": 0.5}',
    ],
  ]
  for (const [what, value, text] of written) {
    it(`is, for ${what}, what json.dumps writes`, () => {
      const json = jsonOf(value)
      assert.ok(json !== undefined)
      assert.equal(writeJson(json), text)
    })
  }

  const refused: readonly (readonly [string, PyValue])[] = [
    ['bytes', { py: 'bytes', value: 'x' }],
    ['a set', { py: 'set', items: [1] }],
    ['not a number', float(NaN)],
    ['infinity in a list', { py: 'list', items: [float(Infinity)] }],
    ['a dict with a tuple as key', { py: 'dict', entries: [[{ py: 'tuple', items: [] }, 1]] }],
  ]
  for (const [what, value] of refused) {
    it(`does not exist for ${what}`, () => assert.equal(jsonOf(value), undefined))
  }
})
