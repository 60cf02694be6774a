import type { Span } from '../text'

/** A text that is Python to its last character, perhaps with pieces that were added to make it so. */
export interface Complete {
  readonly text: string
  /** What nobody wrote, in ascending order. */
  readonly added: readonly Span[]
}

/** What stood between `start` and `end` has become what stands between `start` and `end + shift`; the rest is the same. */
export interface TextChange extends Span {
  readonly shift: number
}

/** Where a text differs from one before, be it only in what was added and what was written. */
export function changeBetween(before: Complete, now: Complete): TextChange {
  const shift = now.text.length - before.text.length
  let start = sharedStart(before.text, now.text)
  let end = before.text.length - sharedEnd(before.text, now.text, start)
  for (const span of before.added) {
    start = Math.min(start, span.start)
    end = Math.max(end, span.end)
  }
  for (const span of now.added) {
    start = Math.min(start, span.start)
    end = Math.max(end, span.end - shift)
  }
  return { start, end, shift }
}

function sharedStart(a: string, b: string): number {
  const most = Math.min(a.length, b.length)
  let at = 0
  while (at < most && a.charCodeAt(at) === b.charCodeAt(at)) at++
  return at
}

/** How many characters the texts share at their ends, those they share at their starts left out. */
function sharedEnd(a: string, b: string, start: number): number {
  const most = Math.min(a.length, b.length) - start
  let count = 0
  while (count < most && a.charCodeAt(a.length - 1 - count) === b.charCodeAt(b.length - 1 - count)) count++
  return count
}
