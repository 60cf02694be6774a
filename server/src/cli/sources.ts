import { type Stats, readdirSync, statSync } from 'node:fs'
import { isAbsolute, relative, resolve, sep } from 'node:path'
import { globSync } from 'tinyglobby'
import { ReadError } from './host'

/** A Python file that the user's PATHs lead to. */
export interface Source {
  /** Absolute, with `/` between folders: what the project knows it by. */
  readonly file: string
  /** As a person in the working directory would open it: `PATH/relative`. */
  readonly shown: string
  /** Relative to the PATH that led to it; as given when that is the file itself. */
  readonly relative: string
  /** The PATH that led to it. */
  readonly path: string
  /** Whether the user named it, rather than a folder that holds it. */
  readonly named: boolean
}

/** Hears of a folder (absolute) that cannot be read, and why. */
type Miss = (folder: string, reason: string) => void

/** Which files of a folder are wanted. */
export interface Scope {
  /** Whether folders that are hidden or hold other people's code are searched, too. */
  looksEverywhere(path: string): boolean
  lets(source: Source): boolean
}

/** What is read where nobody says otherwise. */
export const usualScope: Scope = { looksEverywhere: () => false, lets: () => true }

/** Folders that hold other people's code. Hidden ones (`.git`, `.tox`, `.venv`) are left out as such. */
const foreignFolders = ['**/node_modules/**', '**/venv/**', '**/site-packages/**']

/**
 * The files that `paths` lead to, each once, in the order of the paths and sorted within each: a file by its name, a
 * folder by every `*.py` in it. Links to folders are not followed. `miss` hears of each folder that cannot be read.
 * @throws ReadError for a path that does not exist or cannot be looked at.
 */
export function findSources(paths: readonly string[], cwd: string, scope: Scope, miss: Miss): Source[] {
  const found = new Map<string, Source>()
  for (const path of paths) {
    for (const source of sourcesAt(path, cwd, scope, miss)) if (!found.has(source.file)) found.set(source.file, source)
  }
  return [...found.values()]
}

/** What stands before the files of a folder: nothing for the working directory, else its path without `/` at the end. */
function prefixOf(shownPath: string): string {
  const path = shownPath.replace(/^\.\/+/, '')
  if (path === '.') return ''
  let end = path.length
  while (path[end - 1] === '/') end--
  return path.slice(0, end)
}

function sourcesAt(path: string, cwd: string, scope: Scope, miss: Miss): Source[] {
  const absolute = resolve(cwd, path)
  const shownPath = withSlashes(path)
  if (!look(path, absolute).isDirectory()) {
    return [{ file: withSlashes(absolute), shown: shownPath, relative: shownPath, path, named: true }]
  }
  const root = withSlashes(absolute).replace(/\/$/, '')
  const prefix = prefixOf(shownPath)
  const files = pythonFilesBelow(absolute, scope.looksEverywhere(path), miss)
  const sources = files.map(relative => ({
    file: `${root}/${relative}`,
    shown: prefix === '' && !shownPath.startsWith('/') ? relative : `${prefix}/${relative}`,
    relative,
    path,
    named: false,
  }))
  return sources.filter(source => scope.lets(source))
}

function look(path: string, absolute: string): Stats {
  try {
    return statSync(absolute)
  } catch (error) {
    throw new ReadError(`cannot read ${path}: ${reasonOf(error)}`)
  }
}

function pythonFilesBelow(folder: string, everywhere: boolean, miss: Miss): string[] {
  const readFolder = (path: string, options: unknown): unknown => {
    try {
      return readdirSync(path, options as { withFileTypes: true })
    } catch (error) {
      miss(path, reasonOf(error))
      return []
    }
  }
  const files = globSync('**/*.py', {
    cwd: folder,
    ignore: everywhere ? [] : foreignFolders,
    dot: everywhere,
    followSymbolicLinks: false,
    fs: { readdirSync: readFolder as typeof readdirSync },
  })
  return files.map(withSlashes).sort((a, b) => (a < b ? -1 : 1))
}

/** What went wrong with a file, in a few words and without its path. */
export function reasonOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  if (code === 'ENOENT') return 'no such file or folder'
  if (code === 'EACCES' || code === 'EPERM') return 'permission denied'
  if (typeof code === 'string') return code
  return error instanceof Error ? error.message : String(error)
}

/** The path of something from a folder, `''` for the folder itself; undefined where it lies outside. */
export function pathBelow(folder: string, path: string): string | undefined {
  const way = withSlashes(relative(folder, path))
  return way === '..' || way.startsWith('../') || isAbsolute(way) ? undefined : way
}

/** A path as this program writes it, whatever the system's own separator. */
export function withSlashes(path: string): string {
  return sep === '/' ? path : path.replaceAll(sep, '/')
}
