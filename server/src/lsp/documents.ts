import { TextDocuments } from 'vscode-languageserver'
import type { Connection } from 'vscode-languageserver'
import { TextDocument } from 'vscode-languageserver-textdocument'
import { kindOfLanguage } from '../fileKinds'
import { canonicalUri } from './canonicalUri'
import { describeError } from './guard'
import type { Log } from './host'
import type { Readers } from './readers'

/** What happens to open documents. */
export interface DocumentEvents {
  /** A document was opened or typed in; its text is not handed in yet. */
  changed(uri: string): void
  /** A document was closed, which the client had by `spelling`: what the disk holds counts again. */
  closed(uri: string, spelling: string): void
}

/**
 * The documents that are open in the editor and of a kind that is read, whatever their scheme. Their texts win over the
 * disk, and reach their readers when somebody asks for facts: typing alone costs nothing.
 */
export class Documents {
  private readonly open = new TextDocuments({
    // Any other shape would be the client's mistake: the document is there, and nothing is known of its text.
    create: (uri: unknown, languageId, version, text) =>
      TextDocument.create(
        typeof uri === 'string' ? canonicalUri(uri) : JSON.stringify(uri),
        languageId,
        version,
        typeof text === 'string' ? text : '',
      ),
    update: TextDocument.update.bind(TextDocument),
  })
  /** The client's own spelling of the URI of each such document that is open: of several, the one used last. */
  private readonly spellings = new Map<string, string>()
  private readonly dirty = new Set<string>()

  constructor(
    connection: Connection,
    private readonly log: Log,
    private readonly readers: Readers,
    private readonly inScope: (uri: string) => boolean,
    events: DocumentEvents,
  ) {
    this.open.onDidChangeContent(({ document }) => {
      if (kindOfLanguage(document.languageId) === undefined) return
      const spelling = this.open.keys().find(key => this.open.get(key) === document)
      if (spelling !== undefined) this.spellings.set(document.uri, spelling)
      this.dirty.add(document.uri)
      events.changed(document.uri)
    })
    this.open.onDidClose(({ document: { uri, languageId } }) => {
      if (kindOfLanguage(languageId) === undefined) return
      const other = this.open.keys().find(key => this.open.get(key)?.uri === uri)
      if (other === undefined) {
        const spelling = this.spellingOf(uri)
        this.spellings.delete(uri)
        this.dirty.delete(uri)
        events.closed(uri, spelling)
      } else {
        this.spellings.set(uri, other)
        this.dirty.add(uri)
        events.changed(uri)
      }
    })
    this.open.listen(connection)
  }

  /** An open document; undefined when it is closed or of no kind that is read. */
  get(uri: string): TextDocument | undefined {
    const spelling = this.spellings.get(uri)
    return spelling === undefined ? undefined : this.open.get(spelling)
  }

  all(): readonly TextDocument[] {
    return [...this.spellings.keys()].flatMap(uri => this.get(uri) ?? [])
  }

  /** The URI of an open document as the client writes it. */
  spellingOf(uri: string): string {
    return this.spellings.get(uri) ?? uri
  }

  /** Hands in the texts that were typed since the last time. */
  flush(): void {
    const typed = [...this.dirty]
    this.dirty.clear()
    for (const uri of typed) this.take(uri)
  }

  /** Hands in the text of one document; false when it is not open. Never fails: others wait for their turn. */
  take(uri: string): boolean {
    const document = this.get(uri)
    const kind = document && kindOfLanguage(document.languageId)
    if (kind === undefined) return false
    try {
      this.readers.put(uri, this.inScope(uri) ? document!.getText() : '', kind)
      this.readers.prepare(uri, kind)
    } catch (error) {
      this.log.error(`${uri} could not be taken in: ${describeError(error)}`)
    }
    return true
  }

  /** Hands in every text anew: the scope is another. */
  markAllDirty(): void {
    for (const uri of this.spellings.keys()) this.dirty.add(uri)
  }
}
