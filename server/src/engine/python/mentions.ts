import type { ClassDefinition, FunctionDefinition, Lambda, Statement } from '../syntax/ast'
import type { Span } from '../text'
import { boundIn } from '../syntax/walk'

/** What a piece of code, read as mere text, may reach or have. */
export interface Mentioned {
  /** Every name in what runs when somebody calls it: in all of a function, in the methods of a class. */
  readonly names: ReadonlySet<string>
  /** What a class binds, its methods left out; empty for functions. */
  readonly attributes: readonly string[]
}

/** Reads what `definition` of `text` mentions. */
export function mentionedIn(definition: FunctionDefinition | Lambda | ClassDefinition, text: string): Mentioned {
  if (definition.kind !== 'class') return { names: namesIn([definition], text), attributes: [] }
  const later = definition.body.filter(statement => !runsOnce(statement, text))
  return {
    names: namesIn(later, text),
    attributes: [...boundIn(definition.body.filter(statement => statement.kind !== 'function')).keys()],
  }
}

/** Whether a statement of a class body leaves nothing behind that can be called. */
function runsOnce({ kind, start, end }: Statement, text: string): boolean {
  return (kind === 'assign' || kind === 'expression') && !text.slice(start, end).includes('lambda')
}

/** All that looks like a name in pieces of a text, words in its strings and comments included. */
export function namesIn(code: readonly Span[], text: string): ReadonlySet<string> {
  return new Set(
    code.flatMap(({ start, end }) => text.slice(start, end).match(/[\p{ID_Start}_]\p{ID_Continue}*/gu) ?? []),
  )
}
