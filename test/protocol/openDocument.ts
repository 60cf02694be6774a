import type {
  CodeAction,
  CodeLens,
  InlayHint,
  CompletionItem,
  Diagnostic,
  DocumentDiagnosticReport,
  DocumentHighlight,
  DocumentSymbol,
  Hover,
  Range,
  Location,
  Position,
  TextEdit,
} from 'vscode-languageserver-protocol'
import type { MessageConnection } from 'vscode-jsonrpc/node'
import { TextDocument } from 'vscode-languageserver-textdocument'

/** One document as an editor holds it: its text, and the requests that an editor makes about it. */
export class OpenDocument {
  private constructor(
    private readonly connection: MessageConnection,
    private document: TextDocument,
  ) {}

  static async open(connection: MessageConnection, uri: string, text: string, languageId: string) {
    const textDocument = { uri, languageId, version: 1, text }
    await connection.sendNotification('textDocument/didOpen', { textDocument })
    return new OpenDocument(connection, TextDocument.create(uri, languageId, 1, text))
  }

  get uri(): string {
    return this.document.uri
  }
  get text(): string {
    return this.document.getText()
  }

  /** Types: replaces the first occurrence of `old`. */
  async replace(old: string, text: string): Promise<void> {
    const at = this.offset(old)
    const range = { start: this.document.positionAt(at), end: this.document.positionAt(at + old.length) }
    await this.change([{ range, newText: text }])
  }

  /** Applies edits of a code action as the editor does, and tells the server. */
  async change(edits: readonly TextEdit[]): Promise<void> {
    const version = this.document.version + 1
    // Changes of one notification follow on one another: from the end, none moves the next.
    const contentChanges = edits
      .map(({ range, newText }) => ({ range, text: newText }))
      .sort((a, b) => this.document.offsetAt(b.range.start) - this.document.offsetAt(a.range.start))
    const text = TextDocument.applyEdits(this.document, [...edits])
    this.document = TextDocument.create(this.uri, this.document.languageId, version, text)
    await this.connection.sendNotification('textDocument/didChange', {
      textDocument: { uri: this.uri, version },
      contentChanges,
    })
  }

  async close(): Promise<void> {
    await this.connection.sendNotification('textDocument/didClose', { textDocument: { uri: this.uri } })
  }

  pull(previousResultId?: string): Promise<DocumentDiagnosticReport> {
    const textDocument = { uri: this.uri }
    return this.connection.sendRequest('textDocument/diagnostic', { textDocument, previousResultId })
  }

  async diagnostics(): Promise<Diagnostic[]> {
    const report = await this.pull()
    if (report.kind !== 'full') throw new Error('unchanged without a previous result')
    return report.items
  }

  /** The codes of the squiggles, in their order. */
  async codes(): Promise<unknown[]> {
    return (await this.diagnostics()).map(({ code }) => code)
  }

  /** The Markdown of the hover where `text` stands first; undefined without one. */
  async hover(text: string): Promise<string | undefined> {
    const position = this.document.positionAt(this.offset(text))
    const params = { textDocument: { uri: this.uri }, position }
    const hover = await this.connection.sendRequest<Hover | null>('textDocument/hover', params)
    return (hover?.contents as { value: string } | undefined)?.value
  }

  /** Where the definition and the references lead to from where `text` stands first: `file:line:column`, from 1. */
  async definition(text: string): Promise<string[]> {
    return placesOf(await this.connection.sendRequest('textDocument/definition', this.at(text)))
  }

  async references(text: string): Promise<string[]> {
    const params = { ...this.at(text), context: { includeDeclaration: true } }
    return placesOf(await this.connection.sendRequest('textDocument/references', params))
  }

  /** What is highlighted where `text` stands first: `line:column kind`, from 1; 1 text, 2 read, 3 write. */
  async highlights(text: string): Promise<string[]> {
    const told = await this.connection.sendRequest<DocumentHighlight[]>('textDocument/documentHighlight', this.at(text))
    const place = ({ start, end }: Range) =>
      `${String(start.line + 1)}:${String(start.character + 1)}-${String(end.character + 1)}`
    return told.map(({ range, kind }) => `${place(range)} ${String(kind)}`)
  }

