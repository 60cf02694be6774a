import picomatch from 'picomatch/posix'
import { URI } from 'vscode-uri'
import type { Settings } from '../protocol'

/** A folder of the workspace. */
export interface Folder {
  readonly uri: string
  readonly name: string
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

/** Tests whether the include and exclude globs let a file through. A file outside of the workspace always passes. */
export function scopeOf(settings: Settings, folders: readonly Folder[]): (uri: string) => boolean {
  const included = picomatch(settings.include, { dot: true })
  const excluded = picomatch(settings.exclude, { dot: true })
  return uri => {
    const path = relativePath(uri, folders)
    return path === undefined || (included(path) && !excluded(path))
  }
}

function folderOf(uri: string, folders: readonly Folder[]): Folder | undefined {
  const holders = folders.filter(folder => uri.startsWith(folder.uri.endsWith('/') ? folder.uri : `${folder.uri}/`))
  return holders.sort((a, b) => b.uri.length - a.uri.length)[0]
}

function pathOf(uri: string): string {
  try {
    return URI.parse(uri).path
  } catch {
    return uri
  }
}
