import type { Option } from '../oslo/option'
import { groupKey, keyText, optionKey } from '../oslo/optionKey'
import type { Change, OldName } from './change'
import { placedIn } from './placed'

/** A text of people, such as one entry of a release note, and whether it speaks of an option by its name. */
export type Names = (text: string, change: Pick<Change, 'names' | 'option'>) => boolean

/**
 * How texts name the options of a project. `[group] name`, in all its spellings, is that option. A name alone is the
 * option's where it has several words and no other option shares it; else the text must say that it is an option, or speak
 * of the group. What stands behind another group is another option, if that group has one of this name.
 */
export function namesIn(options: readonly Option[]): Names {
  const keys = new Set<string>()
  const groupsOf = new Map<string, Set<string>>()
  for (const { option, group, name } of placedIn(options)) {
    if (group === null) continue
    const { group: groupName, dest } = optionKey(group, name)
    keys.add(keyText({ group: groupName, dest }))
    // One declaration in several groups is one option to those who speak of it.
    const owner = option.membership.groups.join(' ')
    const owners = groupsOf.get(dest)
    if (owners) owners.add(owner)
    else groupsOf.set(dest, new Set([owner]))
  }
  const isShared = (name: string): boolean => (groupsOf.get(name.replaceAll('-', '_'))?.size ?? 0) > 1
  return (text, { names, option }) => {
    // An old name's group with the new name, and the other way round, is how people write of moved options.
    const all = names.flatMap(({ group }) =>
      [...new Set([option, ...names.map(one => one.name)])].map(name => ({ group, name })),
    )
    return all.some(one => mentions(text, one, keys, isShared(one.name)))
  }
}

/** Behind a group in brackets may stand a slash, marks of quotation and the end of a line. */
const groupBefore = /\[\s*([\w.*-]+)\s*\][\s/`'".:]*$/

function mentions(text: string, { group, name }: OldName, keys: ReadonlySet<string>, isShared: boolean): boolean {
  if (!text.replaceAll('-', '_').includes(name.replaceAll('-', '_'))) return false
  const word = name.replace(/[^\w-]/g, '\\$&').replace(/[-_]/g, '[-_]')
  for (const { index, 0: found } of text.matchAll(new RegExp(`(?<![\\w-])${word}(?![\\w-]|\\.py|\\()`, 'g'))) {
    const written = groupBefore.exec(text.slice(Math.max(0, index - 200), index))?.[1]
    if (written !== undefined) {
      if (group !== null && groupKey(written) === groupKey(group)) return true
      if (keys.has(keyText(optionKey(written, name)))) continue
      if (hasSeveralWords(name)) return true
      continue
    }
    if (hasSeveralWords(name) && !isShared) return true
    const around = text.slice(Math.max(0, index - 40), index + found.length + 40)
    if (speaksOf(text, group) && (hasSeveralWords(name) || isQuoted(text, index, found.length))) return true
    if (!isShared && isQuoted(text, index, found.length) && isCalledOption(around, name)) return true
  }
  return false
}

function hasSeveralWords(name: string): boolean {
  return /[-_]/.test(name)
}

function isQuoted(text: string, index: number, length: number): boolean {
  return /[`'"]$/.test(text.slice(0, index)) && /^[`'"=]/.test(text.slice(index + length))
}

function isCalledOption(around: string, name: string): boolean {
  return new RegExp(`\\b(config\\w*\\s+)?(option|parameter|setting)s?\\b`, 'i').test(around.replace(name, ''))
}

/** Whether a text speaks of a group; of options without one, where it speaks of no group at all. */
function speaksOf(text: string, group: string | null): boolean {
  if (group === null) return false
  const written = [...text.matchAll(/\[\s*([\w.*-]+)\s*\]/g)].map(([, name = '']) => groupKey(name))
  if (written.includes(groupKey(group))) return true
  if (group === 'DEFAULT') return written.length === 0
  const quoted = new RegExp(`[\`'"]${group.replace(/\W/g, '\\$&')}[\`'"]`, 'i')
  return quoted.test(text) || new RegExp(`\\b${group.replace(/\W/g, '\\$&')}\\s+(section|group)`, 'i').test(text)
}
