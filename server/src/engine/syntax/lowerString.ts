import type { Node } from './node'
import type { Span } from '../text'
import type { Expression, FormattedField } from './ast'
import { decodeString, unescape } from './literals'
import { expressions, spanOf, type Lowering } from './nodes'

type Lower = (node: Node, lowering: Lowering) => Expression

/** A string literal or several adjacent ones, joined as Python joins them; `lower` reads the fields of f-strings. */
export function lowerString(node: Node, lowering: Lowering, lower: Lower): Expression {
  const span = spanOf(node)
  const pieces = node.type === 'concatenated_string' ? expressions(node) : [node]
  const parts: (string | FormattedField)[] = []
  let bytes: boolean | undefined
  for (const piece of pieces) {
    const literal = decodeString(lowering.text.slice(piece.startIndex, piece.endIndex))
    if (!literal || (bytes !== undefined && bytes !== literal.isBytes)) return unread(pieces, lowering, span, lower)
    bytes = literal.isBytes
    if (!literal.isFormatted) parts.push(literal.value)
    else {
      const fields = formattedParts(piece, literal.isRaw, lowering, lower)
      if (!fields) return unread(pieces, lowering, span, lower)
      for (const field of fields) parts.push(field)
    }
  }
  if (!parts.every(part => typeof part === 'string'))
    return { kind: 'formatted', parts, start: span.start, end: span.end }
  return { kind: bytes ? 'bytes' : 'string', value: parts.join(''), start: span.start, end: span.end }
}

/** Strings whose text cannot be told: what is called inside their fields is called all the same. */
function unread(pieces: readonly Node[], lowering: Lowering, span: Span, lower: Lower): Expression {
  const fields = pieces.flatMap(piece => piece.namedChildren.filter(child => child.type === 'interpolation'))
  const parts = fields.flatMap(field => expressions(field).slice(0, 1))
  return { kind: 'other', parts: parts.map(part => lower(part, lowering)), start: span.start, end: span.end }
}

/** The texts and fields of one f-string; undefined when a piece cannot be read. */
function formattedParts(
  node: Node,
  raw: boolean,
  lowering: Lowering,
  lower: Lower,
): (string | FormattedField)[] | undefined {
  const parts: (string | FormattedField)[] = []
  for (const child of node.namedChildren) {
    if (child.type === 'string_content') {
      const written = lowering.text.slice(child.startIndex, child.endIndex)
      const text = unescape(written.replace(/\{\{/g, '{').replace(/\}\}/g, '}'), raw, false)
      if (text === undefined) return undefined
      parts.push(text)
    } else if (child.type === 'interpolation') {
      const [value, ...rest] = expressions(child)
      if (!value) return undefined
      let conversion: string | undefined
      let format: string | undefined | null
      for (const extra of rest) {
        const written = lowering.text.slice(extra.startIndex, extra.endIndex)
        if (extra.type === 'type_conversion') conversion = written.slice(1)
        else if (extra.type === 'format_specifier')
          format =
            extra.namedChildren.some(c => c.type === 'interpolation') || written.includes('{') ? null : written.slice(1)
        else return undefined
      }
      // `f'{name=}'` also prints the expression: rare enough to leave alone.
      if (/^\s*=/.test(lowering.text.slice(value.endIndex, child.endIndex))) return undefined
      parts.push({ value: lower(value, lowering), conversion, format })
    }
  }
  return parts
}
