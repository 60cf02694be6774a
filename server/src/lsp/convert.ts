import { DiagnosticSeverity } from 'vscode-languageserver'
import type { TextDocument } from 'vscode-languageserver-textdocument'
import type { Range, Severity } from '../engine/index'
import type { Range as PlainRange } from '../protocol'

/** Between the engine's plain data and LSP's: the same numbers, but LSP's own types are writable. */
export function toRange(range: Range): PlainRange {
  return { start: { ...range.start }, end: { ...range.end } }
}

export function toDiagnosticSeverity(severity: Severity): DiagnosticSeverity {
  return {
    error: DiagnosticSeverity.Error,
    warning: DiagnosticSeverity.Warning,
    information: DiagnosticSeverity.Information,
    hint: DiagnosticSeverity.Hint,
  }[severity]
}

/** How the document ends its lines; edits are made to fit. */
export function lineEndOf(document: TextDocument): '\n' | '\r\n' {
  const start = { line: 0, character: 0 }
  return document.getText({ start, end: { line: 1, character: 0 } }).endsWith('\r\n') ? '\r\n' : '\n'
}
