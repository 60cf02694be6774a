import type { Decoded } from '../../decodePython'
import type { Tree } from '../../diff/tree'
import { kindOfPath, pythonFiles } from '../../fileKinds'

/** Where the texts of both sides come from; files are named by their paths from the repository's folder. */
export interface Versions {
  /** The Python files that there are now. */
  readonly files: readonly string[]
  /** Those of them that have to do with options, as far as they have been read. */
  readonly about: readonly string[]
  /** The text that the editor, or the index, has of a file; undefined where it has none. */
  textNow(path: string): string | undefined
  /** Texts of a commit, or of the working tree; null for what cannot be read. */
  read(commit: string | null, paths: readonly string[]): Promise<readonly (string | null)[]>
}

/** The files that differ between a commit and the working tree, or may: those that each has. */
export interface Differing {
  readonly base: { readonly name: string; readonly commit: string }
  readonly before: ReadonlySet<string>
  readonly after: ReadonlySet<string>
}

/** The two sides of a comparison in the editor. What does not differ is read once, as it is now. */
export function treesOf({ base, before, after }: Differing, versions: Versions): { base: Tree; head: Tree } {
  const now = new Set([...versions.files, ...after])
  const differs = (path: string): boolean => before.has(path) || after.has(path)
  const readNow = async (paths: readonly string[]): Promise<ReadonlyMap<string, Decoded>> => {
    const missing = paths.filter(path => versions.textNow(path) === undefined)
    const read = texts(missing, missing.length === 0 ? [] : await versions.read(null, missing))
    return new Map(
      paths.flatMap(path => {
        const text = versions.textNow(path)
        const decoded = text === undefined ? read.get(path) : { text }
        return decoded === undefined ? [] : [[path, decoded] as const]
      }),
    )
  }
  const readBase = async (paths: readonly string[]): Promise<ReadonlyMap<string, Decoded>> => {
    const old = paths.filter(path => before.has(path))
    const same = await readNow(paths.filter(path => !before.has(path)))
    return new Map([...same, ...texts(old, old.length === 0 ? [] : await versions.read(base.commit, old))])
  }
  const id = (side: string, path: string): string => (differs(path) ? `${side} ${path}` : path)
  const files = (side: string, paths: Iterable<string>): ReadonlyMap<string, string> =>
    new Map([...paths].map(path => [path, id(side, path)]))
  const holding = (): Promise<ReadonlySet<string>> => Promise.resolve(new Set(versions.about.filter(isPython)))
  return {
    base: {
      ...base,
      files: files('base', [...[...now].filter(path => !differs(path)), ...before]),
      read: readBase,
      holding,
    },
    head: { name: 'the working tree', commit: null, files: files('head', now), read: readNow, holding },
  }
}

function texts(paths: readonly string[], read: readonly (string | null)[]): ReadonlyMap<string, Decoded> {
  return new Map(
    paths.flatMap((path, index) => {
      const text = read[index] ?? null
      return text === null ? [] : [[path, { text }] as const]
    }),
  )
}

function isPython(path: string): boolean {
  return kindOfPath(path) === pythonFiles
}
