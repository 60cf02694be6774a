import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'

/** The path of a command, as the shell would find it; undefined when this machine has none. */
export function findCommand(name: string): string | undefined {
  const folders = (process.env['PATH'] ?? '').split(delimiter)
  return folders.map(folder => join(folder, name)).find(existsSync)
}
