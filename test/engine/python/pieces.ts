import fc, { type Arbitrary } from 'fast-check'

/** What generated expressions are made of. */

/** The texts one after the other. */
export const text = (...parts: (string | Arbitrary<string>)[]): Arbitrary<string> =>
  fc.tuple(...parts.map(part => (typeof part === 'string' ? fc.constant(part) : part))).map(all => all.join(''))

/** One of these texts. */
export const one = (...choices: string[]): Arbitrary<string> => fc.constantFrom(...choices)

/** Pieces of string literals, as they are written between quotes of any sort. */
export const content = fc
  .array(
    one(
      ...[
        'a',
        'b',
        'Ab',
        ' ',
        '  ',
        'é',
        '😀',
        '%',
        '%%',
        '{{',
        '}}',
        '/',
        '-',
        ',',
        '1',
        '0',
        '.',
        '#',
        '\u00a0',
        'ß',
        'x y',
      ],
      ...[
        '\\n',
        '\\t',
        '\\\\',
        "\\'",
        '\\"',
        '\\x41',
        '\\u00e9',
        '\\U0001F600',
        '\\101',
        '\\0',
        '\\7z',
        '\\q',
        '\\r',
        '\\x00',
        '\\ud83d',
        '\\N{BULLET}',
        '\\\n',
      ],
    ),
    { maxLength: 5 },
  )
  .map(pieces => pieces.join(''))

export const plainString: Arbitrary<string> = fc
  .tuple(one('', '', '', 'r', 'u', 'R', 'U'), one("'", '"', '"""', "'''"), content)
  .map(([prefix, quote, inner]) => prefix + quote + inner + quote)

export const bytesLiteral: Arbitrary<string> = fc
  .tuple(one('b', 'B', 'rb', 'bR'), one("'", '"'), content)
  .map(([prefix, quote, inner]) => prefix + quote + inner.replace(/[^\x00-\x7f]/gu, '') + quote)

export const intLiteral = one(
  '0',
  '1',
  '2',
  '3',
  '7',
  '10',
  '255',
  '0x1F',
  '0o17',
  '0b101',
  '1_000',
  '65536',
  '9007199254740993',
  '18446744073709551616',
  '00',
)
export const floatLiteral = one(
  '0.5',
  '1.0',
  '2.5',
  '1e3',
  '1e16',
  '1e-7',
  '.1',
  '3.',
  '0.1',
  '123456.789',
  '1_0.5',
  '1e400',
  '0.0',
  '1e22',
)
export const small = one('-1', '0', '1', '2', '3')
export const index = one('0', '1', '-1', '2', '-2', '5', 'i')

export const spec = one(
  '',
  ':>6',
  ':<4',
  ':^7',
  ':*^9',
  ':05',
  ':05d',
  ':d',
  ':x',
  ':X',
  ':,',
  ':.2f',
  ':.0f',
  ':8.3f',
  ':s',
  ':10s',
  ':.3',
  ':5',
  ':+d',
  ':%',
  ':o',
  ':b',
  '!r',
  '!s',
  '!a',
  '!r:>8',
  ':e',
  ':g',
)
export const conversions = one(
  '%s',
  '%r',
  '%d',
  '%i',
  '%5s',
  '%-5s|',
  '%05d',
  '%x',
  '%X',
  '%o',
  '%.2f',
  '%f',
  '%+d',
  '% d',
  '%.3s',
  '%5.1f',
  '%%',
  '%c',
  '%e',
  '%g',
  '%#x',
  '%05.1f',
  '%-6.2f|',
  '%a',
  '%05s',
  '%.0f',
  '%3d%%',
  '%05r',
)
