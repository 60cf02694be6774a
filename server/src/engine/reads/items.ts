import type { Call, Expression } from '../syntax/ast'
import { type Scope, lookUp } from './scopes'

/** An expression, and where its names are looked up. */
export interface Placed {
  readonly node: Expression
  readonly scope: Scope
}

/** How many names and calls in a row are followed, and how many in all: names may well be bound to each other. */
const deepest = 12
const mostFollowed = 1000
const sameItems = ['sorted', 'list', 'set', 'tuple', 'frozenset', 'reversed']

/** The expressions that going through one may give, as far as it is written out; `at` says which parts of each item. */
export function itemsOf(
  node: Expression,
  scope: Scope,
  at: readonly number[],
  depth = 0,
  work = { left: mostFollowed },
): readonly Placed[] {
  if (depth > deepest || work.left-- <= 0) return []
  switch (node.kind) {
    case 'tuple':
    case 'list':
    case 'set':
      return node.items.flatMap(item => part(item, at) ?? []).map(item => ({ node: item, scope }))
    case 'dict':
      return at.length > 0 ? [] : node.entries.flatMap(({ key }) => (key ? [{ node: key, scope }] : []))
    case 'name':
      return (lookUp(node.id, scope)?.bindings ?? []).flatMap(binding =>
        binding.kind === 'value' ? itemsOf(binding.value, binding.scope, at, depth + 1, work) : [],
      )
    case 'call':
      return itemsOfCall(node, scope, at, depth + 1, work)
    default:
      return []
  }
}

function itemsOfCall(
  { callee, arguments: [argument] }: Call,
  scope: Scope,
  at: readonly number[],
  depth: number,
  work: { left: number },
): readonly Placed[] {
  if (callee.kind === 'name') {
    if (!argument) return []
    if (sameItems.includes(callee.id)) return itemsOf(argument.value, scope, at, depth, work)
    return callee.id === 'enumerate' && at[0] === 1 ? itemsOf(argument.value, scope, at.slice(1), depth, work) : []
  }
  if (callee.kind !== 'attribute') return []
  const { object, name } = callee
  if (name === 'keys') return itemsOf(object, scope, at, depth, work)
  if (name !== 'items' && name !== 'values') return []
  return entriesOf(object, scope).flatMap(entry => {
    const wanted = name === 'values' || at[0] !== 0 ? entry.value : entry.key
    const item = wanted && part(wanted, name === 'values' ? at : at.slice(1))
    return item ? [{ node: item, scope: entry.scope }] : []
  })
}

/** An entry of a dict, and where its names are looked up. */
export interface Entry {
  readonly key: Expression | undefined
  readonly value: Expression
  readonly scope: Scope
}

/** The entries of a dict that is written out, here or where a name is bound. */
export function entriesOf(node: Expression, scope: Scope): readonly Entry[] {
  if (node.kind === 'dict') return node.entries.map(entry => ({ ...entry, scope }))
  if (node.kind !== 'name') return []
  return (lookUp(node.id, scope)?.bindings ?? []).flatMap(binding =>
    binding.kind === 'value' && binding.value.kind === 'dict'
      ? binding.value.entries.map(entry => ({ ...entry, scope: binding.scope }))
      : [],
  )
}

function part(node: Expression, at: readonly number[]): Expression | undefined {
  const [first, ...rest] = at
  if (first === undefined) return node
  return node.kind === 'tuple' || node.kind === 'list' ? node.items[first] && part(node.items[first], rest) : undefined
}
