import { BrowserMessageReader, BrowserMessageWriter, createConnection } from 'vscode-languageserver/browser'
import { loadPython } from '../engine/index'
import { startServer } from '../lsp/server'

const connection = createConnection(new BrowserMessageReader(globalThis), new BrowserMessageWriter(globalThis))
startServer(connection, {
  loadPython: async bytes => {
    if (bytes === undefined) throw new Error('initializationOptions hold no WebAssembly')
    return loadPython({ runtime: bytes.runtimeWasm, grammar: bytes.grammarWasm })
  },
  now: () => performance.now(),
})
connection.listen()
