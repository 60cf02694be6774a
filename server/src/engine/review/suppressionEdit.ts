import type { Module } from '../project/module'
import type { FixEdit } from '../rules/rule'
import { LineIndex } from '../text'
import type { Edit, Range } from '../text'
import type { Finding } from './finding'
import { suppressionText } from './suppressionComment'

/** Nova keeps its lines under 80 columns; a reason wants some room of its own. */
const lineLimit = 79
const roomForReason = 20

/**
 * How to waive `finding` in `text`, the current text of its file: behind the declaration's first line where the comment
 * and the reason fit, else on a line of its own above. Without a reason there is a place for it, behind `-- `. Undefined
 * where no comment can stand without changing the program.
 */
export function suppressionEdit(text: string, module: Module, finding: Finding, reason = ''): FixEdit | undefined {
  const index = new LineIndex(text)
  const option = module.options.find(one => one.id === finding.option?.id)
  const line = (option?.range ?? finding.range).start.line
  const written = index.lineText(line)
  const said = reason.replace(/\s+/g, ' ').trim()
  const comment = `${suppressionText(finding.rule)}${said}`
  const room = said === '' ? roomForReason : 0
  const withBlank = (edit: Edit, at: number): FixEdit => (said === '' ? { ...edit, blanks: [at] } : edit)
  if (option !== undefined && mayEndInComment(written, module, line)) {
    const code = written.trimEnd()
    if (code.length + 2 + comment.length + room <= lineLimit) {
      const newText = `  ${comment}`
      return withBlank({ range: rangeIn(line, code.length, written.length), newText }, newText.length)
    }
  }
  if (!mayStandAbove(index, module, line)) return undefined
  const indent = /^\s*/.exec(written)?.[0] ?? ''
  const lineEnd = text.includes('\r\n') ? '\r\n' : '\n'
  const above = { range: rangeIn(line, 0, 0), newText: `${indent}${comment}${lineEnd}` }
  return withBlank(above, indent.length + comment.length)
}

function rangeIn(line: number, start: number, end: number): Range {
  return { start: { line, character: start }, end: { line, character: end } }
}

/** No comment yet, no backslash, and nothing (a string of several lines) that runs over the line's end. */
function mayEndInComment(written: string, module: Module, line: number): boolean {
  if (written.trimEnd().endsWith('\\') || module.comments.some(one => one.range.start.line === line)) return false
  return module.options.every(({ call }) =>
    call.arguments.every(({ range }) => range.start.line !== line || range.end.line === line),
  )
}

/** Not behind a backslash, and not within another declaration, whose string may reach down to this line. */
function mayStandAbove(index: LineIndex, module: Module, line: number): boolean {
  if (
    index
      .lineText(line - 1)
      .trimEnd()
      .endsWith('\\')
  )
    return false
  return module.options.every(({ call }) =>
    call.arguments.every(({ range }) => range.start.line >= line || range.end.line < line),
  )
}
