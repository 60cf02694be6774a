import { CancellationTokenSource } from 'vscode-jsonrpc/node'
import type { Diagnostic, WorkspaceFolder } from 'vscode-languageserver-protocol'
import { TextDocument } from 'vscode-languageserver-textdocument'
import type { MakeBaselineResult } from '../../server/src/protocol'
import { TestClient, type loadForTests, pullingClient } from '../protocol/testClient'
import { branchText } from './branch'
import type { ClientKind, Operation, Texts } from './operation'
import { Reads } from './reads'

type Parser = ReturnType<typeof loadForTests>

/** An editor at work with a real server: plays operations, and knows the texts that they lead to. */
export class Editor {
  /** What the server pushed last of each document. */
  readonly pushed = new Map<string, readonly Diagnostic[]>()
  /** Something failed or was given up that only a refresh can make good. */
  private isDisturbed = false
  private folders: readonly WorkspaceFolder[]
  private readonly documents = new Map<string, { document: TextDocument; undo: string[] }>()
  private readonly answers: Promise<unknown>[] = []
  private readonly reads: Reads

  private constructor(
    readonly client: TestClient,
    folders: readonly WorkspaceFolder[],
  ) {
    this.folders = folders
    this.reads = new Reads(client.ledger, client.files)
  }

  /** Starts a server over these texts, and waits until it has come to rest. */
  static async start(texts: Texts, kind: ClientKind, parser: Parser): Promise<Editor> {
    // Each look at the clock is long after the one before: no pace slows the soak, and all that can pause does.
    let time = 0
    const client = await TestClient.ready({
      files: { ...texts.files },
      settings: texts.settings,
      folders: [...texts.folders],
      capabilities: kind === 'pull' ? pullingClient : { ...pullingClient, textDocument: {} },
      loadPython: () => parser,
      now: () => (time += 10_000),
      date: () => new Date(0),
      waits: 120_000,
    })
    const editor = new Editor(client, texts.folders)
    for (const { uri, languageId, version, text } of texts.open) await editor.open(uri, languageId, version, text)
    await editor.rest()
    return editor
  }

  get texts(): Texts {
    const open = [...this.documents.values()].map(({ document }) => ({
      uri: document.uri,
      languageId: document.languageId,
      version: document.version,
      text: document.getText(),
    }))
    const { files, settings } = this.client
    return { files: Object.fromEntries(files), open, settings, folders: this.folders }
  }

  async play(operations: readonly Operation[]): Promise<void> {
    for (const operation of operations) {
      await this.apply(operation)
      // What is read now is an older text once the next operation has changed it: the server has to ask before.
      if (this.reads.areLate) await this.client.connection.sendRequest('novaConfigReview/confLine', { uri: '', id: '' })
    }
  }

  /**
   * Waits until the server has nothing left to do: twice in a row it announced its facts after it was told of a change
   * of no files, and asked for nothing meanwhile.
   */
  async rest(): Promise<void> {
    const { ledger } = this.client
    this.reads.release()
    await Promise.all(this.answers.splice(0))
    if (this.isDisturbed) await this.client.connection.sendRequest('novaConfigReview/refresh')
    this.isDisturbed = false
    for (let quiet = 0; quiet < 2; quiet += 1) {
      const [{ requests }, before] = [ledger, ledger.inventories.length]
      await this.tellFiles([], [])
      await ledger.until('rest', () => ledger.inventories.length > before && !ledger.inventories.at(-1)!.indexing)
      if (ledger.requests !== requests) quiet = -1
    }
    for (const { uri, diagnostics } of ledger.published) {
      if (diagnostics.length === 0) this.pushed.delete(uri)
      else this.pushed.set(uri, diagnostics)
    }
    ledger.clear()
  }

  stop(): Promise<void> {
    return this.client.stop()
  }

  private async apply(operation: Operation): Promise<void> {
    const { connection, files } = this.client
    switch (operation.do) {
      case 'open': {
        const text = operation.text ?? files.get(operation.uri) ?? undefined
        if (text !== undefined) await this.open(operation.uri, operation.languageId ?? 'python', 1, text)
        return
      }
      case 'close':
        return this.close(operation.uri)
      case 'save': {
        const text = this.documents.get(operation.uri)?.document.getText()
        if (text === undefined || !operation.uri.startsWith('file:')) return
        files.set(operation.uri, text)
        return this.tellFiles([operation.uri], [])
      }
      case 'type':
        return this.type(operation)
      case 'undo':
        return this.replaceAll(operation.uri, this.documents.get(operation.uri)?.undo.pop())
      case 'revert':
        return this.replaceAll(operation.uri, files.get(operation.uri) ?? undefined)
      case 'write':
        for (const [uri, text] of Object.entries(operation.files)) files.set(uri, text)
        return this.tellFiles(Object.keys(operation.files), [])
      case 'delete':
        if (files.delete(operation.uri)) await this.tellFiles([], [operation.uri])
        return
      case 'rename':
        return this.rename(operation.uri, operation.to)
      case 'branch':
        return this.switchBranch(operation.files, operation.name)
      case 'settings':
        return this.client.changeSettings(operation.settings)
      case 'settingsFile':
        if (operation.text === null) files.delete(operation.uri)
        else files.set(operation.uri, operation.text)
        return connection.sendNotification('novaConfigReview/settingsFilesChanged')
      case 'writeBaseline':
        return this.writeBaseline()
      case 'folders': {
        const gone = new Set(operation.removed.map(({ uri }) => uri))
        this.folders = [...this.folders.filter(({ uri }) => !gone.has(uri)), ...operation.added]
        const event = { added: operation.added, removed: operation.removed }
        return connection.sendNotification('workspace/didChangeWorkspaceFolders', { event })
      }
      case 'refresh':
        return this.ask('novaConfigReview/refresh', undefined, operation.cancelled)
      case 'giveUp':
        return this.giveUp()
      case 'ask':
        return this.ask(operation.method, operation.params, operation.cancelled)
      case 'rejectReads':
        this.isDisturbed = true
        this.reads.rejecting += operation.count
        return
      case 'delayReads':
        this.reads.delaying += operation.count
        return
      case 'rest':
        return this.rest()
    }
  }

