import { SymbolKind } from 'vscode-languageserver'
import type { SymbolInformation } from 'vscode-languageserver'
import type { Option } from '../../engine/index'
import { toRange } from '../convert'
import type { Facts } from '../facts'
import { label } from '../../safe/text'
import { qualifiedName } from '../names'
import { tagsOf } from './documentSymbols'

/** More than anybody reads; clients ask again when the query grows. */
const limit = 2000

/**
 * Answers `workspace/symbol`: options whose group and name have the query's letters in this order, whether it is written
 * `[libvirt] virt_type`, `libvirt.virt_type` or `virt_type`.
 */
export function workspaceSymbols(facts: Facts, query: string): SymbolInformation[] {
  const letters = [...plain(query)]
  const found: SymbolInformation[] = []
  for (const module of facts.modules()) {
    for (const option of module.options) {
      const groups = option.membership.groups.length === 0 ? [undefined] : option.membership.groups
      const group = groups.find(one => hasInOrder(plain(`${one ?? ''}${option.displayName}`), letters))
      if (group === undefined && !hasInOrder(plain(option.displayName), letters)) continue
      found.push({
        ...namesFor(option, group, query),
        kind: SymbolKind.Property,
        location: { uri: option.file, range: toRange(option.nameRange) },
        ...tagsOf(option),
      })
      if (found.length === limit) return found
    }
  }
  return found
}

/** Written as it was asked for: editors leave out what has not all characters of the query in its name. */
function namesFor(
  option: Option,
  group: string | undefined,
  query: string,
): Pick<SymbolInformation, 'name' | 'containerName'> {
  if (group !== undefined && query.includes('.')) return { name: label(`${group}.${option.displayName}`) }
  if (group !== undefined && /[[\]\s]/.test(query.trim())) return { name: label(qualifiedName(option, group)) }
  const container = option.membership.groups.map(one => `[${one}]`).join(' ')
  return { name: label(option.displayName), ...(container === '' ? {} : { containerName: label(container) }) }
}

/** Letters without case and without what stands between group and name; a dash is an underscore to oslo.config. */
function plain(text: string): string {
  return text
    .toLowerCase()
    .replace(/[[\].\s]/g, '')
    .replaceAll('-', '_')
}

function hasInOrder(text: string, letters: readonly string[]): boolean {
  let at = 0
  for (const letter of letters) {
    at = text.indexOf(letter, at) + 1
    if (at === 0) return false
  }
  return true
}
