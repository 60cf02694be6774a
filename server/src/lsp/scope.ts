import { URI } from 'vscode-uri'
import { pathMatcher } from '../settings/globs'
import { canonicalUri } from './canonicalUri'

/** A folder of the workspace. */
export interface Folder {
  readonly uri: string
  readonly name: string
}

/** The folders that a client names, each once, however it is spelt. */
export function foldersOf(named: readonly Folder[]): readonly Folder[] {
  return [...new Map(named.map(({ uri, name }) => [withoutSlash(canonicalUri(uri)), name])).entries()].map(
    ([uri, name]) => ({ uri, name }),
  )
}

function withoutSlash(uri: string): string {
  return uri.replace(/(?<=[^/:])\/$/, '')
}

/** Where a file lies in the workspace; undefined outside of it (unsaved documents, single files). */
export function relativePath(uri: string, folders: readonly Folder[]): string | undefined {
  const folder = folderOf(uri, folders)
  return folder === undefined ? undefined : pathOf(uri).slice(pathOf(folder.uri).replace(/\/$/, '').length + 1)
}

/** A file as people call it: relative to its folder, whose name stands before it when there are several. */
export function fileLabel(uri: string, folders: readonly Folder[]): string {
  const relative = relativePath(uri, folders)
  if (relative === undefined) return pathOf(uri).replace(/^\/(?=[A-Za-z]:)/, '')
  const folder = folders.length > 1 ? folderOf(uri, folders) : undefined
  return folder === undefined ? relative : `${folder.name}/${relative}`
}

/** Which files of a folder are read, by globs from the folder. */
export interface Globs {
  readonly include: readonly string[]
  readonly exclude: readonly string[]
}

/** Tests whether the globs of its folder let a file through. A file outside of the workspace always passes. */
export function scopeOf(globsOf: (folder: Folder) => Globs, folders: readonly Folder[]): (uri: string) => boolean {
  const lets = new Map(
    folders.map(folder => {
      const { include, exclude } = globsOf(folder)
      const [included, excluded] = [pathMatcher(include), pathMatcher(exclude)]
      return [folder.uri, (path: string) => included(path) && !excluded(path)]
    }),
  )
  return uri => {
    const folder = folderOf(uri, folders)
    return folder === undefined || lets.get(folder.uri)?.(relativePath(uri, [folder]) ?? '') === true
  }
}

/** The innermost folder that a file lies in. */
export function folderOf(uri: string, folders: readonly Folder[]): Folder | undefined {
  const holders = folders.filter(folder => uri.startsWith(folder.uri.endsWith('/') ? folder.uri : `${folder.uri}/`))
  return holders.sort((a, b) => b.uri.length - a.uri.length)[0]
}

/** The URI of a file by its path from a folder. */
export function uriIn(folder: Folder, path: string): string {
  return canonicalUri(`${folder.uri.replace(/\/$/, '')}/${path.split('/').map(encodeURIComponent).join('/')}`)
}

function pathOf(uri: string): string {
  try {
    return URI.parse(uri).path
  } catch {
    return uri
  }
}
