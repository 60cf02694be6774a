import { lastPart, ModuleNames } from './moduleNames'
import { writtenImports } from './writtenImports'

/**
 * Which of some texts import one of `files`: what may have to be followed when these change. Found by what is written
 * alone, without parsing; `paths` are all files that imports may mean.
 * @param texts texts by the names of their files
 */
export function importersOf(
  files: ReadonlySet<string>,
  texts: ReadonlyMap<string, string>,
  paths: Iterable<string>,
): ReadonlySet<string> {
  const names = new ModuleNames()
  for (const path of paths) names.add(path)
  // Whoever imports a module writes the last part of its name: most texts are out at once.
  const parts = [...new Set([...files].flatMap(file => lastPart(file) ?? []))]
  const imports = (file: string, text: string): boolean =>
    parts.some(part => text.includes(part)) && [...filesImported(file, text, names)].some(one => files.has(one))
  return new Set([...texts].filter(([file, text]) => !files.has(file) && imports(file, text)).map(([file]) => file))
}

/** A name behind `from x import` may be a module of `x`, or something in it. */
function filesImported(file: string, text: string, names: ModuleNames): ReadonlySet<string> {
  const found = new Set<string>()
  const find = (name: string, level: number): void => {
    if (name === '' && level === 0) return
    const module = level === 0 ? names.find(name, file) : names.findRelative(name, level, file)
    if (module !== undefined) found.add(module)
  }
  for (const { level, from, name } of writtenImports(text)) {
    if (from === undefined) find(name, 0)
    else {
      find(from, level)
      if (name !== '*') find(from === '' ? name : `${from}.${name}`, level)
    }
  }
  return found
}