  /** The labels that are offered behind `text`, in their order, deprecated ones marked. */
  async completions(text: string): Promise<string[]> {
    const position = this.document.positionAt(this.offset(text) + text.length)
    const params = { textDocument: { uri: this.uri }, position }
    const items = await this.connection.sendRequest<CompletionItem[]>('textDocument/completion', params)
    const key = ({ sortText, label }: CompletionItem): string => sortText ?? label
    return items.sort((a, b) => (key(a) < key(b) ? -1 : 1)).map(({ label, tags }) => `${label}${tags ? ' (old)' : ''}`)
  }

  /** The lenses when all have been seen: `line: title`, lines from 1. */
  async lenses(): Promise<string[]> {
    const params = { textDocument: { uri: this.uri } }
    const told = await this.connection.sendRequest<CodeLens[]>('textDocument/codeLens', params)
    const seen = await Promise.all(told.map(lens => this.connection.sendRequest<CodeLens>('codeLens/resolve', lens)))
    return seen.map(({ range, command }) => `${String(range.start.line + 1)}: ${command?.title ?? ''}`)
  }

  /** The inlay hints of the whole document: `line:column text`, both from 1. */
  async inlayHints(): Promise<string[]> {
    const range = { start: { line: 0, character: 0 }, end: this.document.positionAt(this.document.getText().length) }
    const params = { textDocument: { uri: this.uri }, range }
    const told = await this.connection.sendRequest<InlayHint[]>('textDocument/inlayHint', params)
    return told.map(
      ({ position: { line, character }, label }) => `${line + 1}:${character + 1} ${JSON.stringify(label)}`,
    )
  }

  /** What is answered to the wish to rename the thing at the start of a text; null where nobody refuses. */
  async prepareRename(text: string): Promise<string | null> {
    return this.connection.sendRequest<null>('textDocument/prepareRename', this.at(text)).catch((error: unknown) => {
      return (error as Error).message
    })
  }

  private at(text: string): { textDocument: { uri: string }; position: Position } {
    return { textDocument: { uri: this.uri }, position: this.document.positionAt(this.offset(text)) }
  }

  /** The code actions that the lightbulb of these diagnostics offers: at the place of the first. */
  async actions(diagnostics: Diagnostic[], only?: string[]): Promise<CodeAction[]> {
    const start = { line: 0, character: 0 }
    return this.actionsIn(diagnostics[0]?.range ?? { start, end: start }, diagnostics, only)
  }

  /** The code actions with the cursor where `text` stands first, whatever is underlined there. */
  async actionsAt(text: string, only?: string[]): Promise<CodeAction[]> {
    const at = this.document.positionAt(this.offset(text))
    return this.actionsIn({ start: at, end: at }, [], only)
  }

  private async actionsIn(range: Range, diagnostics: Diagnostic[], only?: string[]): Promise<CodeAction[]> {
    const context = { diagnostics, ...(only === undefined ? {} : { only }) }
    const params = { textDocument: { uri: this.uri }, range, context }
    return this.connection.sendRequest('textDocument/codeAction', params)
  }

  symbols(): Promise<DocumentSymbol[]> {
    return this.connection.sendRequest('textDocument/documentSymbol', { textDocument: { uri: this.uri } })
  }

  private offset(text: string): number {
    const at = this.text.indexOf(text)
    if (at < 0) throw new Error(`no "${text}" in the document`)
    return at
  }
}

function placesOf(locations: readonly Location[]): string[] {
  return locations.map(({ uri, range: { start } }) => {
    const file = uri.split('/').slice(4).join('/')
    return `${file}:${String(start.line + 1)}:${String(start.character + 1)}`
  })
}

/** The edits of a code action, all of one document. */
export function editsOf(action: CodeAction | undefined): TextEdit[] {
  return (action?.edit?.documentChanges ?? []).flatMap(change =>
    'edits' in change ? (change.edits as TextEdit[]) : [],
  )
}
