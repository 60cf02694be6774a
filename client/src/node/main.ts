import { Uri, type ExtensionContext } from 'vscode'
import { LanguageClient, TransportKind } from 'vscode-languageclient/node'
import { activateWith } from '../extension'

/** Starts the extension where Node runs it: the server is a child process. */
export function activate(context: ExtensionContext): void {
  const file = (name: string) => Uri.joinPath(context.extensionUri, 'dist', name).fsPath
  const run = { module: file('server.js'), transport: TransportKind.ipc }
  const debug = { ...run, options: { execArgv: ['--nolazy', '--inspect=6009'] } }
  activateWith(context, {
    locate: file,
    createClient: (id, name, options) => new LanguageClient(id, name, { run, debug }, options),
  })
}
