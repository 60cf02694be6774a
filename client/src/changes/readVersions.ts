import { Uri, workspace, type LogOutputChannel } from 'vscode'
import { kindOfPath, type ReadVersionsParams, type ReadVersionsResult } from '../../../server/src/protocol'
import { message } from '../../../server/src/safe/text'
import { gitApi } from './gitExtension'

const atOnce = 8

/**
 * Texts of files of a commit, by way of VS Code's git extension, or of the working tree: null for one that cannot be read,
 * and a line in the log that says why. Rejects where there is no such repository.
 */
export async function readVersions(
  { root, commit, paths }: ReadVersionsParams,
  log: LogOutputChannel,
): Promise<ReadVersionsResult> {
  const bytesOf = commit === null ? workingTree(Uri.parse(root)) : await commitReader(root, commit)
  const texts = new Array<string | null>(paths.length).fill(null)
  const pending = paths.entries()
  const worker = async (): Promise<void> => {
    for (const [index, path] of pending) {
      try {
        texts[index] = textOf(path, await bytesOf(path))
      } catch (error) {
        const why = message(error instanceof Error ? error.message : String(error))
        log.warn(`${message(path)} (${commit ?? 'working tree'}) cannot be read: ${why}`)
      }
    }
  }
  await Promise.all(Array.from({ length: atOnce }, worker))
  return texts
}

function workingTree(root: Uri): (path: string) => Thenable<Uint8Array> {
  return path => workspace.fs.readFile(Uri.joinPath(root, path))
}

async function commitReader(root: string, commit: string): Promise<(path: string) => Promise<Uint8Array>> {
  const api = await gitApi()
  const all = typeof api === 'string' ? [] : api.repositories
  const repository = all.find(({ rootUri }) => rootUri.toString() === root)
  if (repository === undefined) throw new Error('Git has closed this repository')
  return path => repository.buffer(commit, Uri.joinPath(repository.rootUri, path).fsPath)
}

function textOf(path: string, bytes: Uint8Array): string | null {
  const kind = kindOfPath(path)
  return kind === undefined ? new TextDecoder().decode(bytes) : (kind.decode(bytes)?.text ?? null)
}
