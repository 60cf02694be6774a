import { Project, mentionsOsloConfig } from '../engine/index'
import type { PythonParser, TextSource } from '../engine/index'
import { pythonFiles } from '../fileKinds'
import { type CliHost, ReadError, warn } from './host'
import { readFile } from './readFile'
import { type Miss, type Place, type Scope, type Source, findSources, reasonOf, usualScope } from './sources'

/** Everything that the PATHs hold, read to its end. */
export interface Loaded {
  readonly project: Project
  readonly sources: readonly Source[]
  /** What was not read, or not all of it: whoever says what the PATHs hold says this, too. */
  readonly incomplete: readonly Incomplete[]
  /** The texts of the sources, those of tests left out. */
  readonly texts: TextSource
}

/** A file or a folder of which not all is known. */
export interface Incomplete extends Place {
  /** Why, in words to be put behind its name. */
  readonly reason: string
}

/** Larger files are not read. Of those that mention options the parser takes far smaller ones only; most do not. */
const largestFile = 64 * 1024 * 1024

/**
 * Reads all Python files that `paths` lead to into one project. A file in a folder that cannot be read, or is no text,
 * is incomplete and costs one line on stderr; the run goes on.
 * `saw` gets the text of each file, whatever it has to do with options.
 * @throws ReadError when a PATH does not exist, there is no Python file, or a file that the user named cannot be read
 */
export function load(
  paths: readonly string[],
  host: CliHost,
  python: PythonParser,
  scope: Scope = usualScope,
  saw: (text: string) => void = () => undefined,
): Loaded {
  const incomplete = new Map<string, Incomplete>()
  const miss: Miss = ({ file, shown, relative, path }, reason) => {
    // What cannot be read is asked for again when others import it: once is enough.
    if (incomplete.has(file)) return
    warn(host, `${shown} ${reason}`)
    incomplete.set(file, { file, shown, relative, path, reason })
  }
  const sources = findSources(paths, host.cwd, scope, miss)
  const project = projectOf(sources, source => readText(source, miss), python, saw)
  for (const source of sources) {
    const shortfall = project.shortfall(source.file)
    if (shortfall !== undefined) miss(source, shortfall)
  }
  // What cannot be read has been told.
  const textOf = (source: Source): string | undefined => readText(source, () => undefined)
  return { project, sources, incomplete: [...incomplete.values()], texts: textsOf(project, sources, textOf, python) }
}

/** The texts of sources, those of tests left out. */
export function textsOf(
  { moduleNames }: Project,
  sources: readonly Source[],
  textOf: (source: Source) => string | undefined,
  python: PythonParser,
): TextSource {
  const byFile = new Map(sources.filter(({ file }) => !moduleNames.isTest(file)).map(source => [source.file, source]))
  const of = (file: string): string | undefined => {
    const source = byFile.get(file)
    return source && textOf(source)
  }
  return {
    python,
    of,
    *all() {
      for (const file of byFile.keys()) yield [file, of(file) ?? '']
    },
  }
}

/** A project of files whose texts, where they have some, are at hand. `saw` gets each text. */
export function projectOf(
  sources: readonly Source[],
  textOf: (source: Source) => string | undefined,
  python: PythonParser,
  saw: (text: string) => void = () => undefined,
): Project {
  const project = new Project(python)
  for (const source of sources) project.addPath(source.file)
  for (const source of sources) {
    const text = textOf(source)
    if (text !== undefined) saw(text)
    if (text === undefined || !mentionsOsloConfig(text)) continue
    project.setText(source.file, text)
  }
  const byFile = new Map(sources.map(source => [source.file, source]))
  for (let wanted = project.wanted(); wanted.length > 0; wanted = project.wanted()) {
    for (const file of wanted) {
      const source = byFile.get(file)
      project.setText(file, source === undefined ? '' : (textOf(source) ?? ''))
    }
  }
  project.complete = true
  return project
}

/** The text of a file; undefined when it cannot be read or is none, which `miss` hears. */
export function readText(source: Source, miss: Miss): string | undefined {
  try {
    const decoded = pythonFiles.decode(readFile(source.file, largestFile))
    if (decoded === undefined) throw new Error('it is no text')
    if (decoded.doubt !== undefined) miss(source, decoded.doubt)
    return decoded.text
  } catch (error) {
    const reason = reasonOf(error)
    if (source.named) throw new ReadError(`cannot read ${source.shown}: ${reason}`)
    miss(source, `cannot be read: ${reason}`)
    return undefined
  }
}
