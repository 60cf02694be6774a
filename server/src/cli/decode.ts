import { TextDecoder } from 'node:util'

/** PEP 263: a comment in one of the first two lines names the encoding. */
const codingComment = /^[ \t\f]*#.*?coding[:=][ \t]*([-\w.]+)/
const blankOrComment = /^[ \t\f]*(#.*)?$/

/**
 * The text of a Python source file: UTF-8 (its byte order mark removed) unless a coding comment names another encoding
 * that we know. Bytes that do not fit become U+FFFD. Undefined for bytes that cannot be Python source (a NUL byte).
 */
export function decodePython(bytes: Uint8Array): string | undefined {
  if (bytes.includes(0)) return undefined
  const encoding = hasUtf8Mark(bytes) ? 'utf-8' : declaredEncoding(bytes)
  if (isLatin1(encoding)) return Buffer.from(bytes).toString('latin1')
  return decoderFor(encoding).decode(bytes)
}

function hasUtf8Mark(bytes: Uint8Array): boolean {
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf
}

function declaredEncoding(bytes: Uint8Array): string {
  const head = Buffer.from(bytes.subarray(0, 1000)).toString('latin1')
  const [first = '', second = ''] = head.split(/\r\n?|\n/, 2)
  const comment = codingComment.exec(first) ?? (blankOrComment.test(first) ? codingComment.exec(second) : null)
  return (comment?.[1] ?? 'utf-8').toLowerCase().replaceAll('_', '-')
}

/** Python's Latin-1 keeps 0x80 to 0x9f as they are; the web's reads them as windows-1252. */
function isLatin1(encoding: string): boolean {
  return /^(latin-?1|iso-?8859-1|iso-latin-1|l1)(-|$)/.test(encoding)
}

function decoderFor(encoding: string): TextDecoder {
  try {
    return new TextDecoder(encoding.replace(/^cp(?=125\d$)/, 'windows-'))
  } catch {
    return new TextDecoder()
  }
}
