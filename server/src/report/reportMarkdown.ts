import { codeSpan, escapeMarkdown, link } from '../safe/markdown'
import { type Block, type Chart, type Inlines, piecesOf, type Report } from './document'

/** The report as Markdown. */
export function reportMarkdown({ title, verdict, parts }: Report): string {
  const head = `# ${plain(title)}\n\n**${plain(verdict)}**\n`
  const bodies = parts.map(
    (part, index) => `## ${String(index + 1)}. ${plain(part.title)}\n\n${part.blocks.map(written).join('\n\n')}\n`,
  )
  return [head, ...bodies].join('\n')
}

function written(block: Block): string {
  switch (block.kind) {
    case 'text':
      return line(block.text)
    case 'heading':
      return `### ${plain(block.text)}`
    case 'list':
      return block.items.map(item => `- ${line(item)}`).join('\n')
    case 'table':
      return table(block.caption, block.columns, block.rows)
    case 'chart':
      return table(block.caption, ['', ...block.series], rowsOf(block))
  }
}

/** The numbers of a chart as rows of a table. */
export function rowsOf({ rows }: Chart): readonly (readonly string[])[] {
  return rows.map(({ label, counts }) => [label, ...counts.map(String)])
}

function table(caption: string, columns: readonly string[], rows: readonly (readonly Inlines[])[]): string {
  const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`
  return [
    `${plain(caption)}:`,
    '',
    row(columns.map(plain)),
    row(columns.map(() => '---')),
    ...rows.map(cells => row(cells.map(line))),
  ].join('\n')
}

/** Pipes are escaped with all other punctuation, but in code, where no escape counts for anything else. */
function line(inlines: Inlines): string {
  return piecesOf(inlines)
    .map(piece => {
      if (typeof piece === 'string') return plain(piece)
      return 'code' in piece ? codeSpan(piece.code).replaceAll('|', '\\|') : link(piece.link, piece.url)
    })
    .join('')
}

/** Text that shows as itself; marks that mean nothing where they stand are left bare, for the source is read, too. */
function plain(text: string): string {
  return (
    escapeMarkdown(text, longest)
      .replace(/\\([,;'"?%=])/g, '$1')
      .replaceAll('\\/', '/')
      .replace(/\\([:)])(?=\s|$|\\?[.,;:])/g, '$1')
      .replace(/(?<=[a-z0-9)])\\\.(?=\s|$)/gi, '.')
      // But for what readers of Markdown take for an address.
      .replace(/(?<!\bwww)(?<=\w)\\\.(?=\w)/gi, '.')
      .replace(/(?<=\w)\\([-_])(?=\w)/g, '$1')
      .replace(/(?<=\s)\\\((?=\w)/g, '(')
  )
}

/** Of one piece, in characters: a list of names may be long, and is what a reader came for. */
const longest = 20_000
