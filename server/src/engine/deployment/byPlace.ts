import { groupKey } from '../oslo/optionKey'

/** Things by group and name, as files write them: asked for with each key that somebody types, for each line of a file. */
export class ByPlace<T> {
  private readonly groups = new Map<string, Map<string, T>>()
  /** The same by the group as it has been asked for. */
  private readonly asWritten = new Map<string, Map<string, T> | undefined>()

  get(group: string, name: string): T | undefined {
    return this.inGroup(group)?.get(name)
  }

  set(group: string, name: string, thing: T): void {
    const key = groupKey(group)
    const inGroup = this.groups.get(key)
    if (inGroup !== undefined) inGroup.set(name, thing)
    else {
      this.groups.set(key, new Map([[name, thing]]))
      this.asWritten.clear()
    }
  }

  private inGroup(group: string): Map<string, T> | undefined {
    const known = this.asWritten.get(group)
    if (known !== undefined || this.asWritten.has(group)) return known
    const found = this.groups.get(groupKey(group))
    // What people type is without end.
    if (this.asWritten.size > 10_000) this.asWritten.clear()
    this.asWritten.set(group, found)
    return found
  }
}
