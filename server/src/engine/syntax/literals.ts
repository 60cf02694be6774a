/** Python's string and number literals, decoded as the Python reference says (lexical analysis, literals). */

export interface DecodedString {
  readonly value: string
  readonly isBytes: boolean
  readonly isFormatted: boolean
  readonly isRaw: boolean
  /** Offsets of the text between the quotes, within the literal. */
  readonly contentStart: number
  readonly contentEnd: number
}

const opening = /^([a-zA-Z]{0,3})("""|'''|"|')/

/** Decodes one string literal with its prefix and quotes; undefined when it is none or is not closed. */
export function decodeString(literal: string): DecodedString | undefined {
  const match = opening.exec(literal)
  if (!match) return undefined
  const prefix = match[1]!.toLowerCase()
  const quote = match[2]!
  const contentStart = match[0].length
  const contentEnd = literal.length - quote.length
  if (contentEnd < contentStart || !literal.endsWith(quote)) return undefined
  const isRaw = prefix.includes('r')
  const isBytes = prefix.includes('b')
  const content = unescape(literal.slice(contentStart, contentEnd), isRaw, isBytes)
  if (content === undefined) return undefined
  return { value: content, isBytes, isFormatted: /[ft]/.test(prefix), isRaw, contentStart, contentEnd }
}

const simpleEscapes: Readonly<Record<string, string>> = {
  '\n': '',
  '\\': '\\',
  "'": "'",
  '"': '"',
  a: '\x07',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
}

/** The value of a literal's content; undefined for escapes that need Unicode's name table (`\N{...}`) or are not valid. */
export function unescape(content: string, raw: boolean, bytes: boolean): string | undefined {
  // Python reads a source file with universal line ends: the value of a literal never holds the file's `\r\n`.
  const text = content.includes('\r') ? content.replace(/\r\n?/g, '\n') : content
  if (raw || !text.includes('\\')) return text
  const invalid: string[] = []
  const escapes = bytes
    ? /\\(?:([0-7]{1,3})|x([0-9a-fA-F]{2})|([\s\S]))/g
    : /\\(?:([0-7]{1,3})|x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|([\s\S]))/g
  const value = text.replace(escapes, (whole: string, ...groups: (string | undefined)[]) => {
    const octal = groups[0]
    const hex = bytes ? groups[1] : (groups[1] ?? groups[2] ?? groups[3])
    const character = bytes ? groups[2] : groups[4]
    if (octal !== undefined) return String.fromCodePoint(parseInt(octal, 8) & (bytes ? 0xff : 0x1ff))
    if (hex !== undefined) {
      const code = parseInt(hex, 16)
      // Half a surrogate pair is a character of its own in Python, of which two do not make one.
      if (code <= 0x10ffff && (code < 0xd800 || code > 0xdfff)) return String.fromCodePoint(code)
      invalid.push(whole)
    }
    if (character === 'x' || (!bytes && /[uUN]/.test(character ?? ''))) invalid.push(whole)
    return simpleEscapes[character ?? ''] ?? whole
  })
  return invalid.length === 0 ? value : undefined
}

/** Decodes an integer or float literal; undefined for a complex number or what is no number. */
export function decodeNumber(literal: string): { value: number | bigint; isFloat: boolean } | undefined {
  // Python 2's `0777` and `10L` still stand in old files; they have no other meaning.
  const digits = literal.replace(/_/g, '').toLowerCase().replace(/l$/, '')
  if (digits.endsWith('j')) return undefined
  if (/^0[0-7]+$/.test(digits) && !/^0+$/.test(digits)) return decodeNumber('0o' + digits.slice(1))
  if (/^(0x[0-9a-f]+|0o[0-7]+|0b[01]+|[0-9]+)$/.test(digits)) {
    // A number of more digits than anyone writes is not worth the time its conversion takes.
    if (digits.length > 4300) return undefined
    return { value: compactInteger(BigInt(digits)), isFloat: false }
  }
  if (/^([0-9]+(\.[0-9]*)?|\.[0-9]+)(e[+-]?[0-9]+)?$/.test(digits)) return { value: Number(digits), isFloat: true }
  return undefined
}

/** A number where it is exact, else the bigint itself. */
export function compactInteger(value: bigint): number | bigint {
  return value >= BigInt(Number.MIN_SAFE_INTEGER) && value <= BigInt(Number.MAX_SAFE_INTEGER) ? Number(value) : value
}
