import type { LibraryOptions } from '../../engine/index'
import type { OptionRow } from '../../protocol'
import { toRange } from '../convert'
import type { Facts } from '../facts'

/** The options that libraries bring into each group, as rows that lead to the call that registers them. */
export function libraryRows(facts: Facts): ReadonlyMap<string, OptionRow[]> {
  const groups = new Map<string, Map<string, OptionRow>>()
  for (const module of facts.modules()) {
    for (const registered of module.libraryOptions) {
      const rows = groups.get(registered.group) ?? new Map<string, OptionRow>()
      groups.set(registered.group, rows)
      for (const row of rowsOf(registered)) if (!rows.has(row.name)) rows.set(row.name, row)
    }
  }
  return new Map([...groups].map(([group, rows]) => [group, [...rows.values()]]))
}

function rowsOf({ library, group, options, file, range }: LibraryOptions): OptionRow[] {
  return options.map(({ name, className }) => ({
    id: `library:${group}|${name}`,
    uri: file,
    range: toRange(range),
    selectionRange: toRange(range),
    name,
    qualifiedName: `[${group}] ${name}`,
    description: `${className} from ${library}`,
    category: 'other',
    findingCount: 0,
    rules: [],
  }))
}
