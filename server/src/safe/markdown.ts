import { address, cut, visible, visibleLines } from './text'

/**
 * Markdown around texts that nobody vouches for: help strings, values and messages come from any file that a person
 * opens, so nothing in them may render, link or run, nor fill the screen.
 */

/** Text that shows as itself on one line: every ASCII punctuation mark is escaped, so that nothing becomes a link. */
export function escapeMarkdown(text: string, limit = 500): string {
  const { head, rest } = cut(text, limit)
  const escaped = visible(head)
    .replace(/[!-/:-@[-`{-~]/g, mark => `\\${mark}`)
    .replace(/ {2,}/g, ' ')
  return `${escaped}${leftOut(rest)}`
}

/**
 * Text on one line in a code span. With backticks in it, it is plain text: how long a span's own have to be, readers of
 * Markdown agree on, but not on where emphasis around or before it ends.
 */
export function codeSpan(text: string, limit = 200): string {
  if (text.includes('`')) return escapeMarkdown(text, limit)
  const { head, rest } = cut(text, limit)
  const line = visible(head).trim()
  // Some take a backslash for one that escapes the end of the span.
  const pad = line === '' || line.endsWith('\\') ? ' ' : ''
  return `\`${pad}${line}${pad}\`${leftOut(rest)}`
}

/** A block of code, whatever backticks are in it. */
export function codeBlock(language: string, text: string, limit = 1000): string {
  const { head, rest } = cut(text, limit)
  const code = visibleLines(head)
  const fence = '`'.repeat(Math.max(3, longestRun(code) + 1))
  const more = rest === '' ? '' : `\n\n${leftOut(rest).trim()}`
  return `${fence}${language}\n${code}\n${fence}${more}`
}

/** A link; where its address is too long to be one, its text. */
export function link(text: string, url: string): string {
  const shown = escapeMarkdown(text)
  return url.length > longestAddress ? shown : `[${shown}](${address(url)})`
}

const longestAddress = 500

/**
 * The first of `count`, and how many more there are: at least one, and not more than `most` or than fit into `room`
 * characters.
 */
export function firstOf(
  items: readonly string[],
  separator: string,
  most: number,
  room = 3000,
  count = items.length,
): string {
  let left = room
  const shown = items.slice(0, most).filter((item, index) => {
    left -= item.length + separator.length
    return index === 0 || left >= 0
  })
  const more = count - shown.length
  return [...shown, ...(more === 0 ? [] : [`… and ${String(more)} more`])].join(separator)
}

/** How much was cut off; nothing of nothing. */
export function leftOut(rest: string): string {
  const count = [...rest].length
  return count === 0 ? '' : `… *(${String(count)} more character${count === 1 ? '' : 's'})*`
}

function longestRun(text: string): number {
  return Math.max(0, ...[...text.matchAll(/`+/g)].map(run => run[0].length))
}
