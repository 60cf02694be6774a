/** What a report consists of, whatever it is written as. Texts are as they were found: whoever writes them makes them safe. */
export interface Report {
  readonly title: string
  /** One sentence for those who read no further. */
  readonly verdict: string
  readonly parts: readonly Part[]
}

export interface Part {
  /** Stays the same from version to version. */
  readonly id: string
  readonly title: string
  readonly blocks: readonly Block[]
}

export type Block =
  | { readonly kind: 'text'; readonly text: Inlines }
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'list'; readonly items: readonly Inlines[] }
  | Table
  | Chart

export interface Table {
  readonly kind: 'table'
  readonly caption: string
  readonly columns: readonly string[]
  readonly rows: readonly (readonly Inlines[])[]
}

/** Bars of counts: a row for each subject, a segment for each series. */
export interface Chart {
  readonly kind: 'chart'
  readonly caption: string
  readonly series: readonly string[]
  readonly rows: readonly { readonly label: string; readonly counts: readonly number[] }[]
}

/** A piece of a line: plain, as code, or with an address. */
export type Inline = string | { readonly code: string } | { readonly link: string; readonly url: string }
export type Inlines = Inline | readonly Inline[]

export function text(...pieces: readonly Inline[]): Block {
  return { kind: 'text', text: pieces }
}

export function heading(text: string): Block {
  return { kind: 'heading', text }
}

/** A list; where it has no items, a line that says so. */
export function list(items: readonly Inlines[], none: string): Block {
  return items.length === 0 ? text(none) : { kind: 'list', items }
}

/** A table; where it has no rows, a line that says so. */
export function table(
  caption: string,
  columns: readonly string[],
  rows: readonly (readonly Inlines[])[],
  none: string,
): Block {
  return rows.length === 0 ? text(none) : { kind: 'table', caption, columns, rows }
}

export function code(text: string): Inline {
  return { code: text }
}

export function piecesOf(inlines: Inlines): readonly Inline[] {
  return Array.isArray(inlines) ? (inlines as readonly Inline[]) : [inlines as Inline]
}

/** `1 option`, `2 options`. */
export function counted(count: number, noun: string, plural = `${noun}s`): string {
  return `${String(count)} ${count === 1 ? noun : plural}`
}
