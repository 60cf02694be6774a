/**
 * Which ends of a value a Python regular expression ties down when it is searched for. An end that matches anything on
 * purpose (`.*`, `.+`) counts as tied.
 */
export function isAnchored(pattern: string): { readonly start: boolean; readonly end: boolean } {
  const ends = alternatives(unwrap(pattern.replace(/^\(\?[aiLmsux]+\)/, ''))).map(part => unwrap(part.trim()))
  return { start: ends.every(startsTied), end: ends.every(endsTied) }
}

function startsTied(part: string): boolean {
  return /^(\^|\\A|\.\*|\.\+)/.test(part) || /^\((\?:)?(\^|\\A)/.test(part)
}

function endsTied(part: string): boolean {
  // A `$` or `Z` counts when it is not itself escaped: an even number of backslashes before it.
  return /(^|[^\\])(\\\\)*(\$|\\Z|\.\*|\.\+)\)*$/.test(part)
}

/** The parts between `|` outside of brackets. */
function alternatives(pattern: string): readonly string[] {
  const parts: string[] = ['']
  let depth = 0
  let inClass = false
  for (let at = 0; at < pattern.length; at++) {
    const character = pattern[at] ?? ''
    if (!inClass && depth === 0 && character === '|') {
      parts.push('')
      continue
    }
    if (character === '\\') at++
    else if (inClass) inClass = character !== ']'
    else if (character === '[') inClass = true
    else if (character === '(') depth++
    else if (character === ')') depth--
    parts.push((parts.pop() ?? '') + (character === '\\' ? pattern.slice(at - 1, at + 1) : character))
  }
  return parts
}

/** Without one pair of parentheses around the whole. */
function unwrap(pattern: string): string {
  const inner = /^\((?:\?:)?(.*)\)$/s.exec(pattern)?.[1]
  if (inner === undefined) return pattern
  let depth = 0
  for (let at = 0; at < inner.length; at++) {
    if (inner[at] === '\\') at++
    else if (inner[at] === '(') depth++
    else if (inner[at] === ')' && --depth < 0) return pattern
  }
  return inner
}

/**
 * The first part that repeats something which itself matches the same text in many ways: `(a+)+`, `(\w*)*`, `(.*)+`.
 * Undefined where each round of the repetition has to begin or end with something of its own, as in `(,\w+)*`.
 */
export function hasNestedQuantifier(pattern: string): string | undefined {
  const group = /\((?:\?:)?((?:\\.|\[(?:\\.|[^\]\\])*\]|[^()[\]\\])[+*])\)(?:[+*]|\{\d+,\})/.exec(pattern)
  return group?.[0]
}
