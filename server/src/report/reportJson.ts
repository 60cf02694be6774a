import { version } from '../../../package.json'
import { safeJson } from '../safe/text'
import { type Block, type Inlines, piecesOf, type Report } from './document'

/** The report as JSON, version 1 of its shape: `schemas/report.schema.json`. Texts are plain. */
export function reportJson({ title, verdict, parts }: Report): string {
  const whole = {
    schemaVersion: 1,
    tool: { name: 'Nova Config Review', version },
    title,
    verdict,
    parts: parts.map(({ id, title, blocks }) => ({ id, title, blocks: blocks.map(plainBlock) })),
  }
  return `${safeJson(JSON.stringify(whole, null, 2))}\n`
}

function plainBlock(block: Block): object {
  if (block.kind === 'text') return { kind: block.kind, text: plain(block.text) }
  if (block.kind === 'list') return { kind: block.kind, items: block.items.map(plain) }
  if (block.kind === 'table') return { ...block, rows: block.rows.map(cells => cells.map(plain)) }
  return block
}

function plain(inlines: Inlines): string {
  return piecesOf(inlines)
    .map(piece => {
      if (typeof piece === 'string') return piece
      return 'code' in piece ? piece.code : `${piece.link} <${piece.url}>`
    })
    .join('')
}
