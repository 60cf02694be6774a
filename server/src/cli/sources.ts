import { type Stats, realpathSync, statSync } from 'node:fs'
import { isAbsolute, join, relative, resolve, sep } from 'node:path'
import { ReadError } from './host'
import { type Walk, isModuleName, walk } from './walk'

/** A file or a folder that the user's PATHs lead to. */
export interface Place {
  /** Absolute, with `/` between folders: what the project knows it by. */
  readonly file: string
  /** As a person in the working directory would open it: `PATH/relative`. */
  readonly shown: string
  /** Relative to the PATH that led to it; as given when that is the file itself. */
  readonly relative: string
  /** The PATH that led to it. */
  readonly path: string
}

/** A Python file that the user's PATHs lead to. */
export interface Source extends Place {
  /** Whether the user named it, rather than a folder that holds it. */
  readonly named: boolean
}

/** Hears of something that is not read, or not all of it, and why, in words to be put behind its name. */
export type Miss = (place: Place, reason: string) => void

/** Which files of a folder are wanted. */
export interface Scope {
  /** Whether folders that are hidden or hold other people's code are searched, too. */
  looksEverywhere(path: string): boolean
  lets(file: Place): boolean
}

/** What is read where nobody says otherwise. */
export const usualScope: Scope = { looksEverywhere: () => false, lets: () => true }

/** Whether a folder of that name is searched where nobody says otherwise. */
export function isSearched(name: string): boolean {
  return !(name.startsWith('.') || foreignFolders.has(name))
}

/** Folders that hold other people's code. Hidden ones (`.git`, `.tox`, `.venv`) are left out as such. */
const foreignFolders: ReadonlySet<string> = new Set(['node_modules', 'venv', 'site-packages'])

/**
 * The files that `paths` lead to, each real file once, in the order of the paths and sorted within each: a file by its
 * name, a folder by every `*.py` in it, links to such files included. `miss` hears of folders that cannot be listed, and
 * of links to folders that are not read by another name: following them might lead through the whole disk.
 * @throws ReadError for a path that does not exist or cannot be looked at, and when there is no file at all
 */
export function findSources(paths: readonly string[], cwd: string, scope: Scope, miss: Miss): Source[] {
  const finds = paths.map(path => findAt(path, cwd, scope, miss))
  const candidates = finds.flatMap(find => find.candidates)
  const wanted = candidates.filter(({ source }) => source.named || scope.lets(source))
  // A file is known by its own name where it has one here, and otherwise by that of the first link to it.
  const own = new Set(wanted.filter(({ isLink }) => !isLink).map(({ real }) => real))
  const taken = new Set<string>()
  const sources = wanted.flatMap(({ source, real, isLink }) => {
    if (taken.has(real) || (isLink && own.has(real))) return []
    taken.add(real)
    return [source]
  })
  const walked = new Set(finds.flatMap(find => find.folders))
  for (const { place, real } of finds.flatMap(find => find.linkedFolders)) {
    if (!walked.has(real))
      miss(place, 'is a link to a folder that is not read: name that folder, too, or leave the link out')
  }
  if (sources.length === 0) throw new ReadError(nothingIn(paths, candidates.length))
  return sources
}

/** What stands before the files of a folder: nothing for the working directory, else its path without `/` at the end. */
function prefixOf(shownPath: string): string {
  const path = shownPath.replace(/^\.\/+/, '')
  if (path === '.') return ''
  let end = path.length
  while (path[end - 1] === '/') end--
  return path.slice(0, end)
}

/** What one PATH leads to; `real` is the name without links. */
interface Find {
  readonly candidates: readonly { readonly source: Source; readonly real: string; readonly isLink: boolean }[]
  /** The real names of the folders that were searched. */
  readonly folders: readonly string[]
  readonly linkedFolders: readonly { readonly place: Place; readonly real: string }[]
}

