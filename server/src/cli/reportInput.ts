import { existsSync, statSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import {
  keyText,
  type Module,
  type Option,
  optionKey,
  type PythonParser,
  ReadIndex,
  rules as catalogue,
  type Use,
  writtenImports,
} from '../engine/index'
import type { ReportInput, ReportReviews } from '../report/input'
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

/** Everything that a report says of the files of `result`, which were read among others. */
export function reportInput(
  subject: string,
  loaded: Loaded,
  result: ReviewResult,
  roots: readonly SettingsRoot[],
  reviews: ReportReviews,
  python: PythonParser,
): ReportInput {
  const { project, sources } = loaded
  const shown = new Map(sources.map(source => [source.file, source.shown]))
  const index = new ReadIndex(project.moduleNames)
  index.setSinks(roots.flatMap(root => root.settings.sinks))
  const importers = new Map<string, number>()
  const imports = new Map<string, readonly string[]>()
  for (const source of sources) {
    // What cannot be read has been told while loading.
    const text = readText(source, () => undefined)
    if (text === undefined) continue
    index.setText(source.file, text, python)
    const names = importedNames(text)
    imports.set(source.file, names.modules)
    for (const name of names.all) importers.set(name, (importers.get(name) ?? 0) + 1)
  }
  const modules = [...project.modules()]
  index.declare(modules)
  const uses = new Map(index.options().map(one => [keyText(optionKey(one.group, one.option)), one.uses]))
  const rules = [...catalogue, ...roots.flatMap(root => root.settings.policies)]
  const settings = roots.map(root => settingsOfFile(root.settings, '').rules)
  const isOff = (name: string, optIn: boolean): boolean =>
    settings.every(said => said[name] === 'off' || (optIn && said[name] === undefined))
  return {
    subject,
    files: result.sources.flatMap(({ file }) => {
      const module = project.module(file)
      if (module === undefined || isEmpty(module)) return []
      const name = project.moduleNames.nameOf(file)
      return [
        {
          shown: shown.get(file) ?? file,
          module,
          imports: imports.get(file) ?? [],
          importers: importers.get(name) ?? 0,
        },
      ]
    }),
    looked: result.looked,
    findings: result.told.map(({ finding, source }) => ({ finding, shown: source.shown })),
    rules: rules.filter(({ name, optIn }) => !isOff(name, optIn === true)),
    rulesOff: rules.filter(({ name, optIn }) => isOff(name, optIn === true)),
    incomplete: result.incomplete.map(one => ({ file: one.shown, reason: one.reason })),
    reads: {
      where: sources[0]?.path ?? subject,
      files: sources.length,
      usesOf: option => usesOf(option, uses),
      shown: file => shown.get(file) ?? file,
    },
    reviews,
  }
}

function usesOf({ dest, membership }: Option, uses: ReadonlyMap<string, readonly Use[]>): readonly Use[] {
  if (dest.kind !== 'known') return []
  return membership.groups.flatMap(group => uses.get(keyText(optionKey(group, dest.value))) ?? [])
}

function isEmpty({ options, groups, libraryOptions }: Module): boolean {
  return options.length + groups.length + libraryOptions.length === 0
}

/** The modules that a text imports as they are written, and all names that it may mean by them. */
function importedNames(text: string): { modules: readonly string[]; all: ReadonlySet<string> } {
  const modules = new Set<string>()
  const all = new Set<string>()
  for (const { from, level, name } of writtenImports(text)) {
    const dots = '.'.repeat(level)
    const whole = from === undefined ? name : `${dots}${from}${from === '' ? '' : '.'}${name}`
    modules.add(name === '*' ? `${dots}${from ?? ''}` : whole)
    all.add(whole)
    if (from !== undefined && level === 0) all.add(from)
  }
  return { modules: [...modules].sort(), all }
}

function isPackage(folder: string): boolean {
  return existsSync(join(folder, '__init__.py'))
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() === true
}
