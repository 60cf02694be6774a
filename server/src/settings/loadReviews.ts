import type { Reviews } from '../engine/index'
import type { SettingsProblem } from './jsonFile'
import type { FolderWorld } from './loadFolder'
import { besideFile } from './relativeFile'
import { parseReviews } from './reviewsText'

/** What people said of the options of a folder. */
export interface LoadedReviews {
  /** The file, from the folder: it lies beside the settings, whether or not it is there. */
  readonly file: string
  /** What git is told of it, likewise. */
  readonly attributes: string
  /** Whether there is such a file. */
  readonly kept: boolean
  readonly reviews: Reviews
  readonly problems: readonly SettingsProblem[]
}

/** Reads what people said of the options of a folder. Fails only as `read` does. */
export async function loadReviews({
  read,
  configFile,
}: Pick<FolderWorld, 'read' | 'configFile'>): Promise<LoadedReviews> {
  const beside = (name: string): string => besideFile(configFile, name) ?? name
  const file = beside('reviews.json')
  const text = await read(file)
  const found = text === undefined ? { reviews: [], problems: [] } : parseReviews(file, text)
  return { file, attributes: beside('.gitattributes'), kept: text !== undefined, ...found }
}
