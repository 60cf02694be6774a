/** An import as it is written: dots in front, then a dotted name. */
export interface WrittenImport {
  /** Leading dots: 0 for an absolute import. */
  readonly level: number
  readonly name: string
}

/** An import at the beginning of a line, with its names up to `)` or the end of the line. */
const statement =
  /^(?:from[ \t]{1,9}(\.{0,9})([\w.]{0,200})[ \t]{1,9}import[ \t]{1,9}(\([^)]{0,5000}|[^\r\n]{0,500})|import[ \t]{1,9}([^\r\n]{0,500}))/gm

/**
 * The modules that a text may import on its first level, found without parsing it: a name behind `from x import` may be
 * one, or something of `x`. A hint only: following the text tells what it looks up.
 */
export function* importsAhead(text: string): Generator<WrittenImport> {
  for (const [, dots = '', from = '', names, modules] of text.matchAll(statement)) {
    if (names !== undefined && from !== '') yield { level: dots.length, name: from }
    for (const written of (names ?? modules ?? '').replace(/#[^\r\n]*|[()\\]/g, ' ').split(',')) {
      const name = /^\s*([\w.]+)/.exec(written)?.[1]
      if (name !== undefined) yield { level: dots.length, name: from === '' ? name : `${from}.${name}` }
    }
  }
}
