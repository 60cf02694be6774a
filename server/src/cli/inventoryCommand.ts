import { libraryOptionsIn } from '../engine/index'
import type { CliHost, ExitCode } from './host'
import { inventoryRecord } from './inventoryRecord'
import { type FileLibraryOption, type FileOption, inventoryText } from './inventoryText'
import { writeJson } from './json'
import { type Loaded, load } from './load'

export interface InventoryOptions {
  readonly format: 'text' | 'json'
}

/**
 * `inventory`: prints every option, file by file in the order of declaration.
 * @throws ReadError as `load` does
 */
export async function inventoryCommand(
  paths: readonly string[],
  options: InventoryOptions,
  host: CliHost,
): Promise<ExitCode> {
  const loaded = load(paths, host, await host.loadParser())
  const found = allOptions(loaded)
  if (options.format === 'json') host.out(inventoryJson(found))
  else host.out(inventoryText(found, fromLibraries(loaded), host.colors))
  return 0
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

/** A JSON list with one option a line. */
function inventoryJson(found: readonly FileOption[]): string {
  const records = found.map(({ option, source }) => writeJson(inventoryRecord(option, source.relative)))
  return records.length === 0 ? '[]\n' : `[\n${records.join(',\n')}\n]\n`
}
