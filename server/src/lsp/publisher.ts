import type { Connection } from 'vscode-languageserver'
import type { Client } from './capabilities'
import type { Documents } from './documents'
import type { Facts } from './facts'
import { diagnosticsOf } from './features/diagnostics'

/** Keeps open documents' squiggles up to date when facts change that the client cannot know of. */
export class DiagnosticsPublisher {
  /** The stamp of what the client was told last, for each open document. */
  private readonly told = new Map<string, string>()

  constructor(
    private readonly connection: Connection,
    private readonly client: Client,
    private readonly facts: Facts,
    private readonly documents: Documents,
  ) {}

  /** The client pulled: it has the newest there is. */
  pulled(uri: string): void {
    if (this.documents.get(uri) !== undefined) this.told.set(uri, this.facts.stamp(uri))
  }

  closed(uri: string): void {
    if (this.told.delete(uri) && !this.client.pullsDiagnostics) {
      void this.connection.sendDiagnostics({ uri, diagnostics: [] })
    }
  }

  /** Tells the client of documents whose findings may be others now: pushes them, or asks it to pull again. */
  update(): void {
    const stale = this.documents.all().filter(({ uri }) => this.told.get(uri) !== this.facts.stamp(uri))
    if (stale.length === 0) return
    if (this.client.pullsDiagnostics) {
      for (const { uri } of stale) this.told.set(uri, this.facts.stamp(uri))
      if (this.client.refreshesDiagnostics) void this.connection.languages.diagnostics.refresh()
      return
    }
    for (const document of stale) {
      const { uri, version } = document
      this.told.set(uri, this.facts.stamp(uri))
      void this.connection.sendDiagnostics({ uri, version, diagnostics: diagnosticsOf(this.facts, document) })
    }
  }
}
