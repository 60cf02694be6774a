import type { Call } from '../syntax/ast'
import type { LineIndex } from '../text'
import { optClasses } from './classes'
import type { CallArgument, CallLayout, OptClassName } from './option'

/** How a declaring call is written, for fixes that change it. */
export function layoutOf(call: Call, baseClass: OptClassName, source: { text: string; lines: LineIndex }): CallLayout {
  const { text, lines } = source
  const order = optClasses[baseClass].positional
  let at = 0
  let unpacked = false
  const written = call.arguments.map((argument): CallArgument => {
    const { keyword } = argument
    if (keyword === '*') unpacked = true
    const parameter =
      keyword === undefined ? (unpacked ? undefined : order[at++]) : keyword.startsWith('*') ? undefined : keyword
    return {
      keyword,
      parameter,
      range: lines.rangeOf(argument),
      valueRange: lines.rangeOf(argument.value),
      indent: indentBefore(text, argument.start),
    }
  })
  const last = call.arguments.at(-1)
  const comma = last && /^(?:\s|#[^\r\n]*[\r\n])*,/.exec(text.slice(last.end, call.close))
  return {
    arguments: written,
    open: lines.positionAt(call.open),
    close: lines.positionAt(call.close),
    trailingComma: comma ? lines.positionAt(last.end + comma[0].length) : undefined,
    broken: call.broken,
  }
}

/** The white space before an offset when nothing else stands there on its line. */
function indentBefore(text: string, offset: number): string | undefined {
  let start = offset
  while (start > 0 && (text[start - 1] === ' ' || text[start - 1] === '\t')) start--
  return start === 0 || text[start - 1] === '\n' || text[start - 1] === '\r' ? text.slice(start, offset) : undefined
}
