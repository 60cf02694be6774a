import { strict as assert } from 'node:assert'
import fc from 'fast-check'
import { TextDocument } from 'vscode-languageserver-textdocument'
import { LineIndex, comparePositions, encloses, touches } from '../../server/src/engine/index'

const at = (line: number, character: number) => ({ line, character })

describe('The positions of a text', () => {
  it('count lines that end in \\n, \\r\\n or \\r alike', () => {
    const index = new LineIndex('a\nb\r\nc\rd')
    assert.equal(index.lineCount, 4)
    assert.deepEqual(
      [0, 2, 5, 7].map(offset => index.positionAt(offset)),
      [at(0, 0), at(1, 0), at(2, 0), at(3, 0)],
    )
    assert.deepEqual(
      [0, 1, 2, 3].map(line => index.lineText(line)),
      ['a', 'b', 'c', 'd'],
    )
  })

  it('begin a last empty line behind a final line end, and make one of an empty text', () => {
    assert.equal(new LineIndex('a\n').lineCount, 2)
    assert.equal(new LineIndex('').lineCount, 1)
    assert.deepEqual(new LineIndex('').positionAt(5), at(0, 0))
  })

  it('count UTF-16 units: two for a character outside the basic plane, one for a byte order mark', () => {
    assert.deepEqual(new LineIndex('\u{1F600}x').positionAt(2), at(0, 2))
    assert.deepEqual(new LineIndex('\ufeffx\n').positionAt(1), at(0, 1))
  })

  it('take what lies beyond the text as its end, and beyond a line as that line’s', () => {
    const index = new LineIndex('ab\ncd')
    assert.deepEqual(index.positionAt(99), at(1, 2))
    assert.deepEqual(index.positionAt(-1), at(0, 0))
    assert.equal(index.offsetAt(at(0, 99)), 2)
    assert.equal(index.offsetAt(at(9, 0)), 5)
    assert.equal(index.lineText(9), '')
  })

  it('do not put the end of a line between its \\r and its \\n', () => {
    const index = new LineIndex('ab\r\ncd')
    assert.deepEqual(index.positionAt(index.offsetAt(at(0, 99))).line, 0)
    assert.equal(index.offsetAt(at(0, 99)), 2)
  })

  it('are those of the editor', () => {
    const text = fc.array(fc.constantFrom('a', '\n', '\r', '\f', '\v', '\x85', '\u2028', '\u{1F600}'), {
      maxLength: 30,
    })
    fc.assert(
      fc.property(text, fc.nat(60), (pieces, offset) => {
        const document = TextDocument.create('file:///a.py', 'python', 1, pieces.join(''))
        const index = new LineIndex(document.getText())
        assert.equal(index.lineCount, document.lineCount)
        // Between `\r` and `\n` the editor has no place.
        if (document.getText().slice(offset - 1, offset + 1) === '\r\n') return
        assert.deepEqual(index.positionAt(offset), document.positionAt(offset))
      }),
    )
  })

  it('come back as the same offset, wherever it lies', () => {
    const text = fc.array(fc.constantFrom('a', '\n', '\r', '\r\n', 'é', '\u{1F600}', '\ufeff'), { maxLength: 30 })
    fc.assert(
      fc.property(text, fc.nat(60), (pieces, offset) => {
        const whole = pieces.join('')
        const index = new LineIndex(whole)
        const inside = Math.min(offset, whole.length)
        const back = index.offsetAt(index.positionAt(inside))
        // Between \r and \n no position of its own exists.
        assert.equal(back, whole[inside - 1] === '\r' && whole[inside] === '\n' ? inside - 1 : inside)
      }),
      { seed: 1 },
    )
  })

  it('compare, touch and enclose with both ends counted in', () => {
    const range = { start: at(1, 2), end: at(2, 3) }
    assert.ok(comparePositions(at(1, 9), at(2, 0)) < 0 && comparePositions(at(1, 1), at(1, 1)) === 0)
    assert.deepEqual(
      [at(1, 1), at(1, 2), at(2, 3), at(2, 4)].map(position => touches(range, position)),
      [false, true, true, false],
    )
    assert.ok(encloses(range, range) && !encloses(range, { start: at(1, 2), end: at(2, 4) }))
  })
})
