import { factsOf, type OptionContext } from '../oslo/facts'
import type { OptionObj } from '../oslo/objects'
import type { DefaultChange, GroupMembership, Option } from '../oslo/option'
import { isUnknown, type Obj } from '../python/values/object'
import { toPlain } from '../python/values/plain'
import { equalFacts, equalValue } from '../python/value'
import { comparePositions, type Range } from '../text'
import type { FileState } from './fileState'

interface Kept {
  readonly option: Option
  readonly made: OptionObj
  readonly text: string
}

/**
 * The facts of one file's options from one text to the next. An option of which nothing has changed, its place
 * included, keeps its very object: whoever has judged it need not judge it again.
 */
export class KeptOptions {
  private before = new Map<string, Kept>()
  private now = new Map<string, Kept>()

  /** The facts of an option: the former ones where they still hold. */
  factsOf(made: OptionObj, own: FileState, id: string, context: OptionContext): Option {
    const { node } = made.site
    const text = own.text.slice(node.start, node.end)
    const former = this.before.get(id)
    const holds =
      former !== undefined &&
      former.text === text &&
      comparePositions(former.option.range.start, own.lines.positionAt(node.start)) === 0 &&
      sameDeclaration(former.made, made) &&
      sameMembership(former.option.membership, context.membership) &&
      sameChanges(former.option.defaultChanges, context.defaultChanges)
    const option = holds ? former.option : factsOf(made, own, id, context)
    this.now.set(id, { option, made, text })
    return option
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
