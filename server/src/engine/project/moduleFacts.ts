import { importEffectsOf } from '../oslo/importEffects'
import type { GroupObj, OptionObj } from '../oslo/objects'
import type { OptionContext } from '../oslo/facts'
import type { GroupMembership, Option } from '../oslo/option'
import type { ReachedBy } from '../oslo/records'
import { oneLine } from '../oslo/parameters'
import type { FileState } from './fileState'
import { sameDeclaration, type KeptOptions } from './keptOptions'
import { defaultChangesOf } from './defaultChanges'
import { LineIndex } from '../text'
import { commentAt } from './comments'
import type { ImportEffect, LibraryOptions, Module, OptGroup } from './module'

/** What all files together said of the options of one file, by the options' ids. */
export type Said = ReadonlyMap<string, OptionContext>

/** What files said of a module's options. */
export function said(module: Module): Said {
  return new Map(module.options.map(({ id, membership, defaultChanges }) => [id, { membership, defaultChanges }]))
}

/**
 * The facts of one file: what it declares, and what the files that touch its options say of them, or said before, where
 * that still counts. `changing` are all files that give options other defaults.
 * Returns undefined when what was said is of other options.
 */
export function moduleFacts(
  own: FileState,
  touching: Iterable<FileState>,
  changing: Iterable<FileState>,
  kept: KeptOptions,
  remembered?: Said,
): Module | undefined {
  const states = [own, ...inOrder(touching).filter(state => state !== own)]
  const declarations = named(declarationsOf(own, states))
  if (remembered && (remembered.size !== declarations.length || !declarations.every(({ id }) => remembered.has(id))))
    return undefined
  const memberships = membershipsIn(states, own)
  const changes = inOrder(changing)
  const options = declarations.map(({ id, first, all }): Option => {
    const before = remembered?.get(id)
    if (before) return kept.factsOf(first, own, id, before)
    const parts = all.flatMap(option => memberships.get(option) ?? [])
    const membership = together(
      parts,
      all.every(option => option.isPossible === true),
    )
    return kept.factsOf(first, own, id, {
      membership,
      defaultChanges: defaultChangesOf(all, membership.groups, changes),
    })
  })
  kept.turn()
  return {
    file: own.file,
    isTest: own.isTest,
    options,
    groups: own.records.groups
      .filter(group => group.site.module.file === own.file)
      .map(group => groupFacts(group, own)),
    libraryOptions: libraryFacts(own),
    openGroups: [...new Set(own.records.openGroups)],
    comments: own.syntax.comments.map(span => commentAt(span, own.text, own.lines)),
    importEffects: importEffectsOf(own.syntax.body).map(({ reaches, callee, ...span }): ImportEffect => ({
      source: oneLine(own.text.slice(span.start, span.end)),
      range: own.lines.rangeOf(span),
      reaches,
      callee,
    })),
  }
}

/** Which files say something must not depend on which was followed first. */
function inOrder(states: Iterable<FileState>): readonly FileState[] {
  return [...states].sort((a, b) => (a.file < b.file ? -1 : 1))
}

/** Gives each declaration the id by which its option is known while the text around it changes. */
function named(declarations: readonly Declaration[]): (Declaration & { readonly id: string })[] {
  const seen = new Map<string, number>()
  return declarations.map(declaration => {
    const name = declaration.first.parameters.get('name')
    const label = typeof name === 'string' ? name : `<${declaration.first.className}>`
    const count = (seen.get(label) ?? 0) + 1
    seen.set(label, count)
    return { ...declaration, id: count === 1 ? label : `${label}#${String(count)}` }
  })
}

interface Declaration {
  readonly first: OptionObj
  /** Every time the same call made the same option. */
  readonly all: readonly OptionObj[]
}

