import { FileType, RelativePattern, Uri, workspace, type WorkspaceFolder } from 'vscode'
import { isSought } from '../../server/src/protocol'
import { searchPatterns, type Globs } from './globs'

/** The sought files of all workspace folders that their globs let through, and maybe some more, each once, sorted. */
export async function findFiles(globsOf: (folder: WorkspaceFolder) => Globs): Promise<Uri[]> {
  const lists = await Promise.all((workspace.workspaceFolders ?? []).map(folder => filesOf(folder, globsOf(folder))))
  const unique = new Map(lists.flat().map(uri => [uri.toString(), uri]))
  return [...unique].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, uri]) => uri)
}

async function filesOf(folder: WorkspaceFolder, globs: Globs): Promise<Uri[]> {
  const patterns = searchPatterns(globs)
  const found = await workspace.findFiles(new RelativePattern(folder, patterns.include), patterns.exclude)
  const candidates = found.length > 0 || isSearchable(folder.uri) ? found : await walk(folder.uri)
  return candidates.filter(uri => isSought(uri.path))
}

/** Folders of other schemes may come from an extension that lists files but cannot search. */
function isSearchable(uri: Uri): boolean {
  return ['file', 'vscode-remote', 'vscode-vfs'].includes(uri.scheme)
}

/** All sought files below a folder, hidden folders and links left out. A folder that cannot be listed counts as empty. */
async function walk(folder: Uri): Promise<Uri[]> {
  const files: Uri[] = []
  const folders = [folder]
  for (let next = folders.pop(); next !== undefined; next = folders.pop()) {
    const entries = await Promise.resolve(workspace.fs.readDirectory(next)).catch(() => [])
    for (const [name, type] of entries) {
      const uri = Uri.joinPath(next, name)
      if (type === FileType.File && isSought(name)) files.push(uri)
      if (type === FileType.Directory && !name.startsWith('.')) folders.push(uri)
    }
  }
  return files
}
