import { type Change, type Option, keyText, knownValue, optionKey } from '../../engine/index'

/** What changed about options, by their groups and names. */
export class ChangedOptions {
  private readonly kinds = new Map<string, string[]>()

  constructor(changes: readonly Change[]) {
    for (const { side, group, option, kind } of changes) {
      if (side === 'base' || group === null) continue
      const key = keyText(optionKey(group, option))
      this.kinds.set(key, [...(this.kinds.get(key) ?? []), kind])
    }
  }

  /** The kinds of changes of an option, in words; undefined where it is as it was. */
  of({ dest, membership }: Option): string | undefined {
    const name = knownValue(dest)
    if (name === undefined) return undefined
    const kinds = membership.groups.flatMap(group => this.kinds.get(keyText(optionKey(group, name))) ?? [])
    return kinds.length === 0 ? undefined : [...new Set(kinds)].join(', ')
  }
}
