import { createHash } from 'node:crypto'
import { inventoryRecord, keyText, knownValue, libraryOptionsIn, optionKey } from '../engine/index'
import type { Json, Option, PythonParser, Use } from '../engine/index'
import { type CliHost, type Completeness, type ExitCode, exitCodeOf } from './host'
import { type FileLibraryOption, type FileOption, inventoryText } from './inventoryText'
import { type Loaded, load } from './load'
import { readIndexOf } from './readIndex'
import { readRoots } from './settings'
import { usesRecord } from './usesJson'
import { writeJson } from './writeJson'

export interface InventoryOptions extends Completeness {
  readonly format: 'text' | 'json'
  /** Tell where each option is used. */
  readonly uses?: boolean
}

/**
 * `inventory`: prints every option, file by file in the order of declaration.
 * @returns 2 when not everything was read, else 0
 * @throws ReadError as `load` does, and with `uses` for what is wrong in the team's settings
 */
export async function inventoryCommand(
  paths: readonly string[],
  options: InventoryOptions,
  host: CliHost,
): Promise<ExitCode> {
  const python = await host.loadParser()
  const loaded = load(paths, host, python)
  const found = allOptions(loaded)
  const usesOf = options.uses === true ? await usesIn(loaded, paths, host, python) : undefined
  if (options.format === 'json') host.out(inventoryJson(found, loaded, usesOf))
  else host.out(inventoryText(found, fromLibraries(loaded), loaded, host.colors, usesOf))
  return exitCodeOf(loaded.incomplete, 0, options)
}

/** Says of each option where it is used. */
async function usesIn(
  loaded: Loaded,
  paths: readonly string[],
  host: CliHost,
  python: PythonParser,
): Promise<(option: Option) => readonly Use[]> {
  const index = readIndexOf(loaded, await readRoots(paths, host.cwd, {}, python), python)
  const byKey = new Map(index.options().map(({ group, option, uses }) => [keyText(optionKey(group, option)), uses]))
  return option => {
    const dest = knownValue(option.dest) ?? knownValue(option.name)
    if (dest === undefined) return []
    const keys = new Set(option.membership.groups.map(group => keyText(optionKey(group, dest))))
    return [...keys].flatMap(key => byKey.get(key) ?? [])
  }
}

function allOptions({ project, sources }: Loaded): FileOption[] {
  return sources.flatMap(source =>
    (project.module(source.file)?.options ?? []).map((option): FileOption => ({ option, source })),
  )
}

function fromLibraries({ project, sources }: Loaded): FileLibraryOption[] {
  const byFile = new Map(sources.map(source => [source.file, source]))
  return [...libraryOptionsIn(project.modules())].flatMap(option => {
    const source = byFile.get(option.file)
    return source ? { option, source } : []
  })
}

/** A JSON list with one option a line, then with one line for each place that was not read wholly: like all others, with a file and a line. */
function inventoryJson(
  found: readonly FileOption[],
  { sources, incomplete }: Loaded,
  usesOf?: (option: Option) => readonly Use[],
): string {
  const relative = new Map(sources.map(source => [source.file, source.relative]))
  const pathOf = (file: string): string => relative.get(file) ?? file
  const recordOf = ({ option, source }: FileOption): Json => {
    const record = inventoryRecord(option, source.relative, sha1)
    return usesOf ? { ...record, uses: usesRecord(usesOf(option), pathOf) } : record
  }
  const records = [
    ...found.map(one => writeJson(recordOf(one))),
    ...incomplete.map(({ relative, reason }) => writeJson({ file: relative, line: 1, incomplete: reason })),
  ]
  return records.length === 0 ? '[]\n' : `[\n${records.join(',\n')}\n]\n`
}

function sha1(text: string): string {
  return createHash('sha1').update(text, 'utf8').digest('hex')
}
