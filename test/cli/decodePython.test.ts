import { deepStrictEqual, equal } from 'node:assert/strict'
import { decodePython } from '../../server/src/decodePython'

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
    deepStrictEqual(decodePython(bytes('import os\n# coding: latin-1\n', [0xe9])), {
      text: 'import os\n# coding: latin-1\n\ufffd',
      doubt: 'is not all utf-8',
    })
  })

  it('takes a replacement character that somebody wrote as what it is', () => {
    deepStrictEqual(decodePython(Buffer.from("help='\ufffd'")), { text: "help='\ufffd'" })
  })

  for (const [cookie, byte, character] of [
    ['cp1252', [0x80], '€'],
    ['cp1251', [0xe0], 'а'],
    ['iso-8859-15', [0xa4], '€'],
    ['latin2', [0xb1], 'ą'],
    ['koi8-r', [0xc1], 'а'],
    ['gb2312', [0xd6, 0xd0], '中'],
    ['shift_jis', [0x83, 0x5c], 'ソ'],
    ['euc-jp', [0xa4, 0xa2], 'あ'],
    ['big5', [0xa4, 0xa4], '中'],
    ['utf-8-sig', [0xc3, 0xa9], 'é'],
    ['utf-8-unix', [0xc3, 0xa9], 'é'],
  ] as const) {
    it(`reads ${cookie} as Python reads it`, () => {
      deepStrictEqual(decodePython(bytes(`# coding: ${cookie}\n`, [...byte])), {
        text: `# coding: ${cookie}\n${character}`,
      })
    })
  }

  for (const cookie of [
    'utf-7',
    'unicode_escape',
    'raw_unicode_escape',
    'punycode',
    'rot13',
    'utf-16',
    'iso-2022-jp',
    'hz',
    'x-user-defined',
  ]) {
    it(`does not pretend to have read ${cookie}`, () => {
      const decoded = decodePython(bytes(`# coding: ${cookie}\nx = 1`))
      equal(decoded?.text, `# coding: ${cookie}\nx = 1`)
      equal(decoded.doubt, `is read as UTF-8: the encoding "${cookie}" is not known here`)
    })
  }

  it('says where the bytes are not what the comment promises, or the mark says otherwise', () => {
    equal(decodePython(bytes('# coding: ascii\n', [0xc3, 0xa9]))?.doubt, 'is not all ascii')
    equal(decodePython(bytes('# coding: shift_jis\n', [0x83, 0x0a]))?.doubt, 'is not all shift_jis')
    equal(
      decodePython(bytes([0xef, 0xbb, 0xbf], '# coding: latin-1\n'))?.doubt,
      'has the mark of UTF-8, and says that it is latin-1',
    )
  })

  it('refuses what is not text', () => {
    equal(decodePython(bytes([0x7f, 0x45, 0x4c, 0x46, 0])), undefined)
    equal(decodePython(bytes([0xff, 0xfe, 0x61, 0])), undefined)
  })

  it('takes a large file', () => {
    equal(decodePython(bytes('# coding: latin-1\n', 'x'.repeat(3_000_000)))?.text.length, 3_000_018)
  })
})
