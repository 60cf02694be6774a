import { factsOf } from '../oslo/facts'
import { importEffectsOf } from '../oslo/importEffects'
import type { GroupObj, OptionObj } from '../oslo/objects'
import type { GroupMembership, Option } from '../oslo/option'
import { oneLine } from '../oslo/parameters'
import type { FileState } from './fileState'
import type { Comment, ImportEffect, Module, OptGroup } from './module'

/** What is known of the group of one option, by the option's id. */
export interface Membership {
  readonly id: string
  readonly membership: GroupMembership
}

/** The facts of one file: what it declares, and what the files that touch its options say of them. */
export function moduleFacts(own: FileState, touching: Iterable<FileState>, remembered: readonly Membership[]): Module {
  const states = new Set([own, ...touching])
  const memberships = membershipsIn(states)
  const before = new Map(remembered.map(each => [each.id, each.membership]))
  const seen = new Map<string, number>()
  const options = declarationsOf(own, states).map(({ first, all }): Option => {
    const name = first.parameters.get('name')
    const label = typeof name === 'string' ? name : `<${first.className}>`
    const count = (seen.get(label) ?? 0) + 1
    seen.set(label, count)
    const id = count === 1 ? label : `${label}#${count}`
    const parts = all.map(option => memberships.get(option)).filter(part => part !== undefined)
    return factsOf(first, own, id, together([...parts, ...(before.has(id) ? [before.get(id)!] : [])]))
  })
  return {
    file: own.file,
    options,
    groups: own.records.groups.filter(group => group.site.module.file === own.file).map(group => groupFacts(group, own)),
    comments: own.syntax.comments.map(span => commentFacts(span, own)),
    importEffects: importEffectsOf(own.syntax.body).map(
      ({ reaches, ...span }): ImportEffect => ({
        source: oneLine(own.text.slice(span.start, span.end)),
        range: own.lines.rangeOf(span),
        reaches,
      }),
    ),
  }
}

interface Declaration {
  readonly first: OptionObj
  /** Every time the same call made the same option. */
  readonly all: readonly OptionObj[]
}

/** The options that calls of this file make, in their order; the same call may make several, by other names. */
function declarationsOf(own: FileState, states: Iterable<FileState>): Declaration[] {
  const bySite = new Map<number, Map<unknown, OptionObj[]>>()
  for (const state of states) {
    for (const option of state.records.options) {
      // What a former text declared is gone with it.
      if (option.site.module !== own.module) continue
      const name = option.parameters.get('name')
      const key = typeof name === 'string' ? name : undefined
      const names = bySite.get(option.site.node.start) ?? new Map<unknown, OptionObj[]>()
      bySite.set(option.site.node.start, names.set(key, [...(names.get(key) ?? []), option]))
    }
  }
  return [...bySite.entries()]
    .sort(([a], [b]) => a - b)
    .flatMap(([, names]) => {
      // Where real names are known, a call followed without its arguments adds nothing.
      if (names.size > 1) names.delete(undefined)
      return [...names.values()].map(all => ({ first: all[0]!, all }))
    })
}

interface Parts {
  readonly groups: Set<string>
  complete: boolean
  registered: boolean
  listed: boolean
}

function membershipsIn(states: Iterable<FileState>): ReadonlyMap<OptionObj, Parts> {
  const found = new Map<OptionObj, Parts>()
  for (const state of states) {
    for (const { options, group, how } of state.records.registrations) {
      for (const option of options) {
        const parts = found.get(option) ?? { groups: new Set(), complete: true, registered: false, listed: false }
        found.set(option, parts)
        if (group === undefined) parts.complete = false
        else parts.groups.add(group)
        if (how === 'registered') parts.registered = true
        else parts.listed = true
      }
    }
  }
  return found
}

function together(parts: readonly { groups: Iterable<string>; complete: boolean; registered: boolean; listed: boolean }[]): GroupMembership {
  return {
    groups: [...new Set(parts.flatMap(part => [...part.groups]))].sort(),
    complete: parts.every(part => part.complete),
    registered: parts.some(part => part.registered),
    listed: parts.some(part => part.listed),
  }
}

function groupFacts(group: GroupObj, own: FileState): OptGroup {
  const text = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined)
  const range = own.lines.rangeOf(group.site.node)
  const first = group.site.node.arguments.find(argument => argument.keyword === undefined || argument.keyword === 'name')
  return {
    name: text(group.name),
    title: text(group.title),
    help: text(group.help),
    range,
    nameRange: first ? own.lines.rangeOf(first.value) : range,
  }
}

function commentFacts(span: { start: number; end: number }, own: FileState): Comment {
  const range = own.lines.rangeOf(span)
  const before = own.lines.lineText(range.start.line).slice(0, range.start.character)
  return { text: own.text.slice(span.start, span.end), range, ownLine: before.trim() === '' }
}
