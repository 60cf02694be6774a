import type { CliHost, ExitCode } from './host'
import { inventoryRecord } from './inventoryRecord'
import { type FileOption, inventoryText } from './inventoryText'
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
  const found = allOptions(load(paths, host, await host.loadParser()))
  host.out(options.format === 'json' ? inventoryJson(found) : inventoryText(found, host.colors))
  return 0
}

function allOptions({ project, sources }: Loaded): FileOption[] {
  return sources.flatMap(source =>
    (project.module(source.file)?.options ?? []).map((option): FileOption => ({ option, source })),
  )
}

/** A JSON list with one option a line. */
function inventoryJson(found: readonly FileOption[]): string {
  const records = found.map(({ option, source }) => writeJson(inventoryRecord(option, source.relative)))
  return records.length === 0 ? '[]\n' : `[\n${records.join(',\n')}\n]\n`
}
