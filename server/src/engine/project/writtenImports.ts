/** One import as it is written. */
export interface WrittenImport {
  /** Leading dots: 0 for an absolute import. */
  readonly level: number
  /** The dotted name behind `from`; undefined for a plain `import`. */
  readonly from: string | undefined
  /** What is imported: a name of `from`, or a dotted name; `*` for all names. */
  readonly name: string
  /** What it is called here instead. */
  readonly alias: string | undefined
  /** Whether it stands at the beginning of its line: importing the module surely runs it. */
  readonly outermost: boolean
}

/** An import at the beginning of a line or of a statement behind others, with its names up to `)` or the end of the line. */
const statement =
  /(^|[;:])([ \t]{0,99})(?:from[ \t]{1,9}(\.{0,9})([\w.]{0,200})[ \t]{1,9}import[ \t]{1,9}(\([^)]{0,5000}|[^\r\n]{0,500})|import[ \t]{1,9}([^\r\n]{0,500}))/gm

/** The imports of a text, found without parsing it: now and then there is one too many, in a long string. */
export function* writtenImports(text: string): Generator<WrittenImport> {
  for (const [, before, indent, dots = '', from, names, modules] of text.matchAll(statement)) {
    const level = dots.length
    const module = names === undefined ? undefined : from
    const outermost = !before && !indent
    for (const written of (names ?? modules ?? '').replace(/#[^\r\n]*|[()\\]/g, ' ').split(',')) {
      const [, name, alias] = /^\s*([\w.]+|\*)(?:\s{1,99}as\s{1,99}(\w+))?/.exec(written) ?? []
      if (name !== undefined) yield { level, from: module, name, alias, outermost }
    }
  }
}
