import type { WrittenImport } from './writtenImports'

/** What may be a module, by its dotted name behind `level` dots. */
export interface ModuleName {
  readonly level: number
  readonly name: string
}

/**
 * The modules that are imported on a text's first level: a name behind `from x import` may be one, or something of `x`.
 * A hint only: following the text tells what it looks up.
 */
export function* importsAhead(imports: readonly WrittenImport[]): Generator<ModuleName> {
  let last: string | undefined
  for (const { level, from = '', name, outermost } of imports) {
    if (!outermost) continue
    if (from !== '' && last !== `${String(level)} ${from}`) yield { level, name: from }
    last = `${String(level)} ${from}`
    if (name !== '*') yield { level, name: from === '' ? name : `${from}.${name}` }
  }
}
