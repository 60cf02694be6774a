/**
 * Texts that nobody vouches for, made fit for the places where people see them. Names, values, paths and messages come
 * from any file that somebody opens. Facts keep them as they are; whatever shows them goes through this room. Imports
 * nothing, so that the client can share it.
 */

/** What has no shape of its own, ends lines or turns their direction round, and halves of characters. */
const invisible = /[\p{C}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/gu

/**
 * Shows each invisible character as Python writes it in a string: `\n`, `\x1b`, `\u202e`. Left out, two names would look
 * like one; replaced by one mark, they could not be told apart. This way people can search for them in the source.
 */
export function visible(text: string): string {
  return text.replace(invisible, asPython)
}

const short: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t' }

function asPython(character: string): string {
  const code = character.codePointAt(0) ?? 0
  const hex = (digits: number): string => code.toString(16).padStart(digits, '0')
  if (code < 0x100) return short[character] ?? `\\x${hex(2)}`
  return code < 0x10000 ? `\\u${hex(4)}` : `\\U${hex(8)}`
}

/** A longer stretch without white space is cut inside, in characters. */
const longestWord = 31

/**
 * Cuts a text so that at most `limit` characters are seen of it once it is made visible: at a word, and never inside a
 * character. `rest` is what was cut off, empty where nothing was.
 */
export function cut(text: string, limit: number): { head: string; rest: string } {
  if (text.length <= limit && visible(text).length <= limit) return { head: text, rest: '' }
  let end = 0
  let seen = 0
  // No character has more than two code units.
  for (const character of text.slice(0, 2 * limit + 2)) {
    seen += Math.max(1, visible(character).length - character.length + 1)
    if (seen > limit) break
    end += character.length
  }
  if (end === text.length) return { head: text, rest: '' }
  const tail = text.slice(Math.max(0, end - longestWord), end)
  const word = tail.search(/\s\S*$/)
  const at = word < 0 ? end : text.slice(0, end - tail.length + word).trimEnd().length
  return { head: text.slice(0, at), rest: text.slice(at) }
}

/** A name or a value on one line, short enough for rows, symbols, titles and the terminal. */
export function label(text: string, limit = 200): string {
  const { head, rest } = cut(text, limit)
  return rest === '' ? visible(head) : `${visible(head)}…`
}

/** What somebody is told, on one line: names in it are cut already, but it may have been written by anybody. */
export function message(text: string): string {
  return label(text, 500)
}

/** The same for a message box, where VS Code makes links of `[text](address)`, also such that run commands. */
export function notice(text: string): string {
  return message(text).replaceAll('](', '] (')
}

/** Several lines for a log: of the stack of an error, each is one. */
export function logText(text: string): string {
  const { head, rest } = cut(text, 10_000)
  return rest === '' ? visibleLines(head) : `${visibleLines(head)}…`
}

/** Every line made visible, and ended where it ended. */
export function visibleLines(text: string): string {
  return text.split('\n').map(visible).join('\n')
}

/** Source code on one line: how it is laid out means nothing. */
export function oneLine(source: string): string {
  return source.replace(/\s+/g, ' ')
}

/** The address of a link, with nothing in it that ends the link or cannot stand in a URI. */
export function address(url: string): string {
  return encodeURI(decoded(visible(url))).replace(/[()<>]/g, encodeURIComponent)
}

function decoded(url: string): string {
  try {
    return visible(decodeURI(url))
  } catch {
    return url
  }
}

/** JSON as text whose invisible characters are written as `\u....`: the values stay what they are, halves of characters too. */
export function safeJson(json: string): string {
  // Outside of its strings JSON has none but the ends of its own lines, and in them no such end.
  return json.replace(invisible, character =>
    character === '\n'
      ? character
      : Array.from({ length: character.length }, (_, at) => unicodeEscape(character.charCodeAt(at))).join(''),
  )
}

function unicodeEscape(unit: number): string {
  return `\\u${unit.toString(16).padStart(4, '0')}`
}
