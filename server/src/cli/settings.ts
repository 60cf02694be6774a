import { statSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import type { PythonParser } from '../engine/index'
import { parseBaseline } from '../settings/baselineText'
import type { FolderSettings } from '../settings/folderSettings'
import { pathMatcher } from '../settings/globs'
import type { SettingsProblem } from '../settings/jsonFile'
import { configFile, loadFolder, settingsFolder } from '../settings/loadFolder'
import { mostBytes } from '../settings/limits'
import { type LoadedReviews, loadReviews } from '../settings/loadReviews'
import { usualSettings } from '../settings/usualSettings'
import { ReadError } from './host'
import { readFile } from './readFile'
import { type Place, type Scope, pathBelow, reasonOf, withSlashes } from './sources'

/** A folder and the settings that hold in it. */
export interface SettingsRoot {
  /** Absolute, with `/` between folders. */
  readonly folder: string
  readonly settings: FolderSettings
  /** The file of the settings as a person would name it, whether or not it is there. */
  readonly configFile: string
  /** The baseline's file, absolute; undefined where the baseline is off. */
  readonly baselineFile: string | undefined
  /** What people said of the options in it. */
  readonly reviews: LoadedReviews
  /** The PATHs that lead into this folder. */
  readonly paths: readonly string[]
}

/** What the command line says of settings. */
export interface SettingsOptions {
  /** The file to take, instead of looking for one. */
  readonly config?: string
  /** The baseline's file, or false for none. */
  readonly baseline?: string | false
  readonly writeBaseline?: boolean
}

/**
 * The settings for each PATH: from `--config`, or of the nearest folder upwards that has some, or else the usual ones.
 * @throws ReadError for the first thing that is wrong in a file, with its place
 */
export async function readRoots(
  paths: readonly string[],
  cwd: string,
  options: SettingsOptions,
  python: PythonParser,
): Promise<readonly SettingsRoot[]> {
  const byFolder = new Map<string, { file: string; paths: string[] }>()
  for (const path of paths) {
    const { folder, file } =
      options.config === undefined ? findConfig(resolve(cwd, path), cwd) : named(options.config, cwd)
    const root = byFolder.get(folder) ?? { file, paths: [] }
    byFolder.set(folder, root)
    root.paths.push(path)
  }
  return Promise.all(
    [...byFolder].map(async ([folder, root]) => {
      const read = (file: string): Promise<string | undefined> => Promise.resolve(textOf(join(folder, file)))
      const { settings, problems } = await loadFolder({ read, python, configFile: root.file }, usualSettings)
      const reviews = await loadReviews({ read, configFile: root.file })
      refuse([...problems, ...reviews.problems], file => join(folder, file), cwd)
      const shownFile = shownFrom(cwd, join(folder, root.file))
      const found = { folder: withSlashes(folder), settings, configFile: shownFile, paths: root.paths, reviews }
      const { baselineFile } = settings
      return withBaseline({ ...found, baselineFile: baselineFile && join(folder, baselineFile) }, cwd, options)
    }),
  )
}

/** Which files the settings let through. A file that the user named is always read. */
export function scopeOf(roots: readonly SettingsRoot[]): Scope {
  const lets = new Map(
    roots.map(({ folder, settings }) => {
      const [included, excluded] = [pathMatcher(settings.include), pathMatcher(settings.exclude)]
      // A hidden folder that a PATH leads into is meant; one below it is not. What a file excludes, it excludes for all.
      const usual = settings.exclude === usualSettings.exclude
      return [folder, (path: string, relative: string) => included(path) && !excluded(usual ? relative : path)]
    }),
  )
  return {
    looksEverywhere: path =>
      roots.some(root => root.paths.includes(path) && root.settings.exclude !== usualSettings.exclude),
    lets: file => {
      const root = rootOf(roots, file)
      return lets.get(root.folder)?.(pathIn(root, file), file.relative) ?? true
    },
  }
}

/** The root that a file's PATH leads to. */
export function rootOf(roots: readonly SettingsRoot[], { path }: Place): SettingsRoot {
  const root = roots.find(one => one.paths.includes(path))
  if (root === undefined) throw new Error(`no settings for ${path}`)
  return root
}

/** What the settings of a folder call a file in it; a file outside by its path from the PATH. */
export function pathIn({ folder }: SettingsRoot, { file, relative }: Place): string {
  const below = folder.endsWith('/') ? folder : `${folder}/`
  return file.startsWith(below) ? file.slice(below.length) : relative
}

function findConfig(path: string, cwd: string): { folder: string; file: string } {
  for (let folder = path; ; folder = dirname(folder)) {
    if (isFolder(join(folder, settingsFolder))) return { folder, file: configFile }
    if (dirname(folder) === folder) break
  }
  const isOutside = pathBelow(cwd, path) === undefined
  return { folder: isOutside ? (isFolder(path) ? path : dirname(path)) : cwd, file: configFile }
}

/** A file in a folder of its own settings is for the folder around it, any other for the folder that it lies in. */
function named(config: string, cwd: string): { folder: string; file: string } {
  const path = resolve(cwd, config)
  if (textOf(path) === undefined) throw new ReadError(`cannot read ${config}: no such file or folder`)
  const [folder, name] = [dirname(path), basename(path)]
  if (basename(folder) !== settingsFolder) return { folder, file: name }
  return { folder: dirname(folder), file: `${settingsFolder}/${name}` }
}

function withBaseline(root: SettingsRoot, cwd: string, options: SettingsOptions): SettingsRoot {
  const { baseline: asked } = options
  if (asked === undefined) return root
  if (asked === false) return { ...root, settings: { ...root.settings, baseline: [] }, baselineFile: undefined }
  const baselineFile = resolve(cwd, asked)
  const text = textOf(baselineFile)
  if (text === undefined && options.writeBaseline !== true) {
    throw new ReadError(`cannot read ${asked}: no such file or folder`)
  }
  const { known, problems } = parseBaseline(baselineFile, text ?? '{ "version": 1, "known": [] }')
  refuse(problems, file => file, cwd)
  return { ...root, settings: { ...root.settings, baseline: known }, baselineFile }
}

/** @throws ReadError for the first of the problems, with its place */
export function refuse([problem]: readonly SettingsProblem[], absolute: (file: string) => string, cwd: string): void {
  if (problem === undefined) return
  const file = absolute(problem.file)
  const { line, character } = problem.range.start
  throw new ReadError(`${shownFrom(cwd, file)}:${line + 1}:${character + 1}: ${problem.message}`)
}

/** A file as a person in `cwd` would name it. */
export function shownFrom(cwd: string, file: string): string {
  return pathBelow(cwd, file) ?? withSlashes(file)
}

/**
 * The text of a file; undefined where there is none.
 * @throws ReadError for one that is there but cannot be read. What is no regular file might never end.
 */
export function textOf(file: string): string | undefined {
  try {
    return readFile(file, mostBytes).toString('utf8')
  } catch (error) {
    const reason = reasonOf(error)
    if (reason === 'no such file or folder' || reason === 'ENOTDIR') return undefined
    throw new ReadError(`cannot read ${withSlashes(file)}: ${reason}`)
  }
}

function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory()
  } catch {
    return false
  }
}
