import { deepStrictEqual, equal, match } from 'node:assert/strict'
import { decodePython } from '../../client/src/decodePython'

const bytes = (...parts: (string | number[])[]): Uint8Array =>
  Buffer.concat(parts.map(part => (typeof part === 'string' ? Buffer.from(part, 'latin1') : Buffer.from(part))))

describe('Decoding a Python file', () => {
  it('reads UTF-8 without being told', () => {
    deepStrictEqual(decodePython(Buffer.from("help='Größe 🗝'")), { text: "help='Größe 🗝'" })
  })

  it('leaves out a byte order mark, as the editor does', () => {
    deepStrictEqual(decodePython(bytes([0xef, 0xbb, 0xbf], 'x = 1')), { text: 'x = 1' })
  })

  it('keeps line ends as they are', () => {
    deepStrictEqual(decodePython(bytes('a\r\nb\rc\n')), { text: 'a\r\nb\rc\n' })
  })

  for (const cookie of ['# -*- coding: latin-1 -*-', '# vim: set fileencoding=ISO-8859-1 :', '#coding=latin_1']) {
    it(`obeys ${cookie}`, () => {
      deepStrictEqual(decodePython(bytes(`${cookie}\n`, [0xe9, 0x80])), { text: `${cookie}\n\u00e9\u0080` })
    })
  }

  it('obeys a coding comment in the second line, below a comment', () => {
    equal(decodePython(bytes('#!/usr/bin/python\r\n# coding: koi8_r\r\n', [0xc1]))?.text.at(-1), 'а')
  })

  it('knows no coding comment below a statement', () => {
    const decoded = decodePython(bytes('import os\n# coding: latin-1\n', [0xe9]))
    equal(decoded?.text.at(-1), '\ufffd')
    match(decoded.doubt ?? '', /not all of it is utf-8/)
  })

  it('reads a file in an unknown encoding as UTF-8, and says so', () => {
    const decoded = decodePython(bytes('# coding: rot13\nx = 1'))
    equal(decoded?.text, '# coding: rot13\nx = 1')
    match(decoded.doubt ?? '', /"rot13" is not known/)
  })

  it('refuses what is not text', () => {
    equal(decodePython(bytes([0x7f, 0x45, 0x4c, 0x46, 0])), undefined)
    equal(decodePython(bytes([0xff, 0xfe, 0x61, 0])), undefined)
  })

  it('takes a large file', () => {
    equal(decodePython(bytes('# coding: latin-1\n', 'x'.repeat(3_000_000)))?.text.length, 3_000_018)
  })
})
