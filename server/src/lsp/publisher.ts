import type { Diagnostic } from 'vscode-languageserver'
import type { TextDocument } from 'vscode-languageserver-textdocument'
import type { Client } from './capabilities'
import type { ClientLink } from './clientLink'

/** Where the findings of open documents come from. */
export interface DiagnosticSource {
  /** The documents that it speaks of. */
  all(): readonly TextDocument[]
  /** The URI of an open document as the client writes it. */
  spellingOf(uri: string): string
  /** Changes whenever the diagnostics of this file may be others. */
  stamp(uri: string): string
  diagnosticsOf(document: TextDocument): Diagnostic[]
}

/** Keeps open documents' squiggles up to date when facts change that the client cannot know of. */
export class DiagnosticsPublisher {
  /** The stamp of what the client was told last, for each open document. */
  private readonly told = new Map<string, string>()

  constructor(
    private readonly link: ClientLink,
    private readonly client: Client,
    private readonly source: DiagnosticSource,
  ) {}

  /** The client pulled: it has the newest there is. */
  pulled(uri: string): void {
    if (this.source.all().some(document => document.uri === uri)) this.told.set(uri, this.source.stamp(uri))
  }

  closed(uri: string, spelling: string): void {
    if (this.told.delete(uri) && !this.client.pullsDiagnostics) {
      this.link.publishDiagnostics({ uri: spelling, diagnostics: [] })
    }
  }

  /** Tells the client of documents whose findings may be others now: pushes them, or asks it to pull again. */
  update(): void {
    const stale = this.source.all().filter(({ uri }) => this.told.get(uri) !== this.source.stamp(uri))
    if (stale.length === 0) return
    if (this.client.pullsDiagnostics) {
      for (const { uri } of stale) this.told.set(uri, this.source.stamp(uri))
      this.link.refreshDiagnostics()
      return
    }
    for (const document of stale) {
      const { uri, version } = document
      this.told.set(uri, this.source.stamp(uri))
      const diagnostics = this.source.diagnosticsOf(document)
      this.link.publishDiagnostics({ uri: this.source.spellingOf(uri), version, diagnostics })
    }
  }
}
