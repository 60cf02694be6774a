import { TextDocuments } from 'vscode-languageserver'
import type { Connection } from 'vscode-languageserver'
import { TextDocument } from 'vscode-languageserver-textdocument'
import type { Sources } from './sources'

/** What happens to open documents. */
export interface DocumentEvents {
  /** A document was opened or typed in; its text is not handed in yet. */
  changed(uri: string): void
  /** A document was closed: what the disk holds counts again. */
  closed(uri: string): void
}

/**
 * The Python documents that are open in the editor, whatever their scheme. Their texts win over the disk, and reach the
 * project when somebody asks for facts: typing alone costs nothing.
 */
export class Documents {
  private readonly open = new TextDocuments(TextDocument)
  private readonly dirty = new Set<string>()

  constructor(
    connection: Connection,
    private readonly sources: Sources,
    private readonly inScope: (uri: string) => boolean,
    events: DocumentEvents,
  ) {
    this.open.onDidChangeContent(({ document }) => {
      if (document.languageId !== 'python') return
      this.dirty.add(document.uri)
      events.changed(document.uri)
    })
    this.open.onDidClose(({ document }) => {
      this.dirty.delete(document.uri)
      if (document.languageId === 'python') events.closed(document.uri)
    })
    this.open.listen(connection)
  }

  /** An open Python document; undefined when it is closed or in another language. */
  get(uri: string): TextDocument | undefined {
    const document = this.open.get(uri)
    return document?.languageId === 'python' ? document : undefined
  }

  all(): readonly TextDocument[] {
    return this.open.all().filter(document => document.languageId === 'python')
  }

  /** Hands in the texts that were typed since the last time. */
  flush(): void {
    for (const uri of this.dirty) this.take(uri)
    this.dirty.clear()
  }

  /** Hands in the text of one document; false when it is not open. */
  take(uri: string): boolean {
    const document = this.get(uri)
    if (document === undefined) return false
    this.sources.put(uri, this.inScope(uri) ? document.getText() : '')
    this.sources.prepare(uri)
    return true
  }

  /** Hands in every text anew: the scope is another. */
  markAllDirty(): void {
    for (const document of this.all()) this.dirty.add(document.uri)
  }
}
