/** What is wrong with a pattern, in words for its author. */
export class PatternError extends Error {}

/** A regex as a tree: what it may match next, in order. */
export type PatternNode =
  | { readonly kind: 'character'; readonly set: CharacterSet }
  | { readonly kind: 'assertion'; readonly at: Assertion }
  | { readonly kind: 'sequence'; readonly parts: readonly PatternNode[] }
  | { readonly kind: 'choice'; readonly parts: readonly PatternNode[] }
  | { readonly kind: 'repeat'; readonly part: PatternNode; readonly min: number; readonly max: number }

/** `last line end`: the end, or just before a line feed that ends the text. */
export type Assertion = 'start' | 'end' | 'last line end' | 'boundary' | 'no boundary'

/** UTF-16 code units, by inclusive ranges. */
export interface CharacterSet {
  readonly ranges: readonly (readonly [number, number])[]
  readonly negated: boolean
}

/** Counted repetition is written out when a pattern is compiled, so it has to stay small. */
const largestCount = 100

const digits = [[48, 57]] as const
const wordCharacters = [
  [48, 57],
  [65, 90],
  [95, 95],
  [97, 122],
] as const
const blanks = [
  [9, 13],
  [32, 32],
  [160, 160],
  [0x2028, 0x2029],
  [0xfeff, 0xfeff],
] as const
const newlines = [
  [10, 10],
  [13, 13],
  [0x2028, 0x2029],
] as const
export const classes: Readonly<Record<string, readonly (readonly [number, number])[]>> = {
  d: digits,
  w: wordCharacters,
  s: blanks,
}
const controls: Readonly<Record<string, number>> = { n: 10, r: 13, t: 9, f: 12, v: 11, 0: 0 }

/**
 * Reads a regex of JavaScript's syntax without what cannot be matched in linear time (references, look-around).
 * @throws PatternError
 */
export function parsePattern(source: string, dotAll: boolean): PatternNode {
  const reader = new PatternReader(source, dotAll)
  const node = reader.choice(0)
  if (!reader.atEnd) throw new PatternError(`")" at ${reader.at + 1} closes nothing`)
  return node
}

/** Reads what most dialects have in common; what is Python's own, its reader says. */
export class PatternReader {
  at = 0

  constructor(
    protected readonly source: string,
    protected dotAll: boolean,
  ) {}

  get atEnd(): boolean {
    return this.at >= this.source.length
  }

  choice(depth: number): PatternNode {
    if (depth > 50) throw new PatternError('groups are nested too deep')
    const parts = [this.sequence(depth)]
    while (this.take('|')) parts.push(this.sequence(depth))
    return parts.length === 1 ? parts[0]! : { kind: 'choice', parts }
  }

  protected sequence(depth: number): PatternNode {
    const parts: PatternNode[] = []
    while (!this.atEnd && this.peek() !== '|' && this.peek() !== ')') parts.push(this.repeated(depth))
    return { kind: 'sequence', parts }
  }

  protected repeated(depth: number): PatternNode {
    const part = this.single(depth)
    const count = this.count()
    if (count === undefined) return part
    if (part.kind === 'assertion') throw new PatternError(`nothing to repeat at ${this.at}`)
    this.manner()
    if (this.count() !== undefined) throw new PatternError(`two repetitions at ${this.at}`)
    return { kind: 'repeat', part, ...count }
  }

  /** Lazy or not makes no difference to whether a text matches. */
  protected manner(): void {
    this.take('?')
  }

  protected count(): { min: number; max: number } | undefined {
    if (this.take('*')) return { min: 0, max: Infinity }
    if (this.take('+')) return { min: 1, max: Infinity }
    if (this.take('?')) return { min: 0, max: 1 }
    const counted = /^\{(\d+)(,(\d*))?\}/.exec(this.source.slice(this.at, this.at + 20))
    if (counted === null) return undefined
    this.at += counted[0].length
    const min = Number(counted[1])
    const max = counted[2] === undefined ? min : counted[3] === '' ? Infinity : Number(counted[3])
    if (min > largestCount || (max > largestCount && max !== Infinity)) {
      throw new PatternError(`${counted[0]} repeats more than ${largestCount} times`)
    }
    if (max < min) throw new PatternError(`${counted[0]} is out of order`)
    return { min, max }
  }