/** The options that calls of this file make, in their order; the same call may make several, by other names. */
function declarationsOf(own: FileState, states: Iterable<FileState>): Declaration[] {
  const bySite = new Map<number, Map<unknown, OptionObj[]>>()
  const changed = new Map<number, OptionObj[][]>()
  for (const state of states) {
    for (const option of state.records.options) {
      // What a former text declared is gone with it.
      if (option.site.module !== own.module) continue
      if (option.isChanged === true) {
        const copies = changed.get(option.site.node.start) ?? []
        changed.set(option.site.node.start, copies)
        const same = copies.find(([other]) => other !== undefined && sameDeclaration(other, option))
        if (same) same.push(option)
        else copies.push([option])
        continue
      }
      const name = option.parameters.get('name')
      const key = typeof name === 'string' ? name : undefined
      const names = bySite.get(option.site.node.start) ?? new Map<unknown, OptionObj[]>()
      const made = names.get(key)
      if (made) made.push(option)
      else names.set(key, [option])
      bySite.set(option.site.node.start, names)
    }
  }
  return [...bySite.entries()]
    .sort(([a], [b]) => a - b)
    .flatMap(([, names]) => {
      // Where real names are known, a call followed without its arguments adds nothing.
      if (names.size > 1) names.delete(undefined)
      return [...names.values()].map(all => ({ first: all[0]!, all }))
    })
    .concat([...changed.values()].flat().map(all => ({ first: all[0]!, all })))
    .sort((a, b) => a.first.site.node.start - b.first.site.node.start)
}

/** What one registration says of one option. */
interface Part {
  readonly groups: readonly string[]
  readonly complete: boolean
  readonly registered: boolean
  readonly listed: boolean
  readonly onImport: readonly string[]
  readonly reachedBy: ReachedBy
}

function membershipsIn(states: Iterable<FileState>, own: FileState): ReadonlyMap<OptionObj, readonly Part[]> {
  const found = new Map<OptionObj, Part[]>()
  for (const state of states) {
    // Tests register what they like, where they like.
    if (state.isTest && !own.isTest) continue
    for (const { options, group, how, reachedBy, isImport } of state.records.registrations) {
      const part: Part = {
        groups: group === undefined ? [] : [group],
        complete: group !== undefined,
        registered: how === 'registered',
        listed: how === 'listed',
        onImport: isImport === true && group !== undefined ? [group] : [],
        reachedBy,
      }
      for (const option of options) {
        const before = found.get(option)
        if (before) before.push(part)
        else found.set(option, [part])
      }
    }
  }
  return found
}

const surestFirst: readonly ReachedBy[] = ['import', 'function', 'method']

function together(parts: readonly Part[], isPossible: boolean): GroupMembership {
  // What a function may do that nobody was seen to call counts only where nothing surer is known.
  const named = parts.filter(part => part.groups.length > 0)
  const surest = surestFirst.find(reachedBy => named.some(part => part.registered && part.reachedBy === reachedBy))
  const listings = named.filter(part => part.listed)
  // The sample file may say another group than a function that no call was seen of: then both are told.
  const counts = (part: Part): boolean =>
    part.listed || (part.reachedBy === surest && (surest !== 'method' || listings.length === 0))
  const counted = named.filter(counts)
  return {
    groups: groupsIn(counted),
    // Of what may not be there, not having seen it registered says nothing.
    complete: parts.every(part => part.complete) && !(isPossible && parts.length === 0),
    registered: parts.some(part => part.registered),
    onImport: [...new Set(parts.flatMap(part => part.onImport))].sort(),
    registeredIn: groupsIn(counted.filter(part => part.registered)),
    listed: parts.some(part => part.listed),
    listedIn: groupsIn(listings),
  }
}

function groupsIn(parts: readonly Part[]): readonly string[] {
  return [...new Set(parts.flatMap(part => part.groups))].sort()
}

function libraryFacts(own: FileState): LibraryOptions[] {
  return own.records.libraryRegistrations.map(({ registrar, group, site }) => {
    const lines = site.module.file === own.file ? own.lines : new LineIndex(site.module.text)
    return { ...registrar, group, file: site.module.file, range: lines.rangeOf(site.node) }
  })
}

function groupFacts(group: GroupObj, own: FileState): OptGroup {
  const text = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined)
  const range = own.lines.rangeOf(group.site.node)
  const first = group.site.node.arguments.find(
    argument => argument.keyword === undefined || argument.keyword === 'name',
  )
  return {
    name: text(group.name),
    title: text(group.title),
    help: text(group.help),
    range,
    nameRange: first ? own.lines.rangeOf(first.value) : range,
  }
}
