import type { Client } from './capabilities'
import type { ClientLink } from './clientLink'
import type { Documents } from './documents'
import type { Facts } from './facts'
import { diagnosticsOf } from './features/diagnostics'

/** Keeps open documents' squiggles up to date when facts change that the client cannot know of. */
export class DiagnosticsPublisher {
  /** The stamp of what the client was told last, for each open document. */
  private readonly told = new Map<string, string>()

  constructor(
    private readonly link: ClientLink,
    private readonly client: Client,
    private readonly facts: Facts,
    private readonly documents: Documents,
  ) {}

  /** The client pulled: it has the newest there is. */
  pulled(uri: string): void {
    if (this.documents.get(uri) !== undefined) this.told.set(uri, this.facts.stamp(uri))
  }

  closed(uri: string, spelling: string): void {
    if (this.told.delete(uri) && !this.client.pullsDiagnostics) {
      this.link.publishDiagnostics({ uri: spelling, diagnostics: [] })
    }
  }

  /** Tells the client of documents whose findings may be others now: pushes them, or asks it to pull again. */
  update(): void {
    const stale = this.documents.all().filter(({ uri }) => this.told.get(uri) !== this.facts.stamp(uri))
    if (stale.length === 0) return
    if (this.client.pullsDiagnostics) {
      for (const { uri } of stale) this.told.set(uri, this.facts.stamp(uri))
      this.link.refreshDiagnostics()
      return
    }
    for (const document of stale) {
      const { uri, version } = document
      this.told.set(uri, this.facts.stamp(uri))
      const diagnostics = diagnosticsOf(this.facts, document)
      this.link.publishDiagnostics({ uri: this.documents.spellingOf(uri), version, diagnostics })
    }
  }
}
