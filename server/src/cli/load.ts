import { readFileSync } from 'node:fs'
import { Project, mentionsOsloConfig } from '../engine/index'
import type { PythonParser } from '../engine/index'
import { decodePython } from '../decodePython'
import { type CliHost, ReadError, warn } from './host'
import { type Scope, type Source, findSources, reasonOf, usualScope, withSlashes } from './sources'

/** Everything that the PATHs hold, read to its end. */
export interface Loaded {
  readonly project: Project
  readonly sources: readonly Source[]
  /** What was not read, or not all of it. */
  readonly incomplete: readonly Incomplete[]
}

/** A file or a folder of which not all is known, and why. */
export interface Incomplete {
  /** Absolute, with `/` between folders. */
  readonly file: string
  readonly reason: string
}

/**
 * Reads all Python files that `paths` lead to into one project. A file in a folder that cannot be read, or is no text,
 * costs one line on stderr; the run goes on.
 * @throws ReadError when a PATH does not exist, or a file that the user named cannot be read.
 */
export function load(paths: readonly string[], host: CliHost, python: PythonParser, scope: Scope = usualScope): Loaded {
  const reasons = new Map<string, string>()
  const miss = (file: string, reason: string, line: string): void => {
    // What cannot be read is asked for again when others import it: once is enough.
    if (!reasons.has(file)) warn(host, line)
    reasons.set(file, reason)
  }
  const read = (source: Source): string | undefined => readText(source, miss)
  const sources = findSources(paths, host.cwd, scope, (folder, reason) => {
    miss(withSlashes(folder), reason, `cannot read ${folder}: ${reason}`)
  })
  const project = new Project(python)
  for (const source of sources) project.addPath(source.file)
  for (const source of sources) {
    const text = read(source)
    if (text === undefined || !mentionsOsloConfig(text)) continue
    project.setText(source.file, text)
  }
  readWanted(project, new Map(sources.map(source => [source.file, source])), read)
  for (const { file, shown } of sources) {
    const shortfall = project.shortfall(file)
    if (shortfall !== undefined) miss(file, shortfall, `${shown} ${shortfall}`)
  }
  project.complete = true
  return { project, sources, incomplete: [...reasons].map(([file, reason]) => ({ file, reason })) }
}

function readWanted(
  project: Project,
  sources: ReadonlyMap<string, Source>,
  read: (source: Source) => string | undefined,
): void {
  for (let wanted = project.wanted(); wanted.length > 0; wanted = project.wanted()) {
    for (const file of wanted) {
      const source = sources.get(file)
      project.setText(file, source === undefined ? '' : (read(source) ?? ''))
    }
  }
}

function readText(source: Source, miss: (file: string, reason: string, line: string) => void): string | undefined {
  try {
    const decoded = decodePython(readFileSync(source.file))
    if (decoded === undefined) throw new Error('it is no text')
    if (decoded.doubt !== undefined) miss(source.file, decoded.doubt, `${source.shown} ${decoded.doubt}`)
    return decoded.text
  } catch (error) {
    const reason = reasonOf(error)
    const line = `cannot read ${source.shown}: ${reason}`
    if (source.named) throw new ReadError(line)
    miss(source.file, reason, line)
    return undefined
  }
}
