import { factsOf, type OptionContext } from '../oslo/facts'
import type { OptionObj } from '../oslo/objects'
import type { DefaultChange, GroupMembership, Option } from '../oslo/option'
import { isUnknown, type Obj } from '../python/values/object'
import { toPlain } from '../python/values/plain'
import { equalFacts, equalValue } from '../python/value'
import { comparePositions, movedDown, type Range } from '../text'
import type { FileState } from './fileState'

interface Kept {
  readonly option: Option
  readonly made: OptionObj
  readonly text: string
}

/** Of which option another is a copy, so many lines further down and nothing else. */
export interface Moved {
  readonly from: Option
  readonly lines: number
}

/**
 * The facts of one file's options from one text to the next. An option of which nothing has changed, its place
 * included, keeps its very object: whoever has judged it need not judge it again. One that has only moved says from where.
 */
export class KeptOptions {
  private before = new Map<string, Kept>()
  private now = new Map<string, Kept>()
  private readonly moves = new WeakMap<Option, Moved>()

  /** The facts of an option: the former ones where they still hold. */
  factsOf(made: OptionObj, own: FileState, id: string, context: OptionContext): Option {
    const { node } = made.site
    const text = own.text.slice(node.start, node.end)
    const former = this.before.get(id)
    const holds =
      former !== undefined &&
      former.text === text &&
      sameDeclaration(former.made, made) &&
      sameMembership(former.option.membership, context.membership) &&
      sameChanges(former.option.defaultChanges, context.defaultChanges)
    const option = (holds ? this.at(own, node.start, former.option) : undefined) ?? factsOf(made, own, id, context)
    this.now.set(id, { option, made, text })
    return option
  }

  /** Where an option comes from that has only moved since it was made. */
  movedFrom(option: Option): Moved | undefined {
    return this.moves.get(option)
  }

  /** The facts of an option that now begins at an offset; undefined where it stands otherwise in its line. */
  private at(own: FileState, start: number, option: Option): Option | undefined {
    const { line, character } = own.lines.positionAt(start)
    const lines = line - option.range.start.line
    if (character !== option.range.start.character) return undefined
    if (lines === 0) return option
    const { membership, defaultChanges, ...declared } = option
    // In the order in which facts always come, so that they read the same.
    const now = { ...option, ...movedDown(declared, lines), membership, defaultChanges }
    const before = this.moves.get(option)
    // Always said of the one that was made: a chain would keep all between from being forgotten.
    this.moves.set(now, { from: before?.from ?? option, lines: lines + (before?.lines ?? 0) })
    return now
  }

  /** Ends a round: what was asked for in it is what the next one may keep. */
  turn(): void {
    this.before = this.now
    this.now = new Map()
  }
}

/** Whether two option objects that one call made say the same. */
export function sameDeclaration(a: OptionObj, b: OptionObj): boolean {
  if (a.className !== b.className || a.open !== b.open || a.parameters.size !== b.parameters.size) return false
  for (const [name, value] of a.parameters) {
    const other = b.parameters.get(name)
    if (other === undefined || !sameValue(value, other)) return false
  }
  return true
}

function sameValue(a: Obj, b: Obj): boolean {
  if (a === b) return true
  if (isUnknown(a) && isUnknown(b)) return a.reason === b.reason && a.pattern === b.pattern
  const [one, other] = [toPlain(a), toPlain(b)]
  return one !== undefined && other !== undefined && equalValue(one, other)
}

function sameMembership(a: GroupMembership, b: GroupMembership): boolean {
  return (
    a.groups.join('\n') === b.groups.join('\n') &&
    a.complete === b.complete &&
    a.registered === b.registered &&
    a.onImport.join('\n') === b.onImport.join('\n') &&
    a.registeredIn.join('\n') === b.registeredIn.join('\n') &&
    a.listedIn.join('\n') === b.listedIn.join('\n') &&
    a.listed === b.listed
  )
}

function sameChanges(a: readonly DefaultChange[], b: readonly DefaultChange[]): boolean {
  return (
    a.length === b.length &&
    a.every(({ value, file, range }, at) => {
      const other = b[at]!
      return file === other.file && sameRange(range, other.range) && equalFacts(value, other.value)
    })
  )
}

function sameRange(a: Range, b: Range): boolean {
  return comparePositions(a.start, b.start) === 0 && comparePositions(a.end, b.end) === 0
}
