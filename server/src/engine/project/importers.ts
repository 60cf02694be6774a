import { ModuleNames } from './moduleNames'
import { writtenImports } from './writtenImports'

/**
 * Which of some texts import one of `files`, or another of the texts that does: what has to be followed when `files`
 * change. Found by what is written alone, without parsing; `paths` are all files that imports may mean.
 * @param texts texts by the names of their files
 */
export function importersOf(
  files: ReadonlySet<string>,
  texts: ReadonlyMap<string, string>,
  paths: Iterable<string>,
): ReadonlySet<string> {
  const names = new ModuleNames()
  for (const path of paths) names.add(path)
  const importedBy = new Map<string, string[]>()
  for (const [file, text] of texts) {
    for (const imported of filesImported(file, text, names)) {
      const others = importedBy.get(imported)
      if (others) others.push(file)
      else importedBy.set(imported, [file])
    }
  }
  const found = new Set<string>()
  const open = [...files]
  for (let file = open.pop(); file !== undefined; file = open.pop()) {
    for (const importer of importedBy.get(file) ?? []) {
      if (found.has(importer) || files.has(importer)) continue
      found.add(importer)
      open.push(importer)
    }
  }
  return found
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
