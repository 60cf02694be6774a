import { BrowserMessageReader, BrowserMessageWriter, createConnection } from 'vscode-languageserver/browser'
import { loadPython } from '../engine/index'
import { startServer } from '../lsp/server'

async function fetchBytes(url: string | undefined): Promise<Uint8Array> {
  if (url === undefined) throw new Error('initializationOptions name no WebAssembly files')
  const response = await fetch(url)
  if (!response.ok) throw new Error(`${url}: ${String(response.status)} ${response.statusText}`)
  return new Uint8Array(await response.arrayBuffer())
}

const connection = createConnection(new BrowserMessageReader(globalThis), new BrowserMessageWriter(globalThis))
startServer(connection, {
  loadPython: async places => {
    const [runtime, grammar] = await Promise.all([fetchBytes(places?.runtimeWasm), fetchBytes(places?.grammarWasm)])
    return loadPython({ runtime, grammar })
  },
  now: () => performance.now(),
})
connection.listen()
