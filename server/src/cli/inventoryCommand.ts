import { createHash } from 'node:crypto'
import { inventoryRecord, libraryOptionsIn } from '../engine/index'
import { type CliHost, type Completeness, type ExitCode, exitCodeOf } from './host'
import { type FileLibraryOption, type FileOption, inventoryText } from './inventoryText'
import { type Incomplete, type Loaded, load } from './load'
import { writeJson } from './writeJson'

export interface InventoryOptions extends Completeness {
  readonly format: 'text' | 'json'
}

/**
 * `inventory`: prints every option, file by file in the order of declaration.
 * @returns 2 when not everything was read, else 0
 * @throws ReadError as `load` does
 */
export async function inventoryCommand(
  paths: readonly string[],
  options: InventoryOptions,
  host: CliHost,
): Promise<ExitCode> {
  const loaded = load(paths, host, await host.loadParser())
  const found = allOptions(loaded)
  if (options.format === 'json') host.out(inventoryJson(found, loaded.incomplete))
  else host.out(inventoryText(found, fromLibraries(loaded), loaded, host.colors))
  return exitCodeOf(loaded.incomplete, 0, options)
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
function inventoryJson(found: readonly FileOption[], incomplete: readonly Incomplete[]): string {
  const records = [
    ...found.map(({ option, source }) => writeJson(inventoryRecord(option, source.relative, sha1))),
    ...incomplete.map(({ relative, reason }) => writeJson({ file: relative, line: 1, incomplete: reason })),
  ]
  return records.length === 0 ? '[]\n' : `[\n${records.join(',\n')}\n]\n`
}

function sha1(text: string): string {
  return createHash('sha1').update(text, 'utf8').digest('hex')
}
