import { compileNode } from './pattern'
import { PatternError, type PatternNode } from './patternSyntax'
import { PythonReader, Unfollowed } from './pythonSyntax'

/** What Python's `re` makes of a pattern. */
export type PythonRegex =
  | {
      readonly kind: 'compiled'
      /** Whether `search` finds it somewhere; undefined where that is not followed (texts beyond ASCII). */
      readonly search: (text: string) => boolean | undefined
    }
  | { readonly kind: 'broken'; readonly problem: string }
  /** Python takes it, or may take it, and what it finds is not followed. */
  | { readonly kind: 'unknown' }

/** Compiles a pattern of Python's `re`; a text takes time in proportion to its length. */
export function compilePythonRegex(source: string, ignoreCase: boolean): PythonRegex {
  try {
    const reader = new PythonReader(source)
    const node = reader.choice(0)
    if (!reader.atEnd) throw new PatternError('unbalanced parenthesis')
    if (!reader.isFollowed || !isAscii(source)) return { kind: 'unknown' }
    return searcher(node, ignoreCase || reader.ignoreCase)
  } catch (error) {
    if (error instanceof Unfollowed) return { kind: 'unknown' }
    if (error instanceof PatternError) return { kind: 'broken', problem: error.message }
    throw error
  }
}

function searcher(node: PatternNode, ignoreCase: boolean): PythonRegex {
  try {
    const matches = compileNode(node, { ignoreCase, multiline: false })
    return { kind: 'compiled', search: text => (isAscii(text) ? matches(text) : undefined) }
  } catch (error) {
    // Too large to be followed.
    if (error instanceof PatternError) return { kind: 'unknown' }
    throw error
  }
}

function isAscii(text: string): boolean {
  return /^[\x00-\x7f]*$/.test(text)
}
