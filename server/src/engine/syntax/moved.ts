import type { Expression } from './ast'

/** Where offsets go when a text changes. */
export interface Move {
  /** What ends before this stays where it is. */
  readonly from: number
  /** The new place of an offset, which may be the end of something. */
  offset(offset: number, isEnd: boolean): number
}

/** The keys under which the tree keeps offsets, and whether each is the end of something. */
const offsets: ReadonlyMap<string, boolean> = new Map([
  ['start', false],
  ['end', true],
  ['open', false],
  ['close', true],
])

/** A copy of a piece of the tree with its offsets moved, and perhaps one expression replaced; what stays the same is shared. */
export function moved<T>(value: T, move: Move, replaced?: { from: Expression; to: Expression }): T {
  if (typeof value !== 'object' || value === null) return value
  if (replaced && (value as unknown) === replaced.from) return replaced.to as T
  if (Array.isArray(value)) return value.map((item: unknown) => moved(item, move, replaced)) as T
  const node = value as Record<string, unknown>
  if (typeof node['end'] === 'number' && node['end'] < move.from) return value
  const copy: Record<string, unknown> = {}
  for (const key in node) {
    const item = node[key]
    const isEnd = offsets.get(key)
    if (typeof item === 'number' && isEnd !== undefined) copy[key] = move.offset(item, isEnd)
    else copy[key] = typeof item === 'object' ? moved(item, move, replaced) : item
  }
  return copy as T
}

/** Moves the offsets of a piece of the tree that nobody else has yet. */
export function move<T extends object>(fresh: T, to: Move): T {
  if (Array.isArray(fresh)) {
    for (const item of fresh as unknown[]) if (typeof item === 'object' && item !== null) move(item, to)
    return fresh
  }
  const node = fresh as { start?: unknown; end?: unknown; open?: unknown; close?: unknown }
  if (typeof node.end === 'number' && node.end < to.from) return fresh
  if (typeof node.start === 'number') node.start = to.offset(node.start, false)
  if (typeof node.end === 'number') node.end = to.offset(node.end, true)
  if (typeof node.open === 'number') node.open = to.offset(node.open, false)
  if (typeof node.close === 'number') node.close = to.offset(node.close, true)
  for (const key in node) {
    const item = (node as Record<string, unknown>)[key]
    if (typeof item === 'object' && item !== null) move(item, to)
  }
  return fresh
}
