import type { Option } from '../oslo/option'
import { keyText, optionKey } from '../oslo/optionKey'
import { knownValue } from '../python/value'

/** An option in one of its groups. */
export interface Placed {
  /** The same text for all spellings of its group and name. */
  readonly key: string
  /** As operators write it; null where no registration is known. */
  readonly group: string | null
  /** As operators write it. */
  readonly name: string
  readonly option: Option
}

/** Every option in each of its groups, in the order given; those whose name is computed are left out. */
export function placedIn(options: readonly Option[]): Placed[] {
  return options.flatMap(option => {
    const name = knownValue(option.name)
    const dest = knownValue(option.dest)
    if (name === undefined || dest === undefined) return []
    const { groups } = option.membership
    const places: readonly (string | null)[] = groups.length > 0 ? groups : [null]
    return places.map(group => ({ key: keyOf(group, dest), group, name, option }))
  })
}

export function keyOf(group: string | null, name: string): string {
  // No group has a line end.
  return group === null ? `\n\n${name.replaceAll('-', '_')}` : keyText(optionKey(group, name))
}

/** `[group] name`, as people write it. */
export function shown(group: string | null, name: string): string {
  return `[${group ?? '?'}] ${name}`
}

export function byKey(placed: readonly Placed[]): Map<string, Placed[]> {
  const found = new Map<string, Placed[]>()
  for (const one of placed) {
    const others = found.get(one.key)
    if (others) others.push(one)
    else found.set(one.key, [one])
  }
  return found
}
