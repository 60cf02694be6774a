import type { LineIndex } from '../text'
import type { Comment } from './module'

/** The comment that a stretch of a text is. */
export function commentAt(span: { start: number; end: number }, text: string, lines: LineIndex): Comment {
  const range = lines.rangeOf(span)
  const before = lines.lineText(range.start.line).slice(0, range.start.character)
  return { text: text.slice(span.start, span.end), range, ownLine: before.trim() === '' }
}
