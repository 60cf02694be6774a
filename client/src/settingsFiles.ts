import { FileSystemError, FileType, Uri, workspace, type LogOutputChannel } from 'vscode'
import { message } from '../../server/src/safe/text'
import { shownPath } from './shownPath'

/** Larger files hold no settings: the server would refuse a tenth of it. */
const mostBytes = 16 * 1024 * 1024

/** The files that settings lie in, whether or not they are there: all that the server has asked for. */
export class SettingsFiles {
  private readonly asked = new Set<string>()

  /** The texts of files in the order given; null for one that is not there, or cannot be read, which the log then says. */
  read(uris: readonly string[], log: LogOutputChannel): Promise<(string | null)[]> {
    return Promise.all(
      uris.map(async address => {
        const uri = Uri.parse(address)
        this.asked.add(uri.toString())
        try {
          const { type, size } = await workspace.fs.stat(uri)
          // A pipe would be waited for, and a device may never end.
          if ((type & FileType.File) === 0) throw new Error('It is no regular file.')
          if (size > mostBytes) throw new Error(`It has ${size} bytes, and no more than ${mostBytes} are read.`)
          return new TextDecoder().decode(await workspace.fs.readFile(uri))
        } catch (error) {
          const isMissing = error instanceof FileSystemError && error.code === 'FileNotFound'
          if (!isMissing)
            log.warn(
              `${shownPath(uri)} cannot be read: ${message(error instanceof Error ? error.message : String(error))}`,
            )
          return null
        }
      }),
    )
  }

  /** Whether a URI is that of such a file, or of a folder around one. */
  concerns(uri: string): boolean {
    for (const file of this.asked) if (file === uri || file.startsWith(`${uri}/`)) return true
    return false
  }
}
