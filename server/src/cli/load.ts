import { readFileSync } from 'node:fs'
import { Project, mentionsOsloConfig } from '../engine/index'
import type { PythonParser } from '../engine/index'
import { decodePython } from './decode'
import { type CliHost, ReadError, warn } from './host'
import { type Scope, type Source, findSources, reasonOf, usualScope } from './sources'

/** Everything that the PATHs hold, read to its end. */
export interface Loaded {
  readonly project: Project
  readonly sources: readonly Source[]
}

/**
 * Reads all Python files that `paths` lead to into one project. A file in a folder that cannot be read, or is no text,
 * costs one line on stderr; the run goes on.
 * @throws ReadError when a PATH does not exist, or a file that the user named cannot be read.
 */
export function load(paths: readonly string[], host: CliHost, python: PythonParser, scope: Scope = usualScope): Loaded {
  const say = (line: string): void => {
    warn(host, line)
  }
  const sources = findSources(paths, host.cwd, scope, say)
  const project = new Project(python)
  for (const source of sources) project.addPath(source.file)
  for (const source of sources) {
    const text = readText(source, say)
    if (text === undefined || !mentionsOsloConfig(text)) continue
    project.setText(source.file, text)
  }
  readWanted(project, new Map(sources.map(source => [source.file, source])))
  for (const source of sources) {
    const shortfall = project.shortfall(source.file)
    if (shortfall !== undefined) say(`${source.shown} ${shortfall}`)
  }
  project.complete = true
  return { project, sources }
}

function readWanted(project: Project, sources: ReadonlyMap<string, Source>): void {
  for (let wanted = project.wanted(); wanted.length > 0; wanted = project.wanted()) {
    for (const file of wanted) {
      const source = sources.get(file)
      // Its one warning was given at the first reading.
      project.setText(file, source === undefined ? '' : (readText(source, () => undefined) ?? ''))
    }
  }
}

function readText(source: Source, say: (line: string) => void): string | undefined {
  try {
    const text = decodePython(readFileSync(source.file))
    if (text !== undefined) return text
    throw new Error('it is no text')
  } catch (error) {
    const line = `cannot read ${source.shown}: ${reasonOf(error)}`
    if (source.named) throw new ReadError(line)
    say(line)
    return undefined
  }
}
