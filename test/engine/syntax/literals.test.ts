import { check } from '../engine'

describe('A literal', () => {
  it('of a string has the value that its escapes mean', () =>
    check({
      [String.raw`'\a\b\f\n\r\t\v\\\'\"'`]: String.raw`'\x07\x08\x0c\n\r\t\x0b\\\'"'`,
      [String.raw`'\x41\u00e9\U0001F600'`]: `'Aé😀'`,
      [String.raw`'\0\101\7z\777'`]: String.raw`'\x00A\x07zǿ'`,
      [String.raw`'\q\d\.'`]: String.raw`'\\q\\d\\.'`,
      "'a\\\nb'": "'ab'",
      "'''a\nb'''": String.raw`'a\nb'`,
      '"it\'s"': '"it\'s"',
      "''": "''",
    }))

  it('of a string is raw behind r, whatever the letter’s case', () =>
    check({
      [String.raw`r'\n\x41'`]: String.raw`'\\n\\x41'`,
      [String.raw`R"\""`]: String.raw`'\\"'`,
      [String.raw`u'\n'`]: String.raw`'\n'`,
    }))

  it('has the line ends of Python, not of the file', () =>
    check({ "'''a\r\nb'''": String.raw`'a\nb'`, "r'''a\rb'''": String.raw`'a\nb'` }))

  it('of bytes knows neither \\u nor \\N, and no number above 255', () =>
    check({
      [String.raw`b'\x41\101\n'`]: String.raw`b'AA\n'`,
      [String.raw`b'\u0041\N{DASH}'`]: String.raw`b'\\u0041\\N{DASH}'`,
      [String.raw`b'\777'`]: String.raw`b'\xff'`,
      [String.raw`rb'\n'`]: String.raw`b'\\n'`,
    }))

  it('is unknown when its value needs Unicode’s names, is no text, or is not valid', () =>
    check({
      [String.raw`'\N{BULLET}'`]: 'unknown',
      [String.raw`'\ud83d\ude00'`]: 'unknown',
      [String.raw`'\x4'`]: 'unknown',
      [String.raw`'\U99999999'`]: 'unknown',
    }))

  it('of several adjacent strings is one, in parentheses over several lines, too', () =>
    check({
      "'a' 'b' \"c\"": "'abc'",
      "('a'\n  # why\n  'b')": "'ab'",
      "'a' r'\\n' '''b'''": String.raw`'a\\nb'`,
      "b'a' b'b'": "b'ab'",
      "b'a' 'b'": 'unknown',
    }))

  it('of a number is an int of any size or a float', () =>
    check({
      '0': '0',
      '1_000': '1000',
      '0x1F': '31',
      '0o17': '15',
      '0b101': '5',
      '0xdead_beef': '3735928559',
      '9007199254740993': '9007199254740993',
      '1.0': '1.0',
      '.5': '0.5',
      '3.': '3.0',
      '1e3': '1000.0',
      '1_0.5e-1': '1.05',
      '1e400': "float('inf')",
      '1e16': '1e+16',
      '-0.0': '-0.0',
    }))

  it('of Python 2 keeps its meaning', () => check({ '0777': '511', '10L': '10' }))

  it('of a complex number is left alone', () => check({ '1j': 'unknown' }))

  it('of f-strings shows what its fields hold', () =>
    check(
      {
        "f'a{x}b'": "'a1b'",
        "f'{s!r}|'": `"'t'|"`,
        "f'{s!r:>5}|'": 'unknown',
        "f'{{{x}}}'": "'{1}'",
        "'p' f'{x}' 'q'": "'p1q'",
        "rf'\\n{x}'": String.raw`'\\n1'`,
        "f'{x:03d}'": 'unknown',
        "f'{unknown_name}'": 'unknown',
        "f'{x=}'": 'unknown',
        "f'{x:{x}}'": 'unknown',
      },
      "x = 1\ns = 't'",
    ))
})
