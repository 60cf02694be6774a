import { classes, one, PatternError, PatternReader, rangeOf } from './patternSyntax'
import type { CharacterSet, PatternNode } from './patternSyntax'

/** What Python takes, and what cannot be matched in linear time or is not worth following: it says nothing of a text. */
export class Unfollowed extends Error {}

const largestCount = 100
const controls: Readonly<Record<string, number>> = { n: 10, r: 13, t: 9, f: 12, v: 11, a: 7 }
const nothing: PatternNode = { kind: 'sequence', parts: [] }
const lineFeed: CharacterSet = { ranges: [[10, 10]], negated: true }
const anything: CharacterSet = { ranges: [], negated: true }
/** Python's white space among the first 128 characters. */
const blanks = [
  [9, 13],
  [28, 32],
] as const

/** Reads a pattern of Python's `re`; its errors are those that Python raises for it, whatever its version. */
export class PythonReader extends PatternReader {
  /** Whether something was read that Python takes and we do not follow. */
  isFollowed = true
  ignoreCase = false

  constructor(source: string) {
    super(source, false)
    const flags = /^\(\?([aiLmsux]+)\)/.exec(source)
    if (!flags) return
    if (/[xL]/.test(flags[1]!)) throw new Unfollowed()
    this.isFollowed = !flags[1]!.includes('m')
    this.ignoreCase = flags[1]!.includes('i')
    this.dotAll = flags[1]!.includes('s')
    this.at = flags[0].length
  }

  override choice(depth: number): PatternNode {
    if (depth > 40) throw new Unfollowed()
    return super.choice(depth)
  }

  protected override manner(): void {
    // A possessive repetition, as of Python 3.11.
    if (!this.take('?') && this.take('+')) this.isFollowed = false
  }

  protected override count(): { min: number; max: number } | undefined {
    if (this.peek() !== '{') return super.count()
    const counted = /^\{(\d*)(,(\d*))?\}/.exec(this.source.slice(this.at, this.at + 40))
    if (counted === null || counted[0] === '{}') return undefined
    this.at += counted[0].length
    const min = Number(counted[1] ?? 0)
    const max = counted[2] === undefined ? min : counted[3] === '' ? Infinity : Number(counted[3])
    if (max < min) throw new PatternError('min repeat greater than max repeat')
    if (min > largestCount || (max > largestCount && max !== Infinity)) throw new Unfollowed()
    return { min, max }
  }

  protected override single(depth: number): PatternNode {
    if (this.take('.')) return { kind: 'character', set: this.dotAll ? anything : lineFeed }
    if (this.take('$')) return { kind: 'assertion', at: 'last line end' }
    return super.single(depth)
  }

  protected override group(depth: number): PatternNode {
    if (!this.take('?')) return this.closed(depth)
    const extension =
      /^(?:P<\w+>|P=\w+(?=\))|#[^)]*(?=\))|<?[=!]|[:>]|\(\w+\)|(?=[a-zA-Z-])[aiLmsux]*(?:-[imsx]+)?[:)])/.exec(
        this.source.slice(this.at),
      )?.[0]
    if (extension === undefined) throw new PatternError(`unknown extension ?${this.peek()}`)
    this.at += extension.length
    if (extension.startsWith('#')) return this.ended(nothing)
    if (extension === ':' || extension.startsWith('P<')) return this.closed(depth)
    if (extension.includes('x')) throw new Unfollowed()
    this.isFollowed = false
    if (extension.endsWith(')') && !extension.startsWith('(')) return nothing
    return extension.startsWith('P=') ? this.ended(nothing) : this.closed(depth)
  }

  private closed(depth: number): PatternNode {
    return this.ended(this.choice(depth + 1))
  }

  private ended(node: PatternNode): PatternNode {
    if (!this.take(')')) throw new PatternError('missing ), unterminated subpattern')
    return node
  }

  protected override escaped(): PatternNode {
    if (this.take('A')) return { kind: 'assertion', at: 'start' }
    if (this.take('Z')) return { kind: 'assertion', at: 'end' }
    return super.escaped()
  }

  protected override escapedSet(): CharacterSet {
    const letter = this.next()
    if (letter.toLowerCase() === 's') return { ranges: blanks, negated: letter === 'S' }
    const known = classes[letter.toLowerCase()]
    if (known !== undefined) return { ranges: known, negated: letter !== letter.toLowerCase() }
    const control = controls[letter]
    if (control !== undefined) return one(control)
    if (letter === 'x' || letter === 'u') return one(this.hexadecimal(letter === 'x' ? 2 : 4))
    // References to groups, characters by octal number or by name.
    if (/[0-9NU]/.test(letter)) throw new Unfollowed()
    // Python 3.14 adds `\z`.
    if (letter === 'z') throw new Unfollowed()
    if (/[A-Za-z]/.test(letter)) throw new PatternError(`bad escape \\${letter}`)
    return one(letter.charCodeAt(0))
  }

  /** A bracket that stands first is a member. */
  protected override set(): CharacterSet {
    const negated = this.take('^')
    const ranges: (readonly [number, number])[] = []
    for (let isFirst = true; isFirst || this.peek() !== ']'; isFirst = false) {
      const first = this.member()
      if (this.peek() !== '-' || this.source[this.at + 1] === ']') ranges.push(...first)
      else {
        this.at += 1
        ranges.push(rangeOf(first, this.member()))
      }
    }
    this.at += 1
    return { ranges, negated }
  }
}
