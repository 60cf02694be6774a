/** PEP 263: a comment in one of the first two lines names the encoding. */
const codingComment = /^[ \t\f]*#.*?coding[:=][ \t]*([-\w.]+)/
const blankOrComment = /^[ \t\f]*(#.*)?$/

export interface Decoded {
  readonly text: string
  /** Why the text may not be what Python reads, to be put behind the name of the file; absent when all is well. */
  readonly doubt?: string
}

/**
 * The text of a Python file from its bytes: UTF-8 (without its byte order mark) unless a coding comment names another
 * encoding. Bytes that do not fit become U+FFFD, as in the editor; an encoding that is not known here is read as
 * UTF-8; both are a doubt. Undefined for what cannot be Python (a NUL byte).
 */
export function decodePython(bytes: Uint8Array): Decoded | undefined {
  if (bytes.includes(0)) return undefined
  const declared = declaredEncoding(bytes)
  if (declared === undefined) return decodeWith('utf-8', bytes)
  const name = declared.toLowerCase().replace(/[-_.]/g, '')
  const isUtf8 = /^(utf8|utf8sig|utf|u8|cp65001)$/.test(name)
  if (hasMark(bytes) && !isUtf8) return inDoubt(bytes, `has the mark of UTF-8, and says that it is ${declared}`)
  if (isUtf8) return decodeWith('utf-8', bytes)
  if (/^(usascii|ascii|us|646)$/.test(name)) {
    return bytes.some(byte => byte > 0x7f) ? inDoubt(bytes, 'is not all ascii') : { text: latin1(bytes) }
  }
  if (/^(iso)?88591$|^(iso)?latin1?$|^l1$/.test(name)) return { text: latin1(bytes) }
  if (/^(cp|windows)?1252$/.test(name)) return { text: windows1252(bytes) }
  const label = labelOf(name)
  if (label !== undefined) return decodeWith(label, bytes)
  return inDoubt(bytes, `is read as UTF-8: the encoding "${declared}" is not known here`)
}

function hasMark(bytes: Uint8Array): boolean {
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf
}

function declaredEncoding(bytes: Uint8Array): string | undefined {
  const start = hasMark(bytes) ? 3 : 0
  const [first = '', second = ''] = latin1(bytes.subarray(start, start + 1000)).split(/\r\n?|\n/, 2)
  const comment = codingComment.exec(first) ?? (blankOrComment.test(first) ? codingComment.exec(second) : null)
  // Python takes Latin-1 and UTF-8 with whatever is put behind their names: Emacs puts its line ends there.
  return comment?.[1]?.replace(/^(utf[-_]8|(?:iso[-_])?latin[-_]1|iso[-_]8859[-_]1)[-_].*/i, '$1')
}

/**
 * What the platform calls the encodings in which it reads what Python reads, by Python's names without their dashes.
 * Others are left out on purpose: in UTF-7, `unicode_escape` or ISO-2022 a text may hold statements that nobody sees in
 * its bytes, and of UTF-16 and `rot13` Python itself makes no source.
 */
const labels: readonly (readonly [names: RegExp, label: string])[] = [
  [/^(?:cp|windows)?(125\d)$/, 'windows-$1'],
  [/^(?:iso)?8859([2-8]|1[0345])$/, 'iso-8859-$1'],
  [/^(?:iso)?8859(9|11)$/, 'iso-8859-$1'],
  [/^(?:latin|l)([234])$/, 'iso-8859-$1'],
  [/^(?:latin|l)5$/, 'iso-8859-9'],
  [/^(?:latin|l)9$/, 'iso-8859-15'],
  [/^koi8([ru])$/, 'koi8-$1'],
  [/^(?:cp|ibm)?866$/, 'ibm866'],
  [/^mac(?:roman|intosh)$/, 'macintosh'],
  [/^(?:gbk|gb2312|euccn|(?:cp|ms)?936)$/, 'gbk'],
  [/^gb18030$/, 'gb18030'],
  [/^big5(?:tw)?$/, 'big5'],
  [/^eucjp$|^ujis$/, 'euc-jp'],
  [/^(?:shift|s|csshift)_?jis$|^(?:cp|ms)?932$|^windows31j$/, 'shift_jis'],
  [/^euckr$/, 'euc-kr'],
]

function labelOf(name: string): string | undefined {
  const found = labels.find(([names]) => names.test(name))
  return found && name.replace(found[0], found[1])
}

function decodeWith(label: string, bytes: Uint8Array): Decoded {
  try {
    return { text: new TextDecoder(label, { fatal: true }).decode(bytes) }
  } catch {
    return inDoubt(bytes, `is not all ${label}`, label)
  }
}

function inDoubt(bytes: Uint8Array, doubt: string, label = 'utf-8'): Decoded {
  return { text: new TextDecoder(label).decode(bytes), doubt }
}

/** Byte for byte, as Python reads Latin-1; the web's decoder reads 0x80 to 0x9f as windows-1252. */
function latin1(bytes: Uint8Array): string {
  const step = 8192 // more arguments at once overflow the stack
  let text = ''
  for (let start = 0; start < bytes.length; start += step) {
    text += String.fromCharCode(...bytes.subarray(start, start + step))
  }
  return text
}

/** 0x80 to 0x9f in windows-1252; some releases of Node read them as Latin-1. */
const from80 = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ'

function windows1252(bytes: Uint8Array): string {
  return latin1(bytes).replace(/[\x80-\x9f]/g, byte => from80[byte.charCodeAt(0) - 0x80]!)
}
