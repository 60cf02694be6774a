import type { ClientLink } from './clientLink'
import type { Documents } from './documents'
import type { Facts } from './facts'
import { diagnosticsOfClosed } from './features/diagnostics'

/**
 * Tells the client of the findings of files that are not open, for people who want those of all files in Problems. An
 * open document has its own way to its squiggles: what was told of it as a file is taken back.
 */
export class WorkspaceProblems {
  /** What the client was told of each file, as text: it is not told again. */
  private told = new Map<string, string>()

  constructor(
    private readonly link: ClientLink,
    private readonly facts: Facts,
    private readonly documents: Documents,
  ) {}

  /** Tells what is new; nothing at all stands there where a person does not want it. */
  update(isWanted: boolean): void {
    const now = new Map<string, string>()
    for (const { file: uri } of isWanted ? this.facts.modules() : []) {
      if (this.documents.get(uri) !== undefined) continue
      const diagnostics = diagnosticsOfClosed(this.facts, uri)
      if (diagnostics.length === 0) continue
      const text = JSON.stringify(diagnostics)
      now.set(uri, text)
      if (this.told.get(uri) !== text) this.link.publishDiagnostics({ uri, diagnostics })
    }
    for (const uri of this.told.keys()) if (!now.has(uri)) this.takeBack(uri)
    this.told = now
  }

  /** A document was opened, or typed in. */
  opened(uri: string): void {
    if (this.told.delete(uri)) this.takeBack(uri)
  }

  private takeBack(uri: string): void {
    this.link.publishDiagnostics({ uri, diagnostics: [] })
  }
}
