import { Uri, type ExtensionContext } from 'vscode'
import { LanguageClient } from 'vscode-languageclient/browser'
import { activateWith } from '../extension'

declare const Worker: new (url: string) => Exclude<ConstructorParameters<typeof LanguageClient>[2], () => unknown>

/** Starts the extension in a browser: the server is a worker, a new one for each start. */
export function activate(context: ExtensionContext): void {
  const locate = (name: string) => Uri.joinPath(context.extensionUri, 'dist', name).toString(true)
  const startWorker = () => Promise.resolve(new Worker(locate('browser/server.js')))
  activateWith(context, {
    locate,
    createClient: (id, name, options) => new LanguageClient(id, name, startWorker, options),
  })
}
