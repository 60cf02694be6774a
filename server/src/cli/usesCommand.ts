import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { type UsedOption, groupKey } from '../engine/index'
import { type CliHost, type Completeness, type ExitCode, ReadError, exitCodeOf } from './host'
import { load } from './load'
import { readIndexOf } from './readIndex'
import { readRoots } from './settings'
import { usesJson } from './usesJson'
import { usesText } from './usesText'

export interface UsesOptions extends Completeness {
  readonly format: 'text' | 'json'
}

/**
 * `uses`: prints where an option, or every option, is read and written. A single argument that is a file or folder is the
 * PATH.
 * @returns 2 when not everything was read, else 0
 * @throws ReadError as `load` does, and for an option that nobody declares or uses, and for what is wrong in
 * the team's settings
 */
export async function usesCommand(
  option: string | undefined,
  path: string | undefined,
  options: UsesOptions,
  host: CliHost,
): Promise<ExitCode> {
  const isPath = path === undefined && option !== undefined && existsSync(resolve(host.cwd, option))
  const [wanted, where] = isPath ? [undefined, option] : [option, path ?? '.']
  const python = await host.loadParser()
  const loaded = load([where], host, python)
  const roots = await readRoots([where], host.cwd, {}, python)
  const index = readIndexOf(loaded, roots, python)
  const used = chosen(index.options(), wanted)
  const relative = new Map(loaded.sources.map(source => [source.file, source]))
  if (options.format === 'json') host.out(usesJson(used, file => relative.get(file)?.relative ?? file))
  else host.out(usesText(used, file => relative.get(file)?.shown ?? file, host.colors))
  return exitCodeOf(loaded.incomplete, 0, options)
}

function chosen(all: readonly UsedOption[], wanted: string | undefined): readonly UsedOption[] {
  if (wanted === undefined) return all
  const dot = wanted.lastIndexOf('.')
  const [group, name] = [dot < 0 ? undefined : wanted.slice(0, dot), wanted.slice(dot + 1)]
  const found = all.filter(
    each =>
      each.option === name.replaceAll('-', '_') && (group === undefined || groupKey(each.group) === groupKey(group)),
  )
  if (found.length === 0) throw new ReadError(`there is no option ${wanted}`)
  return found
}
