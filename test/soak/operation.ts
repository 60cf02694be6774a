import type { WorkspaceFolder } from 'vscode-languageserver-protocol'

/**
 * Something that happens in an editor, as plain data that can be printed and played again. Where it does not fit (a
 * document that is not open), nothing happens: a sequence stays one when some of it is left out.
 */
export type Operation =
  /** Opens a file as it is on disk, or with this text an unsaved document or a file in another state. */
  | { do: 'open'; uri: string; text?: string; languageId?: string }
  | { do: 'close' | 'save' | 'undo' | 'revert'; uri: string }
  /** Replaces so many characters of an open document. */
  | { do: 'type'; uri: string; at: number; remove: number; insert: string }
  /** Files change on disk: their new text, null where one cannot be read any more. */
  | { do: 'write'; files: Record<string, string | null> }
  | { do: 'delete'; uri: string }
  | { do: 'rename'; uri: string; to: string }
  /** So many files of a branch appear, and those of another go. */
  | { do: 'branch'; files: number; name: string }
  | { do: 'settings'; settings: unknown }
  /** A file that settings lie in; null: it goes. */
  | { do: 'settingsFile'; uri: string; text: string | null }
  | { do: 'writeBaseline' }
  | { do: 'folders'; added: WorkspaceFolder[]; removed: WorkspaceFolder[] }
  | { do: 'refresh'; cancelled?: true }
  /** Reads the workspace, and a person gives that up at the progress bar. */
  | { do: 'giveUp' }
  /** A request whose answer nobody waits for. */
  | { do: 'ask'; method: string; params: object; cancelled?: true }
  /** The client rejects the next reads. */
  | { do: 'rejectReads'; count: number }
  /** The next reads are answered last and in reverse, with the texts of when they were asked for. */
  | { do: 'delayReads'; count: number }
  /** Waits until the server has come to rest. */
  | { do: 'rest' }

/** All that answers may rest on. */
export interface Texts {
  readonly files: Readonly<Record<string, string | null>>
  readonly open: readonly OpenText[]
  readonly settings: unknown
  readonly folders: readonly WorkspaceFolder[]
}

export interface OpenText {
  readonly uri: string
  readonly languageId: string
  readonly version: number
  readonly text: string
}

/** Whether a client asks for diagnostics or gets them pushed. */
export type ClientKind = 'pull' | 'push'
