import type { ClassDefinition, FunctionDefinition, Lambda, Statement } from '../syntax/ast'
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
  const namesOf = (from: number, to: number): readonly string[] => text.slice(from, to).match(/[^\W\d]\w*/g) ?? []
  if (definition.kind !== 'class') return { names: new Set(namesOf(definition.start, definition.end)), attributes: [] }
  const later = definition.body.filter(statement => !runsOnce(statement, text))
  return {
    names: new Set(later.flatMap(({ start, end }) => namesOf(start, end))),
    attributes: [...boundIn(definition.body.filter(statement => statement.kind !== 'function')).keys()],
  }
}

/** Whether a statement of a class body leaves nothing behind that can be called. */
function runsOnce({ kind, start, end }: Statement, text: string): boolean {
  return (kind === 'assign' || kind === 'expression') && !text.slice(start, end).includes('lambda')
}
