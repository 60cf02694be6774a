import type { CallArgument, Option } from '../oslo/option'
import { comparePositions } from '../text'
import type { Edit, Position } from '../text'
import type { FixEdit } from './rule'

/**
 * Edits on a declaring call that keep it valid Python in the style it is written in: one keyword per line where it is
 * written so, a trailing comma kept, a call on one line left on one line. An undefined answer means that no edit is
 * sure to be right (a half-typed call, an argument that cannot be told apart), so the caller offers none.
 */

/** The argument that binds to a parameter of oslo.config, by keyword or by position. */
export function argumentFor(option: Option, parameter: string): CallArgument | undefined {
  return option.call.arguments.find(argument => (argument.parameter ?? argument.keyword) === parameter)
}

/**
 * Gives `keyword` the value `source` (Python text): replaces the value that is written, or adds the keyword. `blank` is
 * an offset in `source` where the author's words go.
 */
export function setKeyword(
  option: Option,
  keyword: string,
  source: string,
  blank?: number,
): readonly FixEdit[] | undefined {
  if (option.call.broken) return undefined
  const existing = argumentFor(option, keyword)
  if (existing !== undefined) return [withBlank({ range: existing.valueRange, newText: source }, source, blank)]
  // What `**kwargs` brings is not known: adding the keyword could give it twice, which Python refuses.
  if (option.call.arguments.some(argument => argument.keyword === '**')) return undefined
  return insertArgument(option, `${keyword}=${source}`).map(edit => withBlank(edit, source, blank))
}

function withBlank(edit: Edit, source: string, blank: number | undefined): FixEdit {
  const at = edit.newText.indexOf(source)
  return blank === undefined || at < 0 ? edit : { ...edit, blanks: [at + blank] }
}

function insertArgument(option: Option, text: string): readonly Edit[] {
  const { arguments: written, close, trailingComma } = option.call
  const help = argumentFor(option, 'help')
  if (help?.keyword === 'help') {
    const newText = help.indent === undefined ? `${text}, ` : `${text},\n${help.indent}`
    return [insertion(help.range.start, newText)]
  }
  const last = written.at(-1)
  if (last === undefined) return [insertion(close, text)]
  const end = last.range.end
  if (last.indent === undefined) {
    return trailingComma === undefined ? [insertion(end, `, ${text}`)] : [insertion(trailingComma, ` ${text},`)]
  }
  // Where the parenthesis closes on a later line, the new line goes below the last one and whatever comment ends it.
  const nextLine = { line: (trailingComma ?? end).line + 1, character: 0 }
  const closesBelow = close.line > nextLine.line - 1
  if (trailingComma !== undefined) {
    return closesBelow
      ? [insertion(nextLine, `${last.indent}${text},\n`)]
      : [insertion(trailingComma, `\n${last.indent}${text},`)]
  }
  return closesBelow
    ? [insertion(end, ','), insertion(nextLine, `${last.indent}${text},\n`)]
    : [insertion(end, `,\n${last.indent}${text}`)]
}

/**
 * Takes keyword arguments away, each with its comma and its line; keywords that are not written are passed over.
 * Undefined when one is positional: the others would move.
 */
export function removeKeywords(option: Option, keywords: readonly string[]): readonly Edit[] | undefined {
  if (option.call.broken) return undefined
  const { arguments: written } = option.call
  if (written.some(argument => argument.keyword === undefined && keywords.includes(argument.parameter ?? ''))) {
    return undefined
  }
  const goes = (index: number): boolean => keywords.includes(written[index]?.keyword ?? '')
  const edits: Edit[] = []
  for (let first = 0; first < written.length; first++) {
    if (!goes(first)) continue
    let last = first
    while (goes(last + 1)) last++
    edits.push(removeRun(option, first, last))
    first = last
  }
  return edits
}

/** Deletes the neighbouring arguments `first` to `last` as one piece, so that edits never overlap. */
function removeRun({ call }: Option, first: number, last: number): Edit {
  const { arguments: written, open, trailingComma, close } = call
  const start = written[first]?.range.start ?? open
  const next = written[last + 1]
  if (next !== undefined) return deletion(start, next.range.start)
  const end = written[last]?.range.end ?? close
  if (trailingComma !== undefined && written[first]?.indent !== undefined && close.line > trailingComma.line) {
    return deletion({ line: start.line, character: 0 }, { line: trailingComma.line + 1, character: 0 })
  }
  const previous = written[first - 1]
  return previous === undefined ? deletion(open, trailingComma ?? end) : deletion(previous.range.end, end)
}

/**
 * Replaces the option class: `cfg.StrOpt(` becomes `cfg.PortOpt(`. Only where the class is named through its module,
 * since a class that was imported by name would need another import.
 */
export function replaceClass(option: Option, className: string): readonly Edit[] | undefined {
  const { start, end } = option.classRange
  if (option.call.broken || option.className !== option.baseClass || start.line !== end.line) return undefined
  if (end.character - start.character <= option.className.length) return undefined
  const from = { line: end.line, character: end.character - option.className.length }
  return [{ range: { start: from, end }, newText: className }]
}

/** Several edits as one, in order; undefined when one of them cannot be had. */
export function together(...parts: readonly (readonly FixEdit[] | undefined)[]): readonly FixEdit[] | undefined {
  const edits: FixEdit[] = []
  for (const part of parts) {
    if (part === undefined) return undefined
    edits.push(...part)
  }
  return edits.sort((a, b) => comparePositions(a.range.start, b.range.start))
}

function insertion(at: Position, newText: string): Edit {
  return { range: { start: at, end: at }, newText }
}

function deletion(start: Position, end: Position): Edit {
  return { range: { start, end }, newText: '' }
}
