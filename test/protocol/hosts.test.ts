import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { copyFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createContext, runInContext } from 'node:vm'
import { build } from 'esbuild'
import { StreamMessageReader, StreamMessageWriter, createMessageConnection } from 'vscode-jsonrpc/node'
import type { DocumentDiagnosticReport, InitializeResult, ResponseMessage } from 'vscode-languageserver-protocol'
import { apiModule } from './samples'

const require = createRequire(import.meta.url)
const runtimeWasm = require.resolve('web-tree-sitter/web-tree-sitter.wasm')
const grammarWasm = require.resolve('tree-sitter-python/tree-sitter-python.wasm')
const capabilities = { textDocument: { diagnostic: {} } }
const textDocument = { uri: 'untitled:1', languageId: 'python', version: 1, text: apiModule }

/** One bundled file, as the package has it. */
async function bundle(host: 'node' | 'browser', outfile: string): Promise<void> {
  await build({
    entryPoints: [join(import.meta.dirname, `../../server/src/${host}/main.ts`)],
    outfile,
    bundle: true,
    platform: host,
    format: host === 'node' ? 'cjs' : 'iife',
    mainFields: host === 'node' ? ['module', 'main'] : ['browser', 'module', 'main'],
    alias: { 'web-tree-sitter': require.resolve('web-tree-sitter') },
    logLevel: 'silent',
  })
}

describe('the bundled server', () => {
  const folder = mkdtempSync(join(tmpdir(), 'server-'))
  after(() => {
    rmSync(folder, { recursive: true })
  })

  describe('under Node', () => {
    const server = join(folder, 'server.js')
    before(() => bundle('node', server))

    /** Runs the server as a process of its own, whatever happens no longer than the test. */
    async function withServer(use: (connection: ReturnType<typeof createMessageConnection>) => Promise<void>) {
      const child = spawn(process.execPath, [server, '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'] })
      const exit = once(child, 'exit') as Promise<[number | null]>
      const connection = createMessageConnection(
        new StreamMessageReader(child.stdout),
        new StreamMessageWriter(child.stdin),
      )
      try {
        connection.onRequest('novaConfigReview/listFiles', () => [])
        connection.onNotification(() => undefined)
        connection.listen()
        await use(connection)
        await connection.sendNotification('exit')
        return (await exit)[0]
      } finally {
        child.kill()
        connection.dispose()
      }
    }

    it('names the WebAssembly that is missing beside it, and ends with 1 without a shutdown', async () => {
      const code = await withServer(async connection => {
        await assert.rejects(
          connection.sendRequest('initialize', { processId: null, rootUri: null, capabilities }),
          /parser could not be loaded: .*\.wasm/s,
        )
      })
      assert.equal(code, 1)
    })

    it('reviews over its standard streams and ends with 0', async () => {
      copyFileSync(runtimeWasm, join(folder, 'web-tree-sitter.wasm'))
      copyFileSync(grammarWasm, join(folder, 'tree-sitter-python.wasm'))
      const code = await withServer(async connection => {
        const params = { processId: process.pid, rootUri: null, capabilities }
        const { serverInfo } = await connection.sendRequest<InitializeResult>('initialize', params)
        assert.equal(serverInfo?.name, 'Nova Config Review')
        await connection.sendNotification('initialized', {})
        await connection.sendNotification('textDocument/didOpen', { textDocument })
        const report: DocumentDiagnosticReport = await connection.sendRequest('textDocument/diagnostic', {
          textDocument,
        })
        assert.ok(report.kind === 'full' && report.items.some(({ code }) => code === 'secret-not-marked'))
        await connection.sendRequest('shutdown')
      })
      assert.equal(code, 0)
    })
  })

  it('reviews in a worker that has nothing of Node', async () => {
    const file = join(folder, 'worker.js')
    await bundle('browser', file)
    const answers = new Map<number, (result: unknown) => void>()
    const postMessage = (message: ResponseMessage): void => {
      if (typeof message.id === 'number') answers.get(message.id)?.(message.result ?? message.error)
    }
    const web = { postMessage, setTimeout, clearTimeout, performance, TextDecoder, TextEncoder, URL, console, crypto }
    const worker = createContext({ ...web, addEventListener: () => undefined }) as {
      onmessage?: (event: { data: unknown }) => void
    }
    runInContext(readFileSync(file, 'utf8'), worker)
    const notify = (method: string, params: object): void => {
      worker.onmessage?.({ data: { jsonrpc: '2.0', method, params } })
    }
    const ask = (id: number, method: string, params: object): Promise<unknown> =>
      new Promise(resolve => {
        answers.set(id, resolve)
        worker.onmessage?.({ data: { jsonrpc: '2.0', id, method, params } })
      })
    // A message to a worker is a copy made in the worker's own world.
    const Bytes = runInContext('Uint8Array', worker) as Uint8ArrayConstructor
    const initializationOptions = {
      runtimeWasm: new Bytes(readFileSync(runtimeWasm)),
      grammarWasm: new Bytes(readFileSync(grammarWasm)),
    }
    const params = { processId: null, rootUri: null, capabilities, initializationOptions }
    const { serverInfo } = (await ask(1, 'initialize', params)) as InitializeResult
    assert.equal(serverInfo?.name, 'Nova Config Review')
    notify('initialized', {})
    notify('textDocument/didOpen', { textDocument })
    const report = (await ask(2, 'textDocument/diagnostic', { textDocument })) as DocumentDiagnosticReport
    assert.ok(report.kind === 'full' && report.items.some(({ code }) => code === 'secret-not-marked'))
    await ask(3, 'shutdown', {})
  })
})
