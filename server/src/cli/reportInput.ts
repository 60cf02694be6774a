import { existsSync, statSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { keyText, optionKey, type PythonParser, ReadIndex } from '../engine/index'
import { type Gathered, type Imports, importsOf } from '../report/index'
import { settingsOfFile } from '../settings/folderSettings'
import { type Loaded, readText } from './load'
import type { ReviewResult } from './reviewResult'
import type { SettingsRoot } from './settings'
import { pathBelow, type Source, withSlashes } from './sources'

/**
 * The folder that is read for a report on a PATH: that of the outermost package around it, for what a module declares shows
 * elsewhere, too; the PATH itself where it lies in no package.
 */
export function packageAround(path: string, cwd: string): string {
  const absolute = resolve(cwd, path)
  let top = isFolder(absolute) ? absolute : dirname(absolute)
  if (!isPackage(top)) return path
  while (dirname(top) !== top && isPackage(dirname(top))) top = dirname(top)
  if (top === absolute) return path
  const below = pathBelow(cwd, top)
  return below === undefined ? withSlashes(top) : below === '' ? '.' : below
}

/** The files of a reading that lie at a PATH. */
export function sourcesAt(path: string, cwd: string, sources: readonly Source[]): readonly Source[] {
  const absolute = withSlashes(resolve(cwd, path))
  return sources.filter(({ file }) => pathBelow(absolute, file) !== undefined)
}

/** What a report says of the files of `result`, which were read among others. */
export function gather(
  subject: string,
  loaded: Loaded,
  result: ReviewResult,
  roots: readonly SettingsRoot[],
  python: PythonParser,
): Omit<Gathered, 'isPart' | 'reviews' | 'deployments'> {
  const { project, sources } = loaded
  const shown = new Map(sources.map(source => [source.file, source.shown]))
  const index = new ReadIndex(project.moduleNames)
  index.setSinks(roots.flatMap(root => root.settings.sinks))
  const imports = new Map<string, Imports>()
  for (const source of sources) {
    // What cannot be read has been told while loading.
    const text = readText(source, () => undefined)
    if (text === undefined) continue
    index.setText(source.file, text, python)
    imports.set(source.file, importsOf(text))
  }
  index.declare([...project.modules()])
  return {
    subject,
    files: result.sources.map(({ file }) => file),
    where: sources[0]?.path ?? subject,
    looked: result.looked,
    imports,
    uses: new Map(index.options().map(one => [keyText(optionKey(one.group, one.option)), one.uses])),
    findings: result.told.map(({ finding, source }) => ({ finding, shown: source.shown })),
    policies: roots.flatMap(root => root.settings.policies),
    severities: roots.map(root => settingsOfFile(root.settings, '').rules),
    incomplete: result.incomplete.map(one => ({ file: one.shown, reason: one.reason })),
    moduleOf: file => project.module(file),
    moduleNameOf: file => project.moduleNames.nameOf(file),
    shown: file => shown.get(file) ?? file,
  }
}

function isPackage(folder: string): boolean {
  return existsSync(join(folder, '__init__.py'))
}

export function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() === true
}
