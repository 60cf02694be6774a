import {
  Disposable,
  EventEmitter,
  FileChangeType,
  FileSystemError,
  FileType,
  MarkdownString,
  TabInputCustom,
  TabInputText,
  type Uri,
  ViewColumn,
  commands,
  window,
  workspace,
  type FileChangeEvent,
  type FileStat,
  type FileSystemProvider,
} from 'vscode'
import { pageScheme } from '../../../server/src/protocol'

/** Where the Markdown of some pages comes from. */
export interface PageSource {
  /** The text of a page; undefined for what is none of its pages. */
  read(uri: Uri): Promise<string | undefined>
}

/**
 * Pages of ours, read-only, below `nova-config-review:/`. A file system rather than a content provider, because VS Code wakes the
 * extension for it when a window is restored with a page open. The default of `workbench.editorAssociations` in package.json makes such
 * a page open as a rendered preview.
 */
export class Pages implements FileSystemProvider, Disposable {
  private readonly changed = new EventEmitter<FileChangeEvent[]>()
  private readonly registered: Disposable
  private version = 1

  readonly onDidChangeFile = this.changed.event

  constructor(private readonly sources: readonly PageSource[]) {
    this.registered = workspace.registerFileSystemProvider(pageScheme, this, {
      isReadonly: new MarkdownString('This page is made by Nova Config Review.'),
      isCaseSensitive: true,
    })
  }

  /** Shows another text where the page is open. */
  refresh(uri: Uri): void {
    this.version += 1
    this.changed.fire([{ type: FileChangeType.Changed, uri }])
  }

  dispose(): void {
    this.registered.dispose()
    this.changed.dispose()
  }

  async stat(uri: Uri): Promise<FileStat> {
    const { length } = await this.readFile(uri)
    return { type: FileType.File, ctime: 0, mtime: this.version, size: length }
  }

  async readFile(uri: Uri): Promise<Uint8Array> {
    for (const source of this.sources) {
      const text = await source.read(uri)
      if (text !== undefined) return new TextEncoder().encode(text)
    }
    throw FileSystemError.FileNotFound(uri)
  }

  watch(): Disposable {
    return new Disposable(() => undefined)
  }
  readDirectory(): [string, FileType][] {
    return []
  }
  createDirectory(uri: Uri): never {
    throw FileSystemError.NoPermissions(uri)
  }
  writeFile(uri: Uri): never {
    throw FileSystemError.NoPermissions(uri)
  }
  delete(uri: Uri): never {
    throw FileSystemError.NoPermissions(uri)
  }
  rename(uri: Uri): never {
    throw FileSystemError.NoPermissions(uri)
  }
}

/** Opens a page beside the code: rendered, unless the user's editor associations say otherwise. The next one takes its place. */
export async function openPage(uri: Uri): Promise<void> {
  const viewColumn = columnOfPages() ?? (window.activeTextEditor === undefined ? ViewColumn.Active : ViewColumn.Beside)
  await commands.executeCommand('vscode.open', uri, { viewColumn, preview: true })
}

/** Where a page stands already. */
function columnOfPages(): ViewColumn | undefined {
  return window.tabGroups.all.find(({ tabs }) => tabs.some(({ input }) => isPage(input)))?.viewColumn
}

function isPage(input: unknown): boolean {
  return (input instanceof TabInputCustom || input instanceof TabInputText) && input.uri.scheme === pageScheme
}
