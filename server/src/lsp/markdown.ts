/**
 * Markdown around texts that nobody vouches for: help strings, values and messages come from any file that a person
 * opens, so nothing in them may render, link or run.
 */

/** Text that shows as itself: every ASCII punctuation mark is escaped, which also keeps addresses from becoming links. */
export function escapeMarkdown(text: string): string {
  return withoutControls(text)
    .replace(/[!-/:-@[-`{-~]/g, mark => `\\${mark}`)
    .replace(/ {2,}/g, ' ')
}

/** Text on one line in a code span, whatever backticks are in it. */
export function codeSpan(text: string): string {
  const line = withoutControls(text).replace(/\s+/g, ' ').trim()
  if (line === '') return '` `'
  const fence = '`'.repeat(longestRun(line) + 1)
  const pad = line.startsWith('`') || line.endsWith('`') ? ' ' : ''
  return `${fence}${pad}${line}${pad}${fence}`
}

/** A block of code, whatever backticks are in it. */
export function codeBlock(language: string, text: string): string {
  const fence = '`'.repeat(Math.max(3, longestRun(text) + 1))
  return `${fence}${language}\n${withoutControls(text)}\n${fence}`
}

/** A link of our own making; the address is one of our data, never of the reviewed source. */
export function link(label: string, url: string): string {
  return `[${escapeMarkdown(label)}](${encodeURI(decodeSafely(url)).replace(/[()<>]/g, encodeURIComponent)})`
}

/** At most `limit` characters, cut at a word and never inside a surrogate pair, with an ellipsis where cut. */
export function shorten(text: string, limit: number): string {
  if (text.length <= limit) return text
  // No character has more than two code units.
  const characters = [...text.slice(0, 2 * limit + 2)]
  if (characters.length <= limit) return text
  const cut = characters.slice(0, limit).join('')
  const tail = cut.slice(-longestWord)
  const word = tail.search(/\s\S*$/)
  return `${word < 0 ? cut : cut.slice(0, cut.length - tail.length + word).trimEnd()}…`
}

/** A longer stretch without white space is cut inside, in characters. */
const longestWord = 31

/** Control and direction marks could hide or reorder what a reader sees. */
function withoutControls(text: string): string {
  return text.replace(/[\u0000-\u0008\u000b-\u001f\u007f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '')
}

function longestRun(text: string): number {
  return Math.max(0, ...[...text.matchAll(/`+/g)].map(run => run[0].length))
}

function decodeSafely(url: string): string {
  try {
    return decodeURI(url)
  } catch {
    return url
  }
}
