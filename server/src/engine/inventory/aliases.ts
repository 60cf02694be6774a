import type { Option } from '../oslo/option'
import { keyOf, type Placed } from './placed'
import type { OldName } from './change'

/** The old names that an option is read by in one of its groups, by their keys; undefined where they are computed. */
export function aliasesOf({ option, group, name }: Placed): ReadonlyMap<string, OldName> | undefined {
  const { deprecatedOpts } = option
  if (deprecatedOpts.kind === 'unknown') return undefined
  const names = deprecatedOpts.kind === 'known' ? deprecatedOpts.value : []
  return new Map(
    names.map(old => {
      const alias: OldName = { group: old.group ?? group, name: old.name ?? name }
      return [keyOf(alias.group, alias.name), alias]
    }),
  )
}

/** Whether two options are told apart by nothing that a declaration says beside its name. */
export function looksAlike(one: Option, other: Option): boolean {
  return (
    one.content === other.content &&
    one.help.kind === 'known' &&
    other.help.kind === 'known' &&
    words(one.help.value) === words(other.help.value)
  )
}

function words(help: string): string {
  return help.toLowerCase().replace(/\W+/g, ' ').trim()
}
