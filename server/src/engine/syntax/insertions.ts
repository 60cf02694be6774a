import type { Span } from '../text'
import type { Move } from './moved'

/** Some characters that a text lacks, and where. */
export interface Insertion {
  readonly at: number
  readonly text: string
}

/** A text with insertions, and the way back to the text without them: there, what was inserted has no width. */
export interface Inserted {
  readonly text: string
  /** Where the insertions are in the longer text. */
  readonly added: readonly Span[]
  readonly back: Move
}

/** Makes insertions, which are in the order of their places. */
export function insert(text: string, insertions: readonly Insertion[]): Inserted {
  const pieces: string[] = []
  const starts: number[] = []
  let at = 0
  let added = 0
  const lengths: number[] = []
  for (const each of insertions) {
    pieces.push(text.slice(at, each.at), each.text)
    starts.push(each.at + added)
    lengths.push((added += each.text.length))
    at = each.at
  }
  pieces.push(text.slice(at))
  return {
    text: pieces.join(''),
    added: insertions.map((each, index) => ({ start: starts[index]!, end: starts[index]! + each.text.length })),
    back: {
      from: starts[0] ?? text.length,
      offset: offset => {
        const count = countBelow(starts, offset)
        return count === 0 ? offset : Math.max(insertions[count - 1]!.at, offset - lengths[count - 1]!)
      },
    },
  }
}

/** Where what was added begins. */
export function startsOf(added: readonly Span[]): ReadonlySet<number> {
  return new Set(added.map(({ start }) => start))
}

/** How many of some ascending numbers are less than another. */
export function countBelow(numbers: readonly number[], limit: number): number {
  let low = 0
  let high = numbers.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if (numbers[middle]! < limit) low = middle + 1
    else high = middle
  }
  return low
}
