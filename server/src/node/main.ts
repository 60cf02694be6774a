import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { setFlagsFromString } from 'node:v8'
import { createConnection } from 'vscode-languageserver/node'
import { DiskAccess } from '../disk/fileAccess'
import { type CatalogueData, type FileAccess, loadPython } from '../engine/index'
import { startServer } from '../lsp/server'

// While much is read, V8 would let garbage grow to several times of what is in use; the editor can use that memory.
setFlagsFromString('--heap-growing-percent=25')

const connection = createConnection()
const disk = new DiskAccess()
startServer(connection, {
  loadPython: async () => {
    const [runtime, grammar] = await Promise.all([
      readFile(join(__dirname, 'web-tree-sitter.wasm')),
      readFile(join(__dirname, 'tree-sitter-python.wasm')),
    ])
    return loadPython({ runtime, grammar })
  },
  loadCatalogue: async () => JSON.parse(await readFile(join(__dirname, 'catalogue.json'), 'utf8')) as CatalogueData,
  fileAccess: uris => Promise.resolve(uris.map(accessTo)),
  place: `Node ${process.versions.node} on ${process.platform}`,
  now: () => performance.now(),
  date: () => new Date(),
})
connection.listen()

/** Files of other schemes are not on this machine. */
function accessTo(uri: string): FileAccess {
  return uri.startsWith('file:') ? disk.of(fileURLToPath(uri), uri) : { file: uri, mode: undefined }
}
