import { Disposable, workspace, type LogOutputChannel, type Uri, type WorkspaceFolder } from 'vscode'
import type { BaseLanguageClient } from 'vscode-languageclient'
import * as protocol from '../../server/src/protocol'
import { readVersions } from './changes/readVersions'
import { FileChanges } from './fileChanges'
import { findGone } from './findGone'
import { findFiles } from './findFiles'
import type { Globs } from './globs'
import { readFiles } from './readFiles'
import { SettingsFiles } from './settingsFiles'

/** The server's eyes: lists, reads and watches files through VS Code, so disks, remotes and virtual folders are one. */
export class WorkspaceFiles implements Disposable {
  private readonly subscriptions: Disposable
  /** What the server knows of, and the globs that it asked with. */
  private known = new Set<string>()
  private globs = new Map<string, Globs>()
  private readonly settings = new SettingsFiles()

  constructor(
    private readonly client: BaseLanguageClient,
    log: LogOutputChannel,
  ) {
    this.subscriptions = Disposable.from(
      client.onRequest(protocol.listFiles, (params: protocol.ListFilesParams) => this.list(params)),
      client.onRequest(protocol.readFiles, ({ uris }: protocol.ReadFilesParams) => readFiles(uris, log)),
      client.onRequest(protocol.readVersions, (params: protocol.ReadVersionsParams) => readVersions(params, log)),
      client.onRequest(protocol.readSettingsFiles, ({ uris }: protocol.ReadSettingsFilesParams) =>
        this.settings.read(uris, log),
      ),
      client.onRequest(protocol.findGone, ({ uris }: protocol.FindGoneParams) => findGone(uris)),
      new FileChanges(
        uri => this.settings.concerns(uri),
        (changed, gone) => this.tell(changed, gone),
      ),
      workspace.onDidChangeWorkspaceFolders(() => {
        if (client.isRunning()) void client.sendRequest(protocol.refresh)
      }),
    )
  }

  dispose(): void {
    this.subscriptions.dispose()
  }

  private async list(params: protocol.ListFilesParams): Promise<protocol.ListFilesResult> {
    this.globs = new Map(params.folders.map(({ uri, ...globs }) => [uri, globs]))
    const uris = (await findFiles(folder => this.globsOf(folder))).map(uri => uri.toString())
    this.known = new Set(uris)
    return uris
  }

  private tell(cameOrChanged: readonly Uri[], gone: ReadonlySet<string>): void {
    if (!this.client.isRunning()) return
    if ([...cameOrChanged.map(String), ...gone].some(uri => this.settings.concerns(uri))) {
      void this.client.sendNotification(protocol.settingsFilesChanged)
    }
    const changed = cameOrChanged.filter(uri => this.belongs(uri)).map(uri => uri.toString())
    const deleted = gone.size === 0 ? [] : [...this.known].filter(uri => isWithin(uri, gone))
    changed.forEach(uri => this.known.add(uri))
    deleted.forEach(uri => this.known.delete(uri))
    if (changed.length + deleted.length === 0) return
    const params: protocol.FilesChangedParams = { changed, deleted }
    void this.client.sendNotification(protocol.filesChanged, params)
  }

  private belongs(uri: Uri): boolean {
    return protocol.isSought(uri.path) && workspace.getWorkspaceFolder(uri) !== undefined
  }

  private globsOf(folder: WorkspaceFolder): Globs {
    return this.globs.get(folder.uri.toString()) ?? { include: [], exclude: [] }
  }
}

/** Whether a URI is one of `gone`, or lies below one. */
function isWithin(uri: string, gone: ReadonlySet<string>): boolean {
  for (let end = uri.length; end > 0; end = uri.lastIndexOf('/', end - 1)) {
    if (gone.has(uri.slice(0, end))) return true
  }
  return false
}
