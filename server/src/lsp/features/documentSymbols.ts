import { SymbolKind, SymbolTag } from 'vscode-languageserver'
import type { DocumentSymbol } from 'vscode-languageserver'
import { comparePositions, encloses, isKnown, renderPython } from '../../engine/index'
import type { Option, Range } from '../../engine/index'
import { toRange } from '../convert'
import type { Facts } from '../facts'
import { label, oneLine } from '../../safe/text'

/** Answers `textDocument/documentSymbol`: the groups and options of a file in the order they are written. */
export function documentSymbols(facts: Facts, uri: string): DocumentSymbol[] {
  const module = facts.module(uri)
  if (module === undefined) return []
  const groups = module.groups.map(group =>
    symbol(`[${group.name ?? '?'}]`, group.title ?? '', SymbolKind.Namespace, group.range, group.nameRange),
  )
  return [...groups, ...module.options.map(optionSymbol)].sort((a, b) => comparePositions(a.range.start, b.range.start))
}

/** Class and default on one line: `StrOpt = 'kvm'`. */
export function optionDetail(option: Option): string {
  const { default: value } = option
  if (value.kind === 'absent') return label(option.className)
  const shown = value.kind === 'known' ? renderPython(value.value) : `${oneLine(value.source)} (not evaluated)`
  return `${label(option.className)} = ${label(shown, 80)}`
}

/** Deprecated options are struck through. */
export function tagsOf(option: Option): { tags?: SymbolTag[] } {
  return isKnown(option.deprecatedForRemoval, true) ? { tags: [SymbolTag.Deprecated] } : {}
}

function optionSymbol(option: Option): DocumentSymbol {
  const made = symbol(option.displayName, optionDetail(option), SymbolKind.Property, option.range, option.nameRange)
  return { ...made, ...tagsOf(option) }
}

function symbol(name: string, detail: string, kind: SymbolKind, range: Range, at: Range): DocumentSymbol {
  // Clients refuse a symbol without a name, and one whose name lies outside of it.
  const selection = encloses(range, at) ? at : range
  return {
    name: name.trim() === '' ? '?' : label(name),
    detail: label(detail),
    kind,
    range: toRange(range),
    selectionRange: toRange(selection),
  }
}
