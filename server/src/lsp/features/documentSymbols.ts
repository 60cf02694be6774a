import { SymbolKind, SymbolTag } from 'vscode-languageserver'
import type { DocumentSymbol } from 'vscode-languageserver'
import { comparePositions, encloses, groupKey, isKnown, renderPython } from '../../engine/index'
import type { Option, Range } from '../../engine/index'
import { toRange } from '../convert'
import type { Facts } from '../facts'
import { label, oneLine } from '../../safe/text'

/** A group of a file's outline, as far as it has been put together. */
interface OutlineGroup {
  readonly name: string
  readonly title: string
  /** Where it is declared, or its first option. */
  readonly at: Range
  readonly nameRange: Range
  readonly options: Option[]
}

/** Answers `textDocument/documentSymbol`: the groups with their options, and the options whose group is not known. */
export function documentSymbols(facts: Facts, uri: string): DocumentSymbol[] {
  const module = facts.module(uri)
  if (module === undefined) return []
  const groups = new Map<string, OutlineGroup>()
  const nameless: DocumentSymbol[] = []
  for (const { name, title = '', range, nameRange } of module.groups) {
    if (name === undefined) nameless.push(symbol('[?]', title, SymbolKind.Namespace, range, nameRange))
    else if (!groups.has(groupKey(name))) groups.set(groupKey(name), { name, title, at: range, nameRange, options: [] })
  }
  for (const option of module.options) {
    for (const name of option.membership.groups) {
      const { range: at, nameRange } = option
      const group = groups.get(groupKey(name)) ?? { name, title: '', at, nameRange, options: [] }
      groups.set(groupKey(name), group)
      group.options.push(option)
    }
  }
  const groupless = module.options.filter(({ membership }) => membership.groups.length === 0)
  return inOrder([...nameless, ...[...groups.values()].map(groupSymbol), ...groupless.map(optionSymbol)])
}

/** It reaches from its declaration over all of its options, so that editors find it around each of them. */
function groupSymbol({ name, title, at, nameRange, options }: OutlineGroup): DocumentSymbol {
  const ranges = [at, ...options.map(option => option.range)]
  const starts = ranges.map(({ start }) => start).sort(comparePositions)
  const ends = ranges.map(({ end }) => end).sort(comparePositions)
  const range = { start: starts[0] ?? at.start, end: ends.at(-1) ?? at.end }
  const made = symbol(`[${name}]`, title, SymbolKind.Namespace, range, nameRange)
  return options.length === 0 ? made : { ...made, children: inOrder(options.map(optionSymbol)) }
}

function inOrder(symbols: readonly DocumentSymbol[]): DocumentSymbol[] {
  return [...symbols].sort((a, b) => comparePositions(a.selectionRange.start, b.selectionRange.start))
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
