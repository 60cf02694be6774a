import { BrowserMessageReader, BrowserMessageWriter, createConnection } from 'vscode-languageserver/browser'
import { type CatalogueData, loadPython } from '../engine/index'
import { startServer } from '../lsp/server'

const connection = createConnection(new BrowserMessageReader(globalThis), new BrowserMessageWriter(globalThis))
startServer(connection, {
  loadPython: async ({ runtimeWasm, grammarWasm } = {}) => {
    if (runtimeWasm === undefined || grammarWasm === undefined) {
      throw new Error('initializationOptions hold no WebAssembly')
    }
    return loadPython({ runtime: runtimeWasm, grammar: grammarWasm })
  },
  loadCatalogue: ({ catalogue } = {}) => {
    if (catalogue === undefined) return Promise.reject(new Error('initializationOptions hold no catalogue'))
    return Promise.resolve(JSON.parse(new TextDecoder().decode(catalogue)) as CatalogueData)
  },
  place: 'a web worker',
  now: () => performance.now(),
  date: () => new Date(),
})
connection.listen()
