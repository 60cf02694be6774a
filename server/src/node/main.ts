import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createConnection } from 'vscode-languageserver/node'
import { loadPython } from '../engine/index'
import { startServer } from '../lsp/server'

const connection = createConnection()
startServer(connection, {
  loadPython: async places => {
    const [runtime, grammar] = await Promise.all([
      readFile(places?.runtimeWasm ?? join(__dirname, 'web-tree-sitter.wasm')),
      readFile(places?.grammarWasm ?? join(__dirname, 'tree-sitter-python.wasm')),
    ])
    return loadPython({ runtime, grammar })
  },
  now: () => performance.now(),
})
connection.listen()