  protected single(depth: number): PatternNode {
    const character = this.next()
    switch (character) {
      case '.':
        return { kind: 'character', set: this.dotAll ? none(true) : { ranges: newlines, negated: true } }
      case '^':
        return { kind: 'assertion', at: 'start' }
      case '$':
        return { kind: 'assertion', at: 'end' }
      case '(':
        return this.group(depth)
      case '[':
        return { kind: 'character', set: this.set() }
      case '\\':
        return this.escaped()
      case '*':
      case '+':
      case '?':
        throw new PatternError(`nothing to repeat at ${this.at}`)
      default:
        return { kind: 'character', set: one(character.charCodeAt(0)) }
    }
  }

  protected group(depth: number): PatternNode {
    if (this.take('?') && !this.take(':')) {
      throw new PatternError(
        `"(?${this.peek()}" at ${this.at - 1} is not supported: look-around and named groups are not`,
      )
    }
    const node = this.choice(depth + 1)
    if (!this.take(')')) throw new PatternError('a "(" is not closed')
    return node
  }

  protected escaped(): PatternNode {
    if (this.take('b')) return { kind: 'assertion', at: 'boundary' }
    if (this.take('B')) return { kind: 'assertion', at: 'no boundary' }
    return { kind: 'character', set: this.escapedSet() }
  }

  protected escapedSet(): CharacterSet {
    const letter = this.next()
    const known = classes[letter.toLowerCase()]
    if (known !== undefined) return { ranges: known, negated: letter !== letter.toLowerCase() }
    const control = controls[letter]
    if (control !== undefined) return one(control)
    if (letter === 'x' || letter === 'u') return one(this.hexadecimal(letter === 'x' ? 2 : 4))
    if (/[A-Za-z0-9]/.test(letter)) throw new PatternError(`"\\${letter}" at ${this.at - 1} is not supported`)
    return one(letter.charCodeAt(0))
  }

  protected hexadecimal(length: number): number {
    const text = this.source.slice(this.at, this.at + length)
    if (text.length < length || !/^[0-9a-f]+$/i.test(text)) throw new PatternError(`a broken escape at ${this.at - 1}`)
    this.at += length
    return Number.parseInt(text, 16)
  }

  protected set(): CharacterSet {
    const negated = this.take('^')
    const ranges: (readonly [number, number])[] = []
    while (!this.take(']')) {
      const first = this.member()
      const isRange = this.peek() === '-' && this.source[this.at + 1] !== ']'
      if (!isRange) ranges.push(...first)
      else {
        this.at += 1
        ranges.push(rangeOf(first, this.member()))
      }
    }
    return { ranges, negated }
  }

  protected member(): readonly (readonly [number, number])[] {
    const character = this.next()
    if (character !== '\\') return one(character.charCodeAt(0)).ranges
    if (this.take('b')) return one(8).ranges
    const { ranges, negated } = this.escapedSet()
    return negated ? complement(ranges) : ranges
  }

  protected next(): string {
    const character = this.source[this.at]
    if (character === undefined) throw new PatternError('it ends too early')
    this.at += 1
    return character
  }

  protected peek(): string {
    return this.source[this.at] ?? ''
  }

  protected take(character: string): boolean {
    if (this.source[this.at] !== character) return false
    this.at += 1
    return true
  }
}

export function one(code: number): CharacterSet {
  return { ranges: [[code, code]], negated: false }
}

function none(negated: boolean): CharacterSet {
  return { ranges: [], negated }
}

export function rangeOf(
  from: readonly (readonly [number, number])[],
  to: readonly (readonly [number, number])[],
): readonly [number, number] {
  const [[start, startEnd] = [0, -1]] = from
  const [[end, endEnd] = [0, -1]] = to
  if (start !== startEnd || end !== endEnd || end < start) throw new PatternError('a range in [] is out of order')
  return [start, end]
}

function complement(ranges: readonly (readonly [number, number])[]): readonly (readonly [number, number])[] {
  const gaps: (readonly [number, number])[] = []
  let from = 0
  for (const [start, end] of [...ranges].sort((a, b) => a[0] - b[0])) {
    if (start > from) gaps.push([from, start - 1])
    from = end + 1
  }
  return [...gaps, [from, 0xffff]]
}
