import { codeSpan, escapeMarkdown, leftOut } from '../safe/markdown'
import { cut } from '../safe/text'

/** In characters. */
const longestLiteral = 600

/** A help text in two parts: the paragraphs that fit into `room` characters, or the beginning of the first, and the rest. */
export function splitHelp(text: string, room: number): readonly [first: string, rest: string] {
  const paragraphs = text.trim().split(/\n[ \t]*\n/)
  let left = room
  const tooMuch = paragraphs.findIndex(paragraph => (left -= paragraph.length) < 0)
  if (tooMuch < 0) return [paragraphs.join('\n\n'), '']
  if (tooMuch > 0) return [paragraphs.slice(0, tooMuch).join('\n\n'), paragraphs.slice(tooMuch).join('\n\n')]
  const { head, rest } = cut(paragraphs[0] ?? '', room)
  return [`${head} …`, ['… ' + rest.trimStart(), ...paragraphs.slice(1)].join('\n\n')]
}

/** A text of several paragraphs, each on one line; list items and ``literals`` stay what they are in reStructuredText. */
export function prose(text: string, limit: number): string {
  const { head, rest } = cut(text.trim(), limit)
  const paragraphs = head
    .split(/\n[ \t]*\n/)
    .map(paragraph =>
      paragraph
        .trim()
        .split(/\n[ \t]*(?=[*-]\s)/)
        .map(describeLine)
        .join('\n'),
    )
    .filter(paragraph => paragraph !== '')
    .join('\n\n')
  return `${paragraphs}${leftOut(rest)}`
}

function describeLine(line: string): string {
  const mark = /^[*-]\s+/.exec(line)?.[0]
  const escaped = line
    .slice(mark?.length ?? 0)
    .replace(/\s+/g, ' ')
    .trim()
    .split(/``([^`]+)``/)
    .map((part, index) => (index % 2 === 1 ? codeSpan(part, longestLiteral) : escapeMarkdown(part, longestLiteral)))
    .join('')
  return mark === undefined ? escaped : `- ${escaped}`
}
