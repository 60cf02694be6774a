import type { SnippetTextEdit, TextEdit } from 'vscode-languageserver'
import type { TextDocument } from 'vscode-languageserver-textdocument'
import { LineIndex, keepAligned } from '../engine/index'
import type { Edit, FixEdit, Module, Range } from '../engine/index'
import { lineEndOf, toRange } from './convert'

/** Makes the editor's edits of those of fixes, for one document as it stands. */
export class FixWriter {
  private readonly lines: LineIndex
  private readonly calls: readonly Range[]
  private readonly lineEnd: string

  constructor(document: TextDocument, module: Module | undefined) {
    this.lines = new LineIndex(document.getText())
    this.calls = module?.options.map(option => option.range) ?? []
    this.lineEnd = lineEndOf(document)
  }

  /** As text, with empty places where the author's words go. */
  asText(edits: readonly FixEdit[]): TextEdit[] {
    return keepAligned(this.lines, this.calls, edits).map(edit => ({
      range: toRange(edit.range),
      newText: this.withLineEnds(edit.newText),
    }))
  }

  /**
   * As one snippet that leads the cursor through the places for the author's words. It begins at a line's beginning:
   * editors indent the later lines of a snippet as far as the line that it is put into.
   */
  asSnippet(edits: readonly FixEdit[]): SnippetTextEdit[] {
    const aligned = keepAligned<FixEdit>(this.lines, this.calls, edits)
    const [first] = aligned
    const last = aligned.at(-1)
    if (first === undefined || last === undefined) return []
    const start = { line: first.range.start.line, character: 0 }
    let at = this.lines.offsetAt(start)
    let stops = 0
    let value = ''
    for (const edit of aligned) {
      value += escape(this.lines.text.slice(at, this.lines.offsetAt(edit.range.start)))
      value += this.withLineEnds(withStops(edit, () => (stops += 1)))
      at = this.lines.offsetAt(edit.range.end)
    }
    return [{ range: toRange({ start, end: last.range.end }), snippet: { kind: 'snippet', value } }]
  }

  private withLineEnds(text: string): string {
    return text.replace(/\r\n?|\n/g, this.lineEnd)
  }
}

function withStops({ newText, blanks = [] }: Edit & FixEdit, next: () => number): string {
  const parts = [...blanks, newText.length].map((end, index) => escape(newText.slice(blanks[index - 1] ?? 0, end)))
  return parts.reduce((before, part) => `${before}$${String(next())}${part}`)
}

/** What means something in a snippet, as a plain character. */
function escape(text: string): string {
  return text.replace(/[\\$}]/g, '\\$&')
}
