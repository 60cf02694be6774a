import { SymbolKind } from 'vscode-languageserver'
import type { SymbolInformation } from 'vscode-languageserver'
import { toRange } from '../convert'
import type { Facts } from '../facts'
import { label } from '../../safe/text'
import { qualifiedName } from '../names'
import { tagsOf } from './documentSymbols'

/** More than anybody reads; clients ask again when the query grows. */
const limit = 2000

/** Answers `workspace/symbol`: options whose `[group] name` has the query's letters in this order. */
export function workspaceSymbols(facts: Facts, query: string): SymbolInformation[] {
  const letters = [...query.toLowerCase().replace(/\s+/g, '')]
  const found: SymbolInformation[] = []
  for (const module of facts.modules()) {
    for (const option of module.options) {
      if (!hasInOrder(qualifiedName(option).toLowerCase(), letters)) continue
      const container = option.membership.groups.map(group => `[${group}]`).join(' ')
      found.push({
        name: label(option.displayName),
        kind: SymbolKind.Property,
        location: { uri: option.file, range: toRange(option.nameRange) },
        ...(container === '' ? {} : { containerName: label(container) }),
        ...tagsOf(option),
      })
      if (found.length === limit) return found
    }
  }
  return found
}

function hasInOrder(text: string, letters: readonly string[]): boolean {
  let at = 0
  for (const letter of letters) {
    at = text.indexOf(letter, at) + 1
    if (at === 0) return false
  }
  return true
}
