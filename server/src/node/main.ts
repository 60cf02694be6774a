import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createConnection } from 'vscode-languageserver/node'
import { type CatalogueData, loadPython } from '../engine/index'
import { startServer } from '../lsp/server'

const connection = createConnection()
startServer(connection, {
  loadPython: async () => {
    const [runtime, grammar] = await Promise.all([
      readFile(join(__dirname, 'web-tree-sitter.wasm')),
      readFile(join(__dirname, 'tree-sitter-python.wasm')),
    ])
    return loadPython({ runtime, grammar })
  },
  loadCatalogue: async () => JSON.parse(await readFile(join(__dirname, 'catalogue.json'), 'utf8')) as CatalogueData,
  place: `Node ${process.versions.node} on ${process.platform}`,
  now: () => performance.now(),
})
connection.listen()
