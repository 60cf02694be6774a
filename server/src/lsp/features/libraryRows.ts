import { libraryOptionsIn } from '../../engine/index'
import type { OptionRow } from '../../protocol'
import { label } from '../../safe/text'
import { toRange } from '../convert'
import type { Facts } from '../facts'

const idStart = 'library:'

/** The option of a library that a row's id speaks of; undefined for any other row. */
export function libraryOptionOfRow(id: string): { group: string; name: string } | undefined {
  const bar = id.lastIndexOf('|')
  return id.startsWith(idStart) && bar > 0
    ? { group: id.slice(idStart.length, bar), name: id.slice(bar + 1) }
    : undefined
}

/** The options that libraries bring into each group, as rows that lead to the call that registers them. */
export function libraryRows(facts: Facts): ReadonlyMap<string, OptionRow[]> {
  const groups = new Map<string, OptionRow[]>()
  for (const { library, group, name, className, file, range } of libraryOptionsIn(facts.modules())) {
    const rows = groups.get(group) ?? []
    groups.set(group, rows)
    rows.push({
      id: `${idStart}${group}|${name}`,
      uri: file,
      range: toRange(range),
      selectionRange: toRange(range),
      name: label(name),
      qualifiedName: label(`[${group}] ${name}`),
      description: label(`${className} from ${library}`),
      category: 'other',
      findings: [],
    })
  }
  return groups
}