function findAt(path: string, cwd: string, scope: Scope, miss: Miss): Find {
  const absolute = resolve(cwd, path)
  const shown = withSlashes(path)
  const { stat, real } = look(path, absolute)
  if (!stat.isDirectory()) {
    const source = { file: withSlashes(absolute), shown, relative: shown, path, named: true }
    return { candidates: [{ source, real, isLink: false }], folders: [], linkedFolders: [] }
  }
  const placeOf = placesBelow(path, absolute)
  const letsFolder = (at: string): boolean => scope.lets(placeOf(at === '' ? '__init__.py' : `${at}/__init__.py`))
  const everywhere = scope.looksEverywhere(path)
  const found = walk(
    absolute,
    name => everywhere || isSearched(name),
    (at, error) => {
      if (at === '') throw new ReadError(`cannot read ${path}: ${reasonOf(error)}`)
      if (letsFolder(at)) miss(placeOf(at), `cannot be read: ${reasonOf(error)}`)
    },
  )
  const links = followLinks(found, absolute, (at, error) => {
    if (letsFolder(at)) miss(placeOf(at), `cannot be followed: ${reasonOf(error)}`)
  })
  const candidates = [
    ...found.modules.map(at => ({ at, real: joined(real, at), isLink: false })),
    ...links.modules.map(link => ({ ...link, isLink: true })),
  ]
  return {
    candidates: candidates
      .sort((a, b) => (a.at < b.at ? -1 : 1))
      .map(({ at, ...rest }) => ({ ...rest, source: { ...placeOf(at), named: false } })),
    folders: found.folders.filter(letsFolder).map(at => joined(real, at)),
    linkedFolders: links.folders
      .filter(({ at }) => letsFolder(at))
      .map(one => ({ place: placeOf(one.at), real: one.real })),
  }
}

function look(path: string, absolute: string): { stat: Stats; real: string } {
  try {
    return { stat: statSync(absolute), real: realpathSync(absolute) }
  } catch (error) {
    throw new ReadError(`cannot read ${path}: ${reasonOf(error)}`)
  }
}

/** The places below a PATH that is a folder, by the way from there. */
function placesBelow(path: string, absolute: string): (at: string) => Place {
  const root = withSlashes(absolute).replace(/\/$/, '')
  const given = withSlashes(path)
  const prefix = prefixOf(given)
  return at => ({
    file: `${root}/${at}`,
    shown: prefix === '' && !given.startsWith('/') ? at : `${prefix}/${at}`,
    relative: at,
    path,
  })
}

interface Link {
  readonly at: string
  readonly real: string
}

/** Where links lead to modules and folders. One that leads nowhere, or in a circle, is no module for Python, either. */
function followLinks(
  { links }: Walk,
  folder: string,
  miss: (at: string, error: unknown) => void,
): { modules: readonly Link[]; folders: readonly Link[] } {
  const modules: Link[] = []
  const folders: Link[] = []
  for (const at of links) {
    try {
      const path = joined(folder, at)
      const stat = statSync(path)
      if (stat.isDirectory()) folders.push({ at, real: realpathSync(path) })
      else if (stat.isFile() && isModuleName(at)) modules.push({ at, real: realpathSync(path) })
    } catch (error) {
      if (!isNowhere(error)) miss(at, error)
    }
  }
  return { modules, folders }
}

function isNowhere(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  return code === 'ENOENT' || code === 'ENOTDIR' || code === 'ELOOP'
}

function nothingIn(paths: readonly string[], leftOut: number): string {
  const places = paths.length > 3 ? `${paths.slice(0, 3).join(', ')} …` : paths.join(', ')
  const why = leftOut === 0 ? '' : `: the settings leave out all that there is (${leftOut})`
  return `no Python files in ${places}${why}`
}

/** The system's name of what lies at a way below a folder. */
function joined(folder: string, at: string): string {
  return at === '' ? folder : join(folder, at)
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
