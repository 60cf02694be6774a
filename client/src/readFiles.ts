import { FileType, Uri, workspace, type LogOutputChannel } from 'vscode'
import { kindOfPath } from '../../server/src/protocol'
import { message } from '../../server/src/safe/text'
import { shownPath } from './shownPath'

const maxBytes = 5 * 1024 * 1024
const atOnce = 32

/** The texts of files, in the order given; null for one that cannot be read, and a line in the log that says why. */
export async function readFiles(uris: readonly string[], log: LogOutputChannel): Promise<(string | null)[]> {
  const texts = new Array<string | null>(uris.length).fill(null)
  const pending = uris.entries()
  const worker = async (): Promise<void> => {
    for (const [index, uri] of pending) texts[index] = await read(Uri.parse(uri), log)
  }
  await Promise.all(Array.from({ length: atOnce }, worker))
  return texts
}

async function read(uri: Uri, log: LogOutputChannel): Promise<string | null> {
  const where = shownPath(uri)
  try {
    const { type, size } = await workspace.fs.stat(uri)
    // A pipe would be waited for, and a device may never end.
    if ((type & FileType.File) === 0) throw new Error('it is no regular file')
    if (size > maxBytes) {
      log.warn(`${where} is left out: ${Math.round(size / 1024 / 1024)} MB is too large for a configuration module.`)
      return null
    }
    const decoded = kindOfPath(uri.path)?.decode(await workspace.fs.readFile(uri))
    if (decoded === undefined) log.warn(`${where} is left out: it is not text.`)
    if (decoded?.doubt !== undefined) log.warn(`${where} ${decoded.doubt}.`)
    return decoded?.text ?? null
  } catch (error) {
    log.warn(`${where} cannot be read: ${message(error instanceof Error ? error.message : String(error))}`)
    return null
  }
}
