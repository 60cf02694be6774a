import { PatternError, type CharacterSet, type PatternNode } from './patternSyntax'
import { PythonReader, Unfollowed } from './pythonSyntax'

/** Of one part of a pattern, and of a whole one. */
const mostVariants = 24

/** Characters that tell sets apart, the plain ones first. */
const probes = Array.from('a0Z-_.:/ @,=*é')

/**
 * Texts that a pattern of Python's `re` finds itself in, by its parts: each alternative, the ends of each range, the least
 * and the next number of repetitions. A choice of them, not all; none where the pattern is not followed.
 */
export function samplesOf(source: string): readonly string[] {
  try {
    const reader = new PythonReader(source)
    const node = reader.choice(0)
    return reader.atEnd ? variants(node) : []
  } catch (error) {
    if (error instanceof PatternError || error instanceof Unfollowed) return []
    throw error
  }
}

function variants(node: PatternNode): readonly string[] {
  switch (node.kind) {
    case 'character':
      return charactersOf(node.set)
    case 'assertion':
      return ['']
    case 'choice':
      return some(node.parts.flatMap(variants))
    case 'repeat':
      return repeated(node)
    case 'sequence':
      return oneAtATime(node.parts.map(variants))
  }
}

function repeated({ part, min, max }: PatternNode & { kind: 'repeat' }): readonly string[] {
  const once = variants(part)
  const counts = [...new Set([Math.max(min, 1), min, min + 1])].filter(count => count <= max)
  return some(counts.flatMap(count => (count === 0 ? [''] : once.map(text => text.repeat(count)))))
}

/** Each part is varied while the others stay at their first: their product would be too many. */
function oneAtATime(parts: readonly (readonly string[])[]): readonly string[] {
  if (parts.some(part => part.length === 0)) return []
  const first = parts.map(part => part[0]!)
  return some([
    first.join(''),
    ...parts.flatMap((part, at) => part.slice(1).map(text => first.with(at, text).join(''))),
  ])
}

function charactersOf({ ranges, negated }: CharacterSet): readonly string[] {
  const has = (code: number): boolean => ranges.some(([start, end]) => start <= code && code <= end) !== negated
  const plain = probes.filter(character => has(character.charCodeAt(0)))
  const ends = negated ? [] : ranges.flat().map(code => String.fromCharCode(code))
  return some([...plain, ...ends])
}

function some(texts: readonly string[]): readonly string[] {
  return [...new Set(texts)].slice(0, mostVariants)
}
