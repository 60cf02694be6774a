import { CodeActionKind, TextDocumentSyncKind } from 'vscode-languageserver'
import type { InitializeParams, ServerCapabilities } from 'vscode-languageserver'
import { fixAllKind } from '../protocol'
import { foldersOf } from './scope'
import type { Folder } from './scope'
import { confFiles } from '../fileKinds'

/** What the client can do, as far as we act on it. */
export interface Client {
  readonly folders: readonly Folder[]
  /** Asks for diagnostics; otherwise they are pushed. */
  readonly pullsDiagnostics: boolean
  readonly refreshesDiagnostics: boolean
  readonly refreshesLenses: boolean
  /** Can be told to ask for inlay hints anew. */
  readonly refreshesHints: boolean
  readonly configuration: boolean
  /** Wants to be asked to announce changes of the configuration. */
  readonly registersConfiguration: boolean
  readonly workspaceFolders: boolean
  readonly showsProgress: boolean
  /** Takes edits that lead the cursor through places to be filled in. */
  readonly takesSnippets: boolean
  /** The commands of its own that it wants code actions to call. */
  readonly commands: ReadonlySet<string>
}

/** Reads the client's capabilities. */
export function readClient({ capabilities, workspaceFolders, ...rest }: InitializeParams): Client {
  const { workspace, textDocument, window } = capabilities
  return {
    folders: foldersOf(workspaceFolders ?? rootOf(rest)),
    pullsDiagnostics: textDocument?.diagnostic !== undefined,
    refreshesDiagnostics: workspace?.diagnostics?.refreshSupport === true,
    refreshesHints: workspace?.inlayHint?.refreshSupport === true,
    refreshesLenses: workspace?.codeLens?.refreshSupport === true,
    configuration: workspace?.configuration === true,
    registersConfiguration: workspace?.didChangeConfiguration?.dynamicRegistration === true,
    workspaceFolders: workspace?.workspaceFolders === true,
    showsProgress: window?.workDoneProgress === true,
    takesSnippets: workspace?.workspaceEdit?.snippetEditSupport === true,
    commands: new Set(commandsIn(rest.initializationOptions)),
  }
}

function commandsIn(options: unknown): string[] {
  if (typeof options !== 'object' || options === null || !('commands' in options)) return []
  return Array.isArray(options.commands) ? options.commands.filter(name => typeof name === 'string') : []
}

/** The one folder of a client that knows of no others. */
function rootOf({ rootUri }: { rootUri?: unknown }): Folder[] {
  if (typeof rootUri !== 'string') return []
  return [{ uri: rootUri, name: rootUri.split('/').findLast(part => part !== '') ?? rootUri }]
}

/** What the server offers to this client. */
export function capabilitiesFor(client: Client): ServerCapabilities {
  return {
    textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
    hoverProvider: true,
    definitionProvider: true,
    referencesProvider: true,
    documentHighlightProvider: true,
    codeLensProvider: { resolveProvider: true },
    inlayHintProvider: true,
    renameProvider: { prepareProvider: true },
    completionProvider: { triggerCharacters: ['.', '['] },
    codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix, fixAllKind] },
    documentSymbolProvider: { label: 'Nova Config Review' },
    workspaceSymbolProvider: true,
    // Not for Python, which editors fold without us.
    foldingRangeProvider: { documentSelector: [{ language: confFiles.language! }] },
    ...(client.pullsDiagnostics
      ? {
          diagnosticProvider: {
            identifier: 'nova-config-review',
            // A client that can be told to refresh is told; asking again at each key is for those that cannot.
            interFileDependencies: !client.refreshesDiagnostics,
            workspaceDiagnostics: false,
          },
        }
      : {}),
    workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
  }
}
