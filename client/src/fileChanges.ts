import { Disposable, FileType, RelativePattern, workspace, type Uri } from 'vscode'
import { isSought, soughtGlobs } from '../../server/src/protocol'

/** How long changes are gathered, in milliseconds: a checkout of another branch comes as one change. */
const gatherFor = 150

/**
 * Watches the workspace and tells, in batches, which paths came or changed and which went. A folder that comes is told
 * as its sought files; one that goes as itself, since what it held cannot be asked any more.
 */
export class FileChanges implements Disposable {
  private readonly subscriptions: Disposable
  private changed = new Map<string, Uri>()
  private gone = new Set<string>()
  private timer: ReturnType<typeof setTimeout> | undefined

  /** Of files that are not sought, those count that `concerns` names by their URI. */
  constructor(
    private readonly concerns: (uri: string) => boolean,
    private readonly tell: (changed: Uri[], gone: ReadonlySet<string>) => void,
  ) {
    const watcher = workspace.createFileSystemWatcher('**/*')
    this.subscriptions = Disposable.from(
      watcher,
      watcher.onDidCreate(uri => this.came(uri)),
      watcher.onDidChange(uri => this.note(uri)),
      watcher.onDidDelete(uri => this.went(uri)),
    )
  }

  dispose(): void {
    clearTimeout(this.timer)
    this.subscriptions.dispose()
  }

  private note(uri: Uri): void {
    if (!isSought(uri.path) && !this.concerns(uri.toString())) return
    this.gone.delete(uri.toString())
    this.changed.set(uri.toString(), uri)
    this.schedule()
  }

  private went(uri: Uri): void {
    this.changed.delete(uri.toString())
    this.gone.add(uri.toString())
    this.schedule()
  }

  private came(uri: Uri): void {
    if (isSought(uri.path) || this.concerns(uri.toString())) this.note(uri)
    else if (!/\.\w+$/.test(uri.path)) void this.cameAsFolder(uri)
  }

  private async cameAsFolder(uri: Uri): Promise<void> {
    try {
      const { type } = await workspace.fs.stat(uri)
      if ((type & FileType.Directory) === 0) return
      for (const glob of soughtGlobs)
        for (const file of await workspace.findFiles(new RelativePattern(uri, glob))) this.note(file)
    } catch {
      // Gone again before it could be looked at.
    }
  }

  private schedule(): void {
    this.timer ??= setTimeout(() => this.flush(), gatherFor)
  }

  private flush(): void {
    const changed = [...this.changed.values()]
    const gone = this.gone
    this.timer = undefined
    this.changed = new Map()
    this.gone = new Set()
    this.tell(changed, gone)
  }
}
