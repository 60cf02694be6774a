import { BrowserMessageReader, BrowserMessageWriter, createConnection } from 'vscode-languageserver/browser'
import { loadPython } from '../engine/index'
import { startServer } from '../lsp/server'

const connection = createConnection(new BrowserMessageReader(globalThis), new BrowserMessageWriter(globalThis))
startServer(connection, {
  loadPython: async ({ runtimeWasm, grammarWasm } = {}) => {
    if (runtimeWasm === undefined || grammarWasm === undefined) {
      throw new Error('initializationOptions hold no WebAssembly')
    }
    return loadPython({ runtime: runtimeWasm, grammar: grammarWasm })
  },
  place: 'a web worker',
  now: () => performance.now(),
})
connection.listen()
