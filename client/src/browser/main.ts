import { Uri, workspace, type ExtensionContext } from 'vscode'
import { BrowserMessageReader, BrowserMessageWriter, LanguageClient } from 'vscode-languageclient/browser'
import type { InitializationOptions } from '../../../server/src/protocol'
import { activateWith } from '../extension'

declare const Worker: new (url: string) => object

/**
 * Starts the extension in a browser: the server is a worker, a new one for each start. It is made of bytes and handed
 * bytes, since no worker can be made from, or fetch, the `vscode-remote:` addresses of an extension on a server.
 */
export function activate(context: ExtensionContext): void {
  const read = (name: string) => workspace.fs.readFile(Uri.joinPath(context.extensionUri, 'dist', name))
  let bytes: InitializationOptions
  const startWorker = async () => {
    const [script, runtimeWasm, grammarWasm, catalogue] = await Promise.all([
      read('browser/server.js'),
      read('web-tree-sitter.wasm'),
      read('tree-sitter-python.wasm'),
      read('catalogue.json'),
    ])
    bytes = { runtimeWasm, grammarWasm, catalogue }
    const url = URL.createObjectURL(new Blob([new Uint8Array(script)], { type: 'text/javascript' }))
    // Not handed over as it is: VS Code wraps `Worker`, and the client then no longer knows one when it sees one.
    const worker = new Worker(url)
    return { reader: new BrowserMessageReader(worker), writer: new BrowserMessageWriter(worker) }
  }
  activateWith(context, {
    initializationOptions: () => bytes,
    createClient: (id, name, options) => new LanguageClient(id, name, startWorker, options),
  })
}
