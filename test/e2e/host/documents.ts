import * as assert from 'node:assert/strict'
import { languages, type Position, Uri, window, workspace, type Diagnostic, type TextEditor } from 'vscode'
import { until } from '../until'

/** Opens a file of the test workspace in the editor. */
export async function open(path: string): Promise<TextEditor> {
  const [folder] = workspace.workspaceFolders ?? []
  assert.ok(folder)
  return window.showTextDocument(await workspace.openTextDocument(Uri.joinPath(folder.uri, path)))
}

/** Our squiggles in a document, top down: `9 secret-not-marked`, the line counted from 1. */
export function squiggles(uri: Uri): string[] {
  return ours(uri).map(({ range, code }) => `${range.start.line + 1} ${typeof code === 'object' ? code.value : code}`)
}

/** Waits until the squiggles of a document are these. */
export async function squigglesAre(uri: Uri, expected: string[]): Promise<void> {
  await until(() => assert.deepEqual(squiggles(uri), expected))
}

/** The diagnostics behind the squiggles. */
export function ours(uri: Uri): Diagnostic[] {
  const all = languages.getDiagnostics(uri).filter(({ source }) => source === 'nova-config-review')
  return all.sort((a, b) => a.range.start.compareTo(b.range.start))
}

/** Where a text stands first in a document. */
export function find({ document }: TextEditor, text: string): Position {
  const offset = document.getText().indexOf(text)
  assert.notEqual(offset, -1, `${text} is not in ${document.uri.path}`)
  return document.positionAt(offset)
}