  private async open(uri: string, languageId: string, version: number, text: string): Promise<void> {
    if (this.documents.has(uri)) return
    this.documents.set(uri, { document: TextDocument.create(uri, languageId, version, text), undo: [] })
    const textDocument = { uri, languageId, version, text }
    await this.client.connection.sendNotification('textDocument/didOpen', { textDocument })
  }

  private async close(uri: string): Promise<void> {
    if (!this.documents.delete(uri)) return
    await this.client.connection.sendNotification('textDocument/didClose', { textDocument: { uri } })
  }

  private async type({ uri, at, remove, insert }: Operation & { do: 'type' }): Promise<void> {
    const document = this.documents.get(uri)?.document
    if (document === undefined) return
    const start = document.positionAt(at)
    await this.change(uri, { range: { start, end: document.positionAt(at + remove) }, text: insert })
  }

  private async replaceAll(uri: string, text: string | undefined): Promise<void> {
    if (text !== undefined && this.documents.has(uri)) await this.change(uri, { text })
  }

  private async change(uri: string, change: Parameters<typeof TextDocument.update>[1][number]): Promise<void> {
    const { document, undo } = this.documents.get(uri)!
    undo.splice(0, undo.length - 20)
    undo.push(document.getText())
    const version = document.version + 1
    TextDocument.update(document, [change], version)
    const params = { textDocument: { uri, version }, contentChanges: [change] }
    await this.client.connection.sendNotification('textDocument/didChange', params)
  }

  private async rename(uri: string, to: string): Promise<void> {
    const { files } = this.client
    const text = files.get(uri)
    if (text === undefined || files.has(to)) return
    const document = this.documents.get(uri)?.document
    await this.close(uri)
    files.delete(uri)
    files.set(to, text)
    if (document !== undefined) await this.open(to, document.languageId, 1, document.getText())
    await this.tellFiles([to], [uri])
  }

  private async switchBranch(count: number, name: string): Promise<void> {
    const { files } = this.client
    const gone = [...files.keys()].filter(uri => uri.includes('/branch_'))
    for (const uri of gone) files.delete(uri)
    const come = Array.from(
      { length: count },
      (_, at) => [`file:///project/branch_${at}.py`, branchText(name, at)] as const,
    )
    for (const [uri, text] of come) files.set(uri, text)
    await this.tellFiles(
      come.map(([uri]) => uri),
      gone.filter(uri => !files.has(uri)),
    )
  }

  private async writeBaseline(): Promise<void> {
    const { connection, files } = this.client
    const made = await connection.sendRequest<MakeBaselineResult>('novaConfigReview/makeBaseline')
    if (made.state !== 'made') return
    for (const { uri, text } of made.files) files.set(uri, text)
    await connection.sendNotification('novaConfigReview/settingsFilesChanged')
  }

  private async giveUp(): Promise<void> {
    const { ledger, connection } = this.client
    this.isDisturbed = true
    const before = ledger.progress.size
    await this.ask('novaConfigReview/refresh', undefined)
    await ledger.until('a progress bar', () => ledger.progress.size > before)
    const token = [...ledger.progress.keys()].at(-1)
    await connection.sendNotification('window/workDoneProgress/cancel', { token })
  }

  private async ask(method: string, params: object | undefined, cancelled?: boolean): Promise<void> {
    const source = new CancellationTokenSource()
    const { connection } = this.client
    const answer = params
      ? connection.sendRequest(method, params, source.token)
      : connection.sendRequest(method, source.token)
    this.answers.push(
      answer.catch((error: unknown) => {
        if (cancelled !== true) throw error
      }),
    )
    if (cancelled === true) source.cancel()
    await Promise.resolve()
  }

  private async tellFiles(changed: readonly string[], deleted: readonly string[]): Promise<void> {
    await this.client.connection.sendNotification('novaConfigReview/filesChanged', { changed, deleted })
  }
}
