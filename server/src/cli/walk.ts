import { type Dirent, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { confFiles, kindOfPath, pythonFiles } from '../fileKinds'

/** What lies in a folder and the folders below. Paths are from there, with `/` between folders, sorted. */
export interface Walk {
  /** The folders that were walked, `''` for the first. */
  readonly folders: readonly string[]
  /** Regular files that are named as Python modules. */
  readonly modules: readonly string[]
  /** Regular files that are named as configuration files. */
  readonly confs: readonly string[]
  /** Links, wherever they lead. */
  readonly links: readonly string[]
}

/**
 * Walks a folder without following links, so that it comes to an end. `wants` says by its name whether a thing is
 * looked at; `miss` hears of each folder that cannot be listed.
 */
export function walk(
  folder: string,
  wants: (name: string) => boolean,
  miss: (path: string, error: unknown) => void,
): Walk {
  const folders: string[] = []
  const modules: string[] = []
  const confs: string[] = []
  const links: string[] = []
  const ahead = ['']
  for (let at = ahead.pop(); at !== undefined; at = ahead.pop()) {
    folders.push(at)
    for (const entry of entriesOf(folder, at, miss)) {
      if (!wants(entry.name)) continue
      const path = at === '' ? entry.name : `${at}/${entry.name}`
      if (entry.isSymbolicLink()) links.push(path)
      else if (entry.isDirectory()) ahead.push(path)
      // Python imports from regular files alone: a pipe or a device is no module, whatever its name.
      else if (entry.isFile() && isModuleName(entry.name)) modules.push(path)
      else if (entry.isFile() && kindOfPath(entry.name) === confFiles) confs.push(path)
    }
  }
  return { folders: folders.sort(), modules: modules.sort(), confs: confs.sort(), links: links.sort() }
}

export function isModuleName(name: string): boolean {
  return kindOfPath(name) === pythonFiles
}

function entriesOf(folder: string, at: string, miss: (path: string, error: unknown) => void): Dirent[] {
  try {
    return readdirSync(join(folder, at), { withFileTypes: true })
  } catch (error) {
    miss(at, error)
    return []
  }
}
