/**
 * The most memory that the language server has while it reads a folder: `npm run bench:memory -- FOLDER`, after
 * `npm run build`. Runs the server as the client does, reads all files and their uses, asks what the Options view and the
 * lenses of a `conf` module ask, and presses some keys there. Linux only: the kernel counts.
 */
import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { StreamMessageReader, StreamMessageWriter, createMessageConnection } from 'vscode-jsonrpc/node'
import { findSources, usualScope } from '../server/src/cli/sources'

const keys = 40
/** As in the client. */
const flags = ['--max-semi-space-size=4']

async function main([folder]: string[]): Promise<void> {
  if (folder === undefined) throw new Error('Usage: npm run bench:memory -- FOLDER')
  const root = resolve(folder)
  const files = findSources([root], '/', usualScope, () => undefined).map(({ file }) => file)
  const server = spawn(process.execPath, [...flags, join('dist', 'server.js'), '--stdio'], {
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  const client = createMessageConnection(new StreamMessageReader(server.stdout), new StreamMessageWriter(server.stdin))
  const tell = (what: string): void => {
    const [now, most] = ['VmRSS', 'VmHWM'].map(field => memory(server.pid!, field))
    console.log(`${what.padEnd(16)} ${now} MB, ${most} MB at most`)
  }
  let isRead = false
  const indexed = new Promise<void>(done => {
    client.onNotification('novaConfigReview/inventoryChanged', ({ indexing }: { indexing: boolean }) => {
      isRead = !indexing
      if (isRead) done()
    })
  })
  const used = new Promise<void>(done => {
    client.onRequest('workspace/codeLens/refresh', () => {
      if (isRead) done()
      return null
    })
  })
  client.onRequest('workspace/configuration', ({ items }: { items: unknown[] }) => items.map(() => ({})))
  client.onRequest('novaConfigReview/listFiles', () => files.map(uriOf))
  client.onRequest('novaConfigReview/readSettingsFiles', ({ uris }: { uris: string[] }) => uris.map(() => null))
  client.onRequest('novaConfigReview/readFiles', ({ uris }: { uris: string[] }) =>
    uris.map(uri => readFileSync(fileURLToPath(uri), 'utf8')),
  )
  client.onRequest(() => null)
  client.onNotification(() => undefined)
  client.listen()
  await client.sendRequest('initialize', {
    processId: process.pid,
    rootUri: null,
    workspaceFolders: [{ uri: uriOf(root), name: 'folder' }],
    capabilities: {
      workspace: { configuration: true, workspaceFolders: true, codeLens: { refreshSupport: true } },
      textDocument: { diagnostic: {}, codeLens: {} },
    },
  })
  tell('started')
  await client.sendNotification('initialized', {})
  await indexed
  tell('files read')
  await client.sendRequest('novaConfigReview/inventory', {})
  await used
  tell('uses read')
  await type(files.find(file => /\/conf\/\w/.test(file)) ?? files[0]!)
  tell('keys pressed')
  client.dispose()
  server.kill()

  async function type(file: string): Promise<void> {
    const textDocument = { uri: uriOf(file), version: 1 }
    const text = readFileSync(file, 'utf8')
    await client.sendNotification('textDocument/didOpen', {
      textDocument: { ...textDocument, languageId: 'python', text },
    })
    await client.sendRequest('textDocument/codeLens', { textDocument })
    const start = { line: 0, character: 0 }
    for (let version = 2; version < keys; version++) {
      await client.sendNotification('textDocument/didChange', {
        textDocument: { ...textDocument, version },
        contentChanges: [{ range: { start, end: start }, text: version % 2 === 0 ? '\n' : '#' }],
      })
      await client.sendRequest('textDocument/diagnostic', { textDocument })
    }
    await client.sendRequest('textDocument/codeLens', { textDocument })
  }
}

function uriOf(path: string): string {
  return pathToFileURL(path).href
}

function memory(pid: number, field: string): string {
  const status = readFileSync(`/proc/${String(pid)}/status`, 'utf8')
  return (Number(new RegExp(`${field}:\\s*(\\d+)`).exec(status)?.[1]) / 1024).toFixed()
}

main(process.argv.slice(2)).catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
})
