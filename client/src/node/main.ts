import { Uri, type ExtensionContext } from 'vscode'
import { LanguageClient, TransportKind } from 'vscode-languageclient/node'
import { activateWith } from '../extension'

/** Starts the extension where Node runs it: the server is a child process. */
export function activate(context: ExtensionContext): void {
  const module = Uri.joinPath(context.extensionUri, 'dist', 'server.js').fsPath
  // The space for what is new, in megabytes: V8 takes it several times, and what the server makes for a key needs less.
  const execArgv = ['--max-semi-space-size=4']
  const run = { module, transport: TransportKind.ipc, options: { execArgv } }
  const debug = { ...run, options: { execArgv: [...execArgv, '--nolazy', '--inspect=6009'] } }
  activateWith(context, {
    createClient: (id, name, options) => new LanguageClient(id, name, { run, debug }, options),
  })
}
