import { Uri, workspace, type ExtensionContext } from 'vscode'
import { BrowserMessageReader, BrowserMessageWriter, LanguageClient } from 'vscode-languageclient/browser'
import { activateWith } from '../extension'

declare const Worker: new (url: string) => ConstructorParameters<typeof BrowserMessageReader>[0]

/**
 * Starts the extension in a browser: the server is a worker, a new one for each start. Its files are handed over as
 * blobs, since a worker may neither be made from nor fetch the `vscode-remote:` addresses of an extension on a server.
 */
export function activate(context: ExtensionContext): void {
  const blobs = new Map<string, string>()
  const load = async (name: string): Promise<string> => {
    const known = blobs.get(name)
    if (known !== undefined) return known
    const bytes = await workspace.fs.readFile(Uri.joinPath(context.extensionUri, 'dist', name))
    const blob = URL.createObjectURL(new Blob([new Uint8Array(bytes)]))
    blobs.set(name, blob)
    return blob
  }
  const startWorker = async () => {
    await Promise.all(['web-tree-sitter.wasm', 'tree-sitter-python.wasm'].map(load))
    // Not handed over as it is: VS Code wraps `Worker`, and the client then no longer knows one when it sees one.
    const worker = new Worker(await load('browser/server.js'))
    return { reader: new BrowserMessageReader(worker), writer: new BrowserMessageWriter(worker) }
  }
  activateWith(context, {
    locate: name => blobs.get(name) ?? '',
    createClient: (id, name, options) => new LanguageClient(id, name, startWorker, options),
  })
}
