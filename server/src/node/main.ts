import { readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
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
  fileModes: uris => Promise.all(uris.map(modeOf)),
  place: `Node ${process.versions.node} on ${process.platform}`,
  now: () => performance.now(),
  date: () => new Date(),
})
connection.listen()

/** Windows has other rights, and files of other schemes are not on this machine. */
async function modeOf(uri: string): Promise<number | undefined> {
  if (process.platform === 'win32' || !uri.startsWith('file:')) return undefined
  return stat(fileURLToPath(uri)).then(
    ({ mode }) => mode,
    () => undefined,
  )
}
