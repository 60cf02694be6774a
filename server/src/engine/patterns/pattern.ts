import { PatternError, parsePattern } from './patternSyntax'
import type { Assertion, CharacterSet, PatternNode } from './patternSyntax'

export { PatternError } from './patternSyntax'

/** Whether a text fits; takes time in proportion to the text's length, whatever the pattern. */
export type Pattern = (text: string) => boolean

/** A larger pattern is refused, so that the time for one text stays bounded. */
const largestProgram = 2000

/**
 * A pattern as policies write it: `/regex/flags` (flags i, m, s) finds a place in the text, anything else is a glob that
 * fits the whole text (`*` any characters, `?` one).
 * @throws PatternError with what is wrong, for its author
 */
export function compilePattern(text: string): Pattern {
  const regex = /^\/([^]*)\/([a-z]*)$/.exec(text)
  if (regex === null) return compileRegex(`^${globSource(text)}$`, 's')
  return compileRegex(regex[1] ?? '', regex[2] ?? '')
}

/**
 * A regex that is matched by following all its ways at once, so that no text makes it slow.
 * @throws PatternError
 */
export function compileRegex(source: string, flags: string): Pattern {
  const strange = /[^ims]/.exec(flags)
  if (strange !== null) throw new PatternError(`the flag "${strange[0]}" is not supported, only i, m and s are`)
  const how = { ignoreCase: flags.includes('i'), multiline: flags.includes('m') }
  return compileNode(parsePattern(source, flags.includes('s')), how)
}

/**
 * The matcher of a pattern that has been read.
 * @throws PatternError where it is too large
 */
export function compileNode(node: PatternNode, how: How): Pattern {
  const program: Step[] = []
  const start = emit(program, node, push(program, { kind: 'match' }))
  return text => run(program, start, text, how)
}

type Step =
  | { readonly kind: 'match' }
  | { readonly kind: 'character'; readonly set: CharacterSet; readonly next: number }
  | { readonly kind: 'assertion'; readonly at: Assertion; readonly next: number }
  | { readonly kind: 'split'; next: readonly number[] }

interface How {
  readonly ignoreCase: boolean
  readonly multiline: boolean
}

function globSource(glob: string): string {
  return glob.replace(/[\\^$.*+?()[\]{}|]/g, mark => (mark === '*' ? '.*' : mark === '?' ? '.' : `\\${mark}`))
}

function push(program: Step[], step: Step): number {
  if (program.length >= largestProgram) throw new PatternError('it is too large')
  return program.push(step) - 1
}

/** Writes the steps for `node` that go on to `next`; returns the first of them. */
function emit(program: Step[], node: PatternNode, next: number): number {
  switch (node.kind) {
    case 'character':
      return push(program, { kind: 'character', set: node.set, next })
    case 'assertion':
      return push(program, { kind: 'assertion', at: node.at, next })
    case 'sequence':
      return node.parts.reduceRight((after, part) => emit(program, part, after), next)
    case 'choice':
      return push(program, { kind: 'split', next: node.parts.map(part => emit(program, part, next)) })
    case 'repeat':
      return emitRepeat(program, node, next)
  }
}

function emitRepeat(program: Step[], { part, min, max }: PatternNode & { kind: 'repeat' }, next: number): number {
  let after = next
  if (max === Infinity) {
    const loop: Step = { kind: 'split', next: [] }
    after = push(program, loop)
    loop.next = [emit(program, part, after), next]
  } else {
    for (let more = min; more < max; more++) {
      after = push(program, { kind: 'split', next: [emit(program, part, after), next] })
    }
  }
  for (let needed = 0; needed < min; needed++) after = emit(program, part, after)
  return after
}

/** Follows every way through the program together, one character at a time. */
function run(program: readonly Step[], start: number, text: string, how: How): boolean {
  const seen = new Int32Array(program.length).fill(-1)
  let ways: number[] = []
  for (let at = 0; at <= text.length; at++) {
    const here: number[] = []
    const open = [...ways, start]
    for (let way = open.pop(); way !== undefined; way = open.pop()) {
      if (seen[way] === at) continue
      seen[way] = at
      const step = program[way]
      if (step === undefined) continue
      if (step.kind === 'match') return true
      if (step.kind === 'split') open.push(...step.next)
      else if (step.kind === 'character') here.push(way)
      else if (holds(step.at, text, at, how)) open.push(step.next)
    }
    const code = text.charCodeAt(at)
    ways = []
    for (const way of here) {
      const step = program[way]
      if (step?.kind === 'character' && has(step.set, code, how)) ways.push(step.next)
    }
  }
  return false
}

function holds(assertion: Assertion, text: string, at: number, { multiline }: How): boolean {
  if (assertion === 'start') return at === 0 || (multiline && isLineEnd(text[at - 1]))
  if (assertion === 'end') return at === text.length || (multiline && isLineEnd(text[at]))
  if (assertion === 'last line end') return at === text.length || (at === text.length - 1 && text[at] === '\n')
  const isBoundary = isWord(text[at - 1]) !== isWord(text[at])
  return isBoundary === (assertion === 'boundary')
}

function has({ ranges, negated }: CharacterSet, code: number, { ignoreCase }: How): boolean {
  if (Number.isNaN(code)) return false
  const codes = ignoreCase ? [code, folded(code, 'toLowerCase'), folded(code, 'toUpperCase')] : [code]
  return codes.some(one => ranges.some(([start, end]) => start <= one && one <= end)) !== negated
}

function folded(code: number, how: 'toLowerCase' | 'toUpperCase'): number {
  const changed = String.fromCharCode(code)[how]()
  return changed.length === 1 ? changed.charCodeAt(0) : code
}

function isWord(character: string | undefined): boolean {
  return character !== undefined && /\w/.test(character)
}

function isLineEnd(character: string | undefined): boolean {
  return character !== undefined && /[\n\r\u2028\u2029]/.test(character)
}
