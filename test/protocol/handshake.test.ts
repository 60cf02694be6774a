import assert from 'node:assert/strict'
import { TestClient, pullingClient } from './testClient'

describe('handshake', () => {
  it('offers what it can do, diagnostics by pull and without polling the workspace', async () => {
    const client = await TestClient.ready()
    assert.deepEqual(client.initialized.capabilities, {
      textDocumentSync: { openClose: true, change: 2 },
      hoverProvider: true,
      inlayHintProvider: true,
      renameProvider: { prepareProvider: true },
      definitionProvider: true,
      referencesProvider: true,
      documentHighlightProvider: true,
      codeLensProvider: { resolveProvider: true },
      completionProvider: { triggerCharacters: ['.', '['] },
      codeActionProvider: { codeActionKinds: ['quickfix', 'source.fixAll.novaConfigReview'] },
      documentSymbolProvider: { label: 'Nova Config Review' },
      workspaceSymbolProvider: true,
      foldingRangeProvider: { documentSelector: [{ language: 'oslo-config' }] },
      diagnosticProvider: {
        identifier: 'nova-config-review',
        interFileDependencies: false,
        workspaceDiagnostics: false,
      },
      workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
    })
    assert.deepEqual(client.ledger.registrations, ['workspace/didChangeConfiguration'])
    await client.stop()
  })

  it('leaves diagnostics by pull out for a client that cannot pull', async () => {
    const client = await TestClient.ready({ capabilities: { ...pullingClient, textDocument: {} } })
    assert.equal(client.initialized.capabilities.diagnosticProvider, undefined)
    await client.stop()
  })

  it('serves a client that can do next to nothing', async () => {
    const client = await TestClient.ready({ capabilities: {}, folders: null })
    assert.deepEqual(client.ledger.inventories.at(-1), {
      indexing: false,
      summary: { options: 0, review: { reviewed: 0, of: 0 }, error: 0, warning: 0, information: 0, hint: 0, known: 0 },
      brokenSettings: [],
    })
    assert.equal(client.ledger.progress.size, 0)
    await client.stop()
  })

  it('says why when the parser cannot be loaded', async () => {
    await assert.rejects(
      TestClient.start({ loadPython: () => Promise.reject(new Error('no such file: grammar.wasm')) }),
      /The Python parser could not be loaded.*no such file: grammar\.wasm/s,
    )
  })

  it('goes down in the middle of reading the workspace without a complaint', async () => {
    const files = Object.fromEntries(Array.from({ length: 200 }, (_, n) => [`m${String(n)}.py`, 'x = 1\n']))
    const client = await TestClient.start({ files })
    await client.ledger.until('the first batch', () => client.ledger.reads.length > 0)
    await client.shutDown()
    await client.ledger.until('the end of the progress', () =>
      [...client.ledger.progress.values()].every(steps => steps.at(-1)?.kind === 'end'),
    )
    assert.ok(client.ledger.reads.length < 5)
    await client.stop()
  })
})
