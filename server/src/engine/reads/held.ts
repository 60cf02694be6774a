import type { Trail } from './carried'

/** The values that an expression has in it, by the keys under which a dict or a tuple holds them; '' for all else. */
export type Held = ReadonlyMap<string, ReadonlySet<Trail>>

/** What holds values at one point: names, and attributes of names. */
export type State = Map<string, Held>

export const nothing = heldBy()

/** The key of a tuple's item. */
export function keyAt(place: number): string {
  return `#${String(place)}`
}

/** The place of a tuple's item by its key. */
export function placeIn(key: string): number | undefined {
  return /^#\d+$/.test(key) ? Number(key.slice(1)) : undefined
}

export function heldBy(...trails: readonly Trail[]): Held {
  return new Map(trails.length === 0 ? [] : [['', new Set(trails)]])
}

/** What several have in them. */
export function joined(all: readonly Held[]): Held {
  const some = all.filter(({ size }) => size > 0)
  if (some.length < 2) return some[0] ?? nothing
  const made = new Map<string, ReadonlySet<Trail>>()
  for (const each of some)
    for (const [key, trails] of each) made.set(key, new Set([...(made.get(key) ?? []), ...trails]))
  return made
}

/** All values, wherever in it they are. */
export function trailsOf(held: Held): ReadonlySet<Trail> {
  if (held.size === 1) for (const trails of held.values()) return trails
  return new Set([...held.values()].flatMap(trails => [...trails]))
}

/** The same without telling under which keys. */
export function flat(held: Held): Held {
  return held.size === 0 || (held.size === 1 && held.has('')) ? held : new Map([['', trailsOf(held)]])
}

/** What an item has in it; a key of undefined may be any. */
export function itemOf(held: Held, key: string | undefined): Held {
  if (key === undefined) return flat(held)
  return joined(['', key].map(each => under('', held.get(each))))
}

/** The values of `held` under a key of their own. */
export function under(key: string, trails: ReadonlySet<Trail> | undefined): Held {
  return trails === undefined || trails.size === 0 ? nothing : new Map([[key, trails]])
}

/** The same without what it holds under a key. */
export function without(held: Held, key: string): Held {
  return new Map([...held].filter(([each]) => each !== key))
}

export function add(state: State, name: string, held: Held): void {
  if (held.size > 0) state.set(name, joined([state.get(name) ?? nothing, held]))
}

/** Puts what holds at the ends of several ways in place of what held before. */
export function replace(state: State, ends: readonly State[]): void {
  const all = ends.map(end => [...end])
  state.clear()
  for (const end of all) for (const [name, held] of end) add(state, name, held)
}
