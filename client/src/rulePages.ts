import {
  Disposable,
  EventEmitter,
  FileSystemError,
  FileType,
  MarkdownString,
  TabInputCustom,
  TabInputText,
  Uri,
  ViewColumn,
  commands,
  window,
  workspace,
  type FileChangeEvent,
  type FileStat,
  type FileSystemProvider,
} from 'vscode'
import { openRuleCommand, pageScheme, pageUri, ruleOfPage } from '../../server/src/protocol'
import { readablePage } from './rulePageText'

/**
 * Serves the packaged `docs/rules/*.md`, made readable, as `nova-config-review:/rules/<name>.md`, read-only. A file system rather than a
 * content provider, because VS Code wakes the extension for it when a window is restored with a page open. The default
 * of `workbench.editorAssociations` in package.json makes such a page open as a rendered preview.
 */
export function registerRulePages(extensionUri: Uri): Disposable {
  return workspace.registerFileSystemProvider(pageScheme, new RulePages(extensionUri), {
    isReadonly: new MarkdownString('The pages of the rules are part of Nova Config Review.'),
    isCaseSensitive: true,
  })
}

/**
 * Opens a rule's page beside the code: rendered, unless the user's editor associations say otherwise. The next one takes
 * its place.
 */
export async function openRule(rule: string): Promise<void> {
  const viewColumn = columnOfPages() ?? (window.activeTextEditor === undefined ? ViewColumn.Active : ViewColumn.Beside)
  await commands.executeCommand('vscode.open', Uri.parse(pageUri(rule)), { viewColumn, preview: true })
}

/** Where a page stands already. */
function columnOfPages(): ViewColumn | undefined {
  return window.tabGroups.all.find(({ tabs }) => tabs.some(({ input }) => isPage(input)))?.viewColumn
}

function isPage(input: unknown): boolean {
  return (input instanceof TabInputCustom || input instanceof TabInputText) && input.uri.scheme === pageScheme
}

/** Markdown whose links to rule pages are command links: hovers and tooltips drop links of schemes they do not know. */
export function withCommandLinks(markdown: string): string {
  return markdown.replace(/\]\(nova-config-review:(\/rules\/[a-z0-9-]+\.md)\)/g, (link, path: string) => {
    const rule = ruleOfPage(path)
    return rule === undefined ? link : `](command:${openRuleCommand}?${encodeURIComponent(JSON.stringify([rule]))})`
  })
}

class RulePages implements FileSystemProvider {
  readonly onDidChangeFile = new EventEmitter<FileChangeEvent[]>().event

  constructor(private readonly extensionUri: Uri) {}

  async stat(uri: Uri): Promise<FileStat> {
    const { length } = await this.readFile(uri)
    return { type: FileType.File, ctime: 0, mtime: 0, size: length }
  }

  async readFile(uri: Uri): Promise<Uint8Array> {
    const rule = ruleOfPage(uri.path)
    if (rule === undefined) throw FileSystemError.FileNotFound(uri)
    const packaged = Uri.joinPath(this.extensionUri, 'docs', 'rules', `${rule}.md`)
    const markdown = new TextDecoder().decode(await workspace.fs.readFile(packaged))
    return new TextEncoder().encode(readablePage(rule, markdown))
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
