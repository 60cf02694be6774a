import { createColors } from 'picocolors'
import { type Option, type RegisteredLibraryOption, type Use, renderPython } from '../engine/index'
import { label, oneLine } from '../safe/text'
import { counted, noOptions } from './counted'
import { shownPath } from './host'
import { incompleteText } from './incompleteText'
import type { Loaded } from './load'
import type { Source } from './sources'

/** An option and the file that declares it. */
export interface FileOption {
  readonly option: Option
  readonly source: Source
}

/** An option that a library declares, and the file that registers it. */
export interface FileLibraryOption {
  readonly option: RegisteredLibraryOption
  readonly source: Source
}

/**
 * The inventory for people: `path:line: [group] name  Class = default  flags`, then what libraries bring into the groups,
 * then a count, then what was not read wholly.
 */
export function inventoryText(
  found: readonly FileOption[],
  fromLibraries: readonly FileLibraryOption[],
  { sources, incomplete }: Loaded,
  colors: boolean,
  usesOf?: (option: Option) => readonly Use[],
): string {
  const paint = createColors(colors)
  const lines = found.map(({ option, source }) => {
    const place = paint.dim(`${shownPath(source.shown)}:${option.range.start.line + 1}:`)
    const name = `${paint.cyan(`[${label(groupsText(option))}]`)} ${paint.bold(label(option.displayName))}`
    return `${place} ${name}  ${label(option.className)}${defaultText(option)}${paint.magenta(flagsText(option))}${usesOf ? paint.dim(usesText(usesOf(option))) : ''}\n`
  })
  for (const { option, source } of fromLibraries) {
    const place = paint.dim(`${shownPath(source.shown)}:${option.range.start.line + 1}:`)
    const name = `${paint.cyan(`[${label(option.group)}]`)} ${paint.bold(label(option.name))}`
    lines.push(`${place} ${name}  ${label(option.className)}${paint.magenta(`  (from ${label(option.library)})`)}\n`)
  }
  const more = fromLibraries.length > 0 ? `, and ${fromLibraries.length} from libraries` : ''
  const files = new Set(found.map(one => one.source.file)).size
  const count = `${counted(found.length, 'option')} in ${counted(files, 'file')}${more}.`
  const summary = lines.length === 0 ? noOptions(sources.length) : count
  return `${lines.join('')}${summary}\n${incompleteText(incomplete)}`
}

function groupsText({ membership }: Option): string {
  return membership.groups.length > 0 ? membership.groups.join(', ') : '?'
}

function defaultText(option: Option): string {
  if (option.default.kind === 'absent') return ''
  const { default: value } = option
  return ` = ${label(value.kind === 'known' ? renderPython(value.value) : oneLine(value.source))}`
}

function usesText(uses: readonly Use[]): string {
  const own = uses.filter(({ isTest, kind }) => !isTest && kind !== 'write' && kind !== 'import')
  if (own.length === 0) return '  no reads found'
  const reached = [...new Set(own.flatMap(({ sinks }) => sinks.map(({ kind }) => kind)))].sort()
  return `  ${counted(own.length, 'read')}${reached.length === 0 ? '' : `, reaching ${reached.join(', ')}`}`
}

function flagsText(option: Option): string {
  const flags = (['secret', 'required', 'mutable', 'advanced'] as const).filter(
    flag => option[flag].kind === 'known' && option[flag].value,
  )
  const deprecated = option.deprecatedForRemoval.kind === 'known' && option.deprecatedForRemoval.value
  const words = deprecated ? [...flags, 'deprecated'] : flags
  return words.length > 0 ? `  (${words.join(', ')})` : ''
}
