/** PEP 263: a comment in one of the first two lines names the encoding. */
const codingComment = /^[ \t\f]*#.*?coding[:=][ \t]*([-\w.]+)/
const blankOrComment = /^[ \t\f]*(#.*)?$/

export interface Decoded {
  readonly text: string
  /** Why the text may not be what its author meant; absent when all is well. */
  readonly doubt?: string
}

/**
 * The text of a Python file from its bytes: UTF-8 (without its byte order mark) unless a coding comment names another
 * encoding. Bytes that do not fit become U+FFFD, as in the editor. Undefined for what cannot be Python (a NUL byte).
 */
export function decodePython(bytes: Uint8Array): Decoded | undefined {
  if (bytes.includes(0)) return undefined
  const declared = hasMark(bytes) ? 'utf-8' : declaredEncoding(bytes)
  if (isLatin1(declared)) return { text: latin1(bytes) }
  const decoder = decoderFor(declared)
  if (decoder === undefined) {
    return {
      text: new TextDecoder().decode(bytes),
      doubt: `the encoding "${declared}" is not known here; read as UTF-8`,
    }
  }
  const text = decoder.decode(bytes)
  return text.includes('\ufffd') ? { text, doubt: `not all of it is ${decoder.encoding}` } : { text }
}

function hasMark(bytes: Uint8Array): boolean {
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf
}

function declaredEncoding(bytes: Uint8Array): string {
  const [first = '', second = ''] = latin1(bytes.subarray(0, 1000)).split(/\r\n?|\n/, 2)
  const comment = codingComment.exec(first) ?? (blankOrComment.test(first) ? codingComment.exec(second) : null)
  return (comment?.[1] ?? 'utf-8').toLowerCase().replaceAll('_', '-')
}

/** Python's Latin-1 keeps 0x80 to 0x9f as they are; the web's decoder reads them as windows-1252. */
function isLatin1(encoding: string): boolean {
  return /^(latin-?1|iso-?8859-1|iso-latin-1|l1)(-|$)/.test(encoding)
}

function latin1(bytes: Uint8Array): string {
  const step = 8192 // more arguments at once overflow the stack
  let text = ''
  for (let start = 0; start < bytes.length; start += step) {
    text += String.fromCharCode(...bytes.subarray(start, start + step))
  }
  return text
}

function decoderFor(encoding: string): InstanceType<typeof TextDecoder> | undefined {
  try {
    return new TextDecoder(encoding.replace(/^cp(?=125\d$)/, 'windows-'))
  } catch {
    return undefined
  }
}
